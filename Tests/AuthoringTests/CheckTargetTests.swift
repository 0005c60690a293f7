import CourseModel
import FoundationEssentials
import Packaging
import Testing

@testable import Authoring

struct CheckTargetTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private static func rules() throws -> ManifestRules { try ManifestRules(folder: root + "/Scorm") }

    /// A folder of its own with these files, gone when the body returns.
    private static func withFiles(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parcours-\(UUID().uuidString)").path
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch { print("left behind: \(folder)") }
        }
        for (name, text) in files {
            let path = folder + "/" + name
            let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
        try body(folder)
    }

    @Test("a folder of packages is checked package by package")
    func tree() throws {
        let manifest = "<manifest/>"
        let files = [
            "LISEZMOI.md": "# Cours", "a/imsmanifest.xml": manifest, "a/sub/imsmanifest.xml": manifest,
            "b/c/cmi5.xml": manifest, "d.zip": "PK", "a/e.zip": "PK",
        ]
        try CheckTargetTests.withFiles(files) { folder in
            let found = try CheckTarget.all(at: folder).map { $0.path.dropFirst(folder.count + 1) }
            #expect(found == ["a", "b/c", "d.zip"])
        }
    }

    @Test("a folder that is one package, or none, is one target")
    func single() throws {
        try CheckTargetTests.withFiles(["imsmanifest.xml": "<manifest/>", "b/imsmanifest.xml": "<manifest/>"]) {
            folder in
            let found = try CheckTarget.all(at: folder)
            #expect(found == [.package(path: folder)])
        }
        try CheckTargetTests.withFiles(["index.html": ""]) { folder in
            let found = try CheckTarget.all(at: folder)
            #expect(found == [.package(path: folder)])
        }
    }

    @Test("a lesson and a quiz are checked on their own")
    func markdown() throws {
        let lesson = "---\ntitle: Pourquoi ?\n---\n\n<b>non</b>\n"
        let quiz = "---\ntitle: Quiz\n---\n\n## Oui ? {#q1}\n\n- (x) Oui\n- ( ) Non\n"
        try CheckTargetTests.withFiles(["l.md": lesson, "q.md": quiz, "quizzes/r.md": "# Rien"]) { folder in
            #expect(try CheckTarget.all(at: folder + "/l.md") == [.lesson(path: folder + "/l.md")])
            #expect(try CheckTarget.all(at: folder + "/quizzes/r.md") == [.quiz(path: folder + "/quizzes/r.md")])
            let rules = try CheckTargetTests.rules()
            let read = try checkReading(of: .lesson(path: folder + "/l.md"), rules: rules)
            #expect(read.summary.title == "Pourquoi ?")
            #expect(Set(read.findings.map(\.file)) == ["l.md"] && read.findings.first?.code.hasPrefix("LES") == true)
            let asked = try checkReading(of: CheckTarget.all(at: folder + "/q.md")[0], rules: rules)
            #expect(asked.summary.title == "Quiz" && asked.findings.isEmpty)
        }
    }

    @Test("a path that is none is an error")
    func missing() {
        #expect(throws: PackageError.self) { try CheckTarget.all(at: "/no/such/lesson.md") }
    }

    @Test("SARIF names the file as its caller knows it", arguments: ["Courses/spaser", "./Courses/spaser/"])
    func places(path: String) throws {
        try CheckTargetTests.withFiles(["imsmanifest.xml": "<manifest>"]) { folder in
            var reading = try checkReading(of: .package(path: folder), rules: try CheckTargetTests.rules())
            #expect(reading.hasErrors)
            reading.findings = Array(reading.findings.prefix(1))
            let text = checkSARIF([CheckResult(target: .package(path: path), reading: reading)], .english)
            #expect(text.contains(#""uri":"Courses/spaser/imsmanifest.xml"},"region":{"startLine":1"#))
        }
    }

    @Test("what SARIF 2.1.0 requires is there")
    func sarif() throws {
        struct Log: Decodable {
            struct Run: Decodable {
                struct Tool: Decodable { var driver: Driver }
                struct Driver: Decodable {
                    var name: String
                    var rules: [Rule]
                }
                struct Rule: Decodable { var id: String }
                struct Message: Decodable { var text: String }
                struct Artifact: Decodable { var uri: String }
                struct Region: Decodable { var startLine: Int, startColumn: Int? }
                struct Physical: Decodable { var artifactLocation: Artifact, region: Region? }
                struct Location: Decodable { var physicalLocation: Physical }
                struct Found: Decodable {
                    var ruleId: String, level: String, message: Message, locations: [Location]
                }
                var tool: Tool
                var results: [Found]
            }
            var version: String
            var runs: [Run]
        }
        let manifest =
            #"<manifest identifier="1 2"><organizations/><resources><resource href="a b"/></resources></manifest>"#
        try CheckTargetTests.withFiles(["imsmanifest.xml": manifest]) { folder in
            let target = CheckTarget.package(path: folder)
            let reading = try checkReading(of: target, rules: try CheckTargetTests.rules())
            let text = checkSARIF([CheckResult(target: target, reading: reading)], .french)
            let run = try #require(try JSONDecoder().decode(Log.self, from: Data(text.utf8)).runs.first)
            let ids = run.tool.driver.rules.map(\.id)
            #expect(Set(ids).count == ids.count && run.tool.driver.name == "parcours")
            #expect(!run.results.isEmpty)
            for found in run.results {
                #expect(ids.contains(found.ruleId) && ["error", "warning", "note"].contains(found.level))
                #expect(!found.message.text.isEmpty && found.locations.count == 1)
                let place = found.locations.first?.physicalLocation
                #expect(place?.artifactLocation.uri.hasPrefix("file:///") == true)
                #expect(place?.region.map { $0.startLine >= 1 && $0.startColumn ?? 1 >= 1 } ?? true)
            }
        }
    }
}
