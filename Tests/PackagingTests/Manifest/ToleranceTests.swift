import CourseModel
import Packaging
import Testing

/// Faults that real packages have: each is told, none stops the course.
struct ToleranceTests {
    static let item = #"<item identifier="I1" identifierref="R1"><title>T</title></item>"#

    @Test("a clean SCORM 1.2 manifest has no fault")
    func clean() {
        let reading = Fixture.reading(Fixture.scorm12())
        #expect(reading.faults == [])
        #expect(reading.course?.edition == .scorm12)
        #expect(reading.findings.map(\.code) == ["PKG050"])
    }

    @Test(
        "a fault of the manifest has its code, and the course still opens",
        arguments: [
            (
                "PKG025",
                Fixture.scorm12(
                    items: item + #"<item identifier="I2" identifierref="X"><title>U</title></item>"#,
                    resources:
                        #"<resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource><resource identifier="R2" type="webcontent" adlcp:scormtype="sco" href="b.html"/>"#
                )
            ),
            ("PKG026", Fixture.scorm12(items: #"<item identifier="I1" identifierref="X"><title>T</title></item>"#)),
            ("PKG018", Fixture.scorm12(items: item + item)),
            ("PKG017", Fixture.scorm12(items: #"<item identifier="1 2" identifierref="R1"><title>T</title></item>"#)),
            ("PKG019", Fixture.scorm12(items: #"<item identifierref="R1"><title>T</title></item>"#)),
            ("PKG022", Fixture.scorm12(organizations: #"default="X""#)),
            ("PKG024", Fixture.scorm12(items: #"<item identifier="I1" identifierref="R1"/>"#)),
            ("PKG027", Fixture.scorm12(items: item + #"<item identifier="I2"><title>T</title></item>"#)),
            ("PKG033", Fixture.scorm12(href: "other.html")),
            ("PKG041", Fixture.scorm12(href: "/index.html")),
            (
                "PKG060",
                Fixture.scorm12(
                    items: #"<item identifier="I1" identifierref="R1" isvisible="oui"><title>T</title></item>"#)
            ),
            (
                "PKG070",
                Fixture.scorm12(items: #"<item identifier="I1" identifierref="R1"><metadata/><title>T</title></item>"#)
            ),
            (
                "PKG071",
                Fixture.scorm12(
                    manifest: #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemalocation="a b""#)
            ),
            ("PKG011", "\n\n" + Fixture.scorm12()),
            (
                "PKG012",
                Fixture.scorm12().replacing(
                    "imsproject.org/xsd/imscp_rootv1p1p2", with: "imsproject.org/xsd/imscp_root")
            ),
            ("PKG013", Fixture.scorm12().replacing("xmlns:adlcp=", with: "xmlns:other=")),
            ("PKG014", Fixture.scorm12().replacing("<schemaversion>1.2</schemaversion>", with: "")),
            ("PKG015", Fixture.scorm12().replacing("<schemaversion>1.2", with: "<schemaversion>CAM 1.3")),
            ("PKG016", Fixture.scorm12().replacing("<schemaversion>1.2", with: "<schemaversion>beta")),
            (
                "PKG020",
                Fixture.scorm12(items: "").replacing(
                    #"<organization identifier="O1"><title>C</title></organization>"#, with: "")
            ),
            ("PKG031", Fixture.scorm12().replacing(#"adlcp:scormtype="sco""#, with: "")),
            ("PKG032", Fixture.scorm12().replacing(#""sco""#, with: #""SCO""#)),
            (
                "PKG035",
                Fixture.scorm12().replacing("</resource>", with: #"<dependency identifierref="X"/></resource>"#)
            ),
        ])
    func warned(code: String, manifest: String) throws {
        let reading = Fixture.reading(manifest)
        #expect(reading.faults.contains(code))
        #expect(!reading.hasErrors)
        #expect(reading.course?.edition == .scorm12)
        #expect(reading.summary.firstLaunch?.hasSuffix(".html") == true)
    }

    @Test("a finding names line and column of the tag")
    func place() throws {
        let text = Fixture.scorm12(items: "\n  <item identifier=\"I1\"\n  identifierref=\"R1\"/>")
        let finding = try #require(Fixture.reading(text).findings.first { $0.code == "PKG024" })
        #expect(finding.line == 6)
        #expect(finding.column == 3)
        let old = Fixture.reading(text.replacing("\n", with: "\r")).findings.first { $0.code == "PKG024" }
        #expect(old?.line == 6)
    }

    @Test("a cluster of SCORM 1.2 shows its own page first")
    func cluster() throws {
        let text = Fixture.scorm12(
            items: #"<item identifier="I1" identifierref="R1"><title>T</title>"#
                + #"<item identifier="I2" identifierref="R1"><title>U</title></item></item>"#)
        let activities = try #require(Fixture.reading(text).course).organization.activities
        #expect(activities.map(\.id.text) == ["O1", "I1", "I1/0", "I2"])
        #expect(activities[1].content == .none)
        #expect(activities[2].content == .web(href: "index.html", isSCO: true))
    }

    @Test("the same fault a hundred times is listed, then counted")
    func capped() {
        let items = String(repeating: Self.item, count: 100)
        let reading = Fixture.reading(Fixture.scorm12(items: items))
        #expect(reading.findings.count { $0.code == "PKG018" } == 25)
        #expect(reading.findings.last?.message.english == "74 more PKG018 are not shown.")
    }

    @Test("a manifest inside the manifest that cites itself ends")
    func recursion() throws {
        let text = Fixture.scorm12(items: #"<item identifier="I1" identifierref="S"><title>T</title></item>"#)
            .replacing(
                "</resources>",
                with: """
                    </resources><manifest identifier="S"><organizations><organization identifier="SO"><title>S</title>
                    <item identifier="SI" identifierref="S"><title>V</title></item></organization></organizations>
                    <resources/></manifest>
                    """)
        let activities = try #require(Fixture.reading(text).course).organization.activities
        #expect(activities.map(\.id.text) == ["O1", "I1", "SI"])
    }
}
