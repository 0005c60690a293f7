import CourseModel
import Packaging
import Testing

/// What a course says of itself, in every form that tools write.
struct MetadataTests {
    static let ims = """
        <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general>
        <title><langstring xml:lang="x-none"> Un  titre </langstring></title><language>fr</language>
        <description><langstring xml:lang="fr">Ce qu’on apprend.</langstring></description></general>
        <educational><typicallearningtime><datetime>PT45M</datetime></typicallearningtime></educational>
        <rights><copyrightandotherrestrictions><value><langstring>yes</langstring></value></copyrightandotherrestrictions>
        <description><langstring>CC BY</langstring></description></rights></lom>
        """
    static let ieee = """
        <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string language="fr">Un titre</string></title>
        <language>fr</language><description><string language="fr">Ce qu’on apprend.</string></description></general>
        <technical><duration><duration>PT45M</duration></duration></technical>
        <rights><description><string>CC BY</string></description></rights></lom>
        """
    static let bare = """
        <lom><general><title>Un titre</title><language>fr</language><description>Ce qu’on apprend.</description></general>
        <technical><duration>PT45M</duration></technical><rights><description>CC BY</description></rights></lom>
        """

    private static var expected: CourseMetadata {
        var metadata = CourseMetadata()
        metadata.title = "Un titre"
        metadata.description = "Ce qu’on apprend."
        metadata.language = "fr"
        metadata.duration = "PT45M"
        metadata.rights = "CC BY"
        return metadata
    }

    @Test("inline", arguments: [ims, ieee, bare])
    func inline(record: String) {
        let text = Fixture.scorm12().replacing("</schemaversion>", with: "</schemaversion>" + record)
        let reading = Fixture.reading(text)
        #expect(reading.summary.metadata == MetadataTests.expected)
        #expect(reading.course?.metadata == MetadataTests.expected)
        #expect(reading.course?.title == "Un titre" && reading.summary.title == "C")
    }

    @Test("of the organization, where the manifest says nothing")
    func organization() {
        let text = Fixture.scorm12().replacing(
            "</item></organization>", with: "</item><metadata>" + MetadataTests.ims + "</metadata></organization>")
        #expect(Fixture.reading(text).course?.metadata == MetadataTests.expected)
        #expect(Fixture.reading(text).faults == [])
    }

    private static func reading(_ files: [String: String]) throws -> PackageReading {
        try Fixture.withFolder { folder in
            for (name, text) in files { try Fixture.write(Array(text.utf8), to: folder + "/" + name) }
            return try readPackage(at: folder, rules: Fixture.rules.get())
        }
    }

    private static let external = Fixture.scorm12().replacing(
        "</schemaversion>", with: "</schemaversion><adlcp:location>meta/cours.xml</adlcp:location>")

    @Test("in a file of the package, alone or in an envelope", arguments: [ieee, "<record>" + ims + "</record>"])
    func external(record: String) throws {
        let files = ["imsmanifest.xml": MetadataTests.external, "index.html": "", "meta/cours.xml": record]
        let reading = try MetadataTests.reading(files)
        #expect(reading.course?.metadata == MetadataTests.expected)
        #expect(reading.findings.isEmpty)
    }

    @Test("a metadata file that is missing or broken is a note", arguments: [nil, "<lom>", "<!DOCTYPE lom><lom/>"])
    func unreadable(record: String?) throws {
        var files = ["imsmanifest.xml": MetadataTests.external, "index.html": ""]
        files["meta/cours.xml"] = record
        let reading = try MetadataTests.reading(files)
        #expect(reading.findings.map(\.code) == ["PKG052"] && reading.course != nil)
    }
}
