import CourseModel
import Packaging
import Testing

struct CourseStructureTests {
    private func text() throws -> String { String(decoding: try Fixture.bytes("cmi5.xml"), as: UTF8.self) }

    @Test("blocks become clusters, units leaves")
    func clean() throws {
        let reading = Fixture.reading(try text())
        #expect(reading.faults == [])
        let activities = try #require(reading.course).organization.activities
        #expect(activities.map(\.title) == ["Achats responsables", "Bloc", "Unité 1", "Unité 2"])
        #expect(activities.map(\.depth) == [0, 1, 2, 1])
        #expect(activities[2].content == .web(href: "au1/index.html?mode=a", isSCO: false))
        #expect(activities[2].masteryScore == 80)
        #expect(activities[2].launchData == "seed=7")
        #expect(reading.summary.standard == "cmi5")
        #expect(reading.summary.items == 3 && reading.summary.resources == 2)
    }

    @Test(
        "what cmi5 forbids is an error, what it ignores a warning",
        arguments: [
            (" au1/index.html?mode=a ", "http://exa mple.org/a", "PKG045"),
            ("<url>https://example.org/au2</url>", "", "PKG085"),
            (" id=\"https://example.org/au/2\"", "", "PKG085"),
            ("<title><langstring lang=\"fr\">Unité 2</langstring></title>", "", "PKG085"),
            ("<url>https://example.org/au2</url>", "<url>https://example.org/au2</url><objectives/>", "PKG086"),
            (
                "<url>https://example.org/au2</url>", "<url>https://example.org/au2</url><moveOn>Passed</moveOn>",
                "PKG087"
            ),
            ("moveOn=\"Passed\"", "moveOn=\"passed\"", "PKG060"), ("au/2\"", "au/1\"", "PKG084"),
            ("moveOn=\"Passed\"", "moveOn=\"Never\"", "PKG088"),
            ("masteryScore=\"0.8\"", "masteryScore=\"80\"", "PKG088"),
            ("\"https://example.org/au/2\"", "\"example.org/au/2\"", "PKG089"),
            ("index.html?mode=a", "index.html?actor=a", "PKG083"),
        ])
    func faults(old: String, new: String, code: String) throws {
        let changed = try text().replacing(old, with: new)
        #expect(try changed != text())
        #expect(Fixture.reading(changed).faults.contains(code))
    }

    @Test("what a Tin Can package launches stays launchable, with a warning")
    func tinCan() throws {
        let reading = Fixture.reading(
            """
            <tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="urn:a" type="course">
            <name>Cours</name><launch lang="fr">index.html</launch></activity></activities></tincan>
            """)
        #expect(reading.faults == ["PKG080"] && !reading.hasErrors)
        #expect(reading.summary.firstLaunch == "index.html")
        #expect(reading.course?.title == "Cours")
    }
}
