import CourseModel
import FoundationEssentials
import Packaging
import Testing

/// A course written and read again is the same course.
struct RoundTripTests {
    /// What is read of a manifest, then of the manifest written for it.
    private static func comeBack(_ reading: PackageReading, _ name: String) throws {
        let course = try #require(reading.course, "\(name) does not open")
        let again = Fixture.reading(manifestText(of: course))
        let back = try #require(again.course, "\(name): what was written does not open: \(again.findings)")
        #expect(!again.hasErrors, "\(name): \(again.findings.filter { $0.severity == .error }.map(\.message.english))")
        for (old, new) in zip(course.organizations, back.organizations) where old != new {
            for (old, new) in zip(old.activities, new.activities) { #expect(old == new, "\(name)") }
            #expect(old.definitions == new.definitions, "\(name)")
        }
        for (old, new) in zip(course.resources, back.resources) { #expect(old == new, "\(name)") }
        #expect(course == back, "\(name)")
    }

    @Test("every manifest of ours", arguments: ["sequenced.xml", "cmi5.xml"])
    func fixtures(name: String) throws {
        try RoundTripTests.comeBack(Fixture.reading(try Fixture.bytes(name)), name)
    }

    @Test("packages of the repository", arguments: ["Courses/spaser", "Tests/Fixtures/scorm12-foreign"])
    func packages(path: String) throws {
        let root = FindingsTests.root.appendingPathComponent(path).path
        let files = try PackageFiles(at: root)
        try RoundTripTests.comeBack(Fixture.reading(try files.read("imsmanifest.xml")), path)
    }

    @Test(
        "every real manifest that opens",
        .enabled(if: CorpusTests.folder != nil, "set PARCOURS_MANIFESTS to a folder with index.json"))
    func corpus() throws {
        let folder = try #require(CorpusTests.folder)
        for entry in try CorpusTests.entries(of: folder) where entry.expected != "broken" {
            let reading = try readPackage(at: folder + "/" + entry.file)
            // What has nothing to launch gives no course: the index says so.
            let opens = entry.facts.firstLaunch != nil || reading.course != nil
            if opens { try RoundTripTests.comeBack(reading, entry.file) }
        }
    }
}
