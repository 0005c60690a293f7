import CourseModel
import FoundationEssentials
import Packaging
import Testing

/// A corpus of real manifests, kept elsewhere: its `index.json` says what each must give.
struct CorpusTests {
    struct Entry: Decodable {
        struct Facts: Decodable {
            var title: String?
            var firstLaunch: String?
            var organizations: Int?
        }
        var file: String
        var expected: String
        var items: Int
        var resources: Int
        var facts: Facts
    }

    /// What the corpus says of each file.
    static func entries(of folder: String) throws -> [Entry] {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/index.json"))
        return try JSONDecoder().decode([Entry].self, from: data)
    }

    static let folder = ProcessInfo.processInfo.environment["PARCOURS_MANIFESTS"]

    @Test(
        "every real manifest gets its verdict and its facts",
        .enabled(if: folder != nil, "set PARCOURS_MANIFESTS to a folder with index.json"))
    func verdicts() throws {
        let folder = try #require(CorpusTests.folder)
        for entry in try CorpusTests.entries(of: folder) {
            let reading = try readPackage(at: folder + "/" + entry.file, rules: Fixture.rules.get())
            let severities = Set(reading.findings.map(\.severity))
            let verdict =
                severities.contains(.error)
                ? "broken" : severities.contains(.warning) ? "usable with findings" : "valid"
            let worst = reading.findings.filter { $0.severity != .note }.map {
                "\($0.code):\($0.line ?? 0) \($0.message.english)"
            }
            #expect(verdict == entry.expected, "\(entry.file): \(worst.prefix(6))")
            guard entry.expected != "broken" else { continue }
            #expect(reading.summary.items == entry.items, "\(entry.file): items")
            #expect(reading.summary.resources == entry.resources, "\(entry.file): resources")
            if let count = entry.facts.organizations {
                #expect(reading.summary.organizations == count, "\(entry.file): organizations")
            }
            if let title = entry.facts.title, !title.isEmpty {
                #expect(reading.summary.title == CorpusTests.collapsed(title), "\(entry.file): title")
            }
            if let launch = entry.facts.firstLaunch {
                let wanted = launch.split(separator: " + parameters ").joined()
                let found = reading.summary.firstLaunch ?? ""
                // The corpus leaves out `xml:base`.
                #expect(found == wanted || found.hasSuffix("/" + wanted), "\(entry.file): first launch \(found)")
            }
        }
    }

    private static func collapsed(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }
}
