import CourseModel
import FoundationEssentials
import Testing

@testable import Packaging

/// The codes are a promise: `Scorm/findings.md` lists each with its severity.
struct FindingsTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
    }

    static func sources() throws -> [String] {
        let folder = "Sources/Packaging/Findings"
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return try names.sorted().map { try text(folder + "/" + $0) }
    }

    /// Code and severity as the sources give them.
    static func given() throws -> Set<String> {
        var found: Set<String> = []
        for text in try sources() {
            for start in text.ranges(of: "\"PKG") {
                let words = text[start.upperBound...].prefix(24).split { !$0.isLetter && !$0.isNumber }
                guard words.count >= 2, Finding.Severity(rawValue: String(words[1])) != nil else { continue }
                found.insert("PKG\(words[0]) \(words[1])")
            }
        }
        return found
    }

    @Test("the documentation lists every code with its severity, and no other")
    func listed() throws {
        let rows = try FindingsTests.text("Scorm/findings.md").split(separator: "\n").filter { $0.hasPrefix("| PKG") }
        let documented = rows.map { row in
            row.split(separator: "|").prefix(2).map(\.trimmed).joined(separator: " ")
        }
        #expect(Set(documented).count == documented.count)
        #expect(Set(documented) == (try FindingsTests.given()))
        #expect(documented.count > 50)
    }

    @Test("the rules give no code that is not documented")
    func codesOfRules() throws {
        let known = try FindingsTests.given().map { String($0.prefix(6)) }
        let rules = try FindingsTests.text("Scorm/manifest-rules.json")
        let codes = rules.ranges(of: "\"PKG").map { "PKG" + rules[$0.upperBound...].prefix(3) }
        #expect(codes.count > 20)
        #expect(Set(codes).subtracting(known).isEmpty)
    }

    @Test("French sentences keep their marks on the line", arguments: [" :", " ;", " ?", " !", " »", "« "])
    func frenchSpaces(mark: String) throws {
        for text in try FindingsTests.sources() {
            for literal in text.split(separator: "\"").enumerated() where literal.offset % 2 == 1 {
                #expect(!literal.element.contains(mark))
            }
        }
    }
}
