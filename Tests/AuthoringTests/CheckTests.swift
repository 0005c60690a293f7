import CourseModel
import FoundationEssentials
import Packaging
import Testing

@testable import Authoring

/// A reading with one finding of each severity.
private func sample(errors: Int = 1, warnings: Int = 2) -> CheckResult {
    var summary = PackageSummary()
    summary.standard = "SCORM"
    summary.edition = "1.2"
    summary.title = "L’essentiel \u{1B}[31m"
    summary.organizations = 1
    summary.items = 3
    summary.resources = 2
    summary.firstLaunch = "index.html"
    let words = Sentence(fr: "Le titre \u{202E}manque.", en: "The title is \"missing\".")
    let cure = Sentence(fr: "Écrivez-le.", en: "Write it.")
    let findings =
        (0..<errors).map {
            Finding("PKG002", .error, file: "a b.xml", line: $0 + 1, column: 7, message: words, cure: cure)
        }
        + (0..<warnings).map { _ in Finding("PKG024", .warning, file: "imsmanifest.xml", message: words, cure: cure) }
    return CheckResult(
        target: .package(path: "./dossier/a b.xml"),
        reading: PackageReading(course: nil, summary: summary, findings: findings, files: .manifestAlone()))
}

struct CheckTests {
    @Test(
        "the report counts with right plurals",
        arguments: [
            (0, 0, Language.french, "0 erreur, 0 avertissement, 0 note."),
            (1, 2, .french, "1 erreur, 2 avertissements, 0 note."),
            (0, 1, .english, "0 errors, 1 warning, 0 notes."),
            (2, 0, .english, "2 errors, 0 warnings, 0 notes."),
        ])
    func plurals(errors: Int, warnings: Int, language: Language, count: String) {
        #expect(checkReport(sample(errors: errors, warnings: warnings), language).hasSuffix(count + "\n"))
    }

    @Test("a finding shows its place, then its cure on the next line")
    func place() {
        let lines = checkReport(sample(), .english).split(separator: "\n")
        #expect(lines[0] == "a b.xml:1:7: error PKG002: The title is \"missing\".")
        #expect(lines[1] == "    → Write it.")
    }

    @Test("nothing in the report can command a terminal", arguments: Language.allCases)
    func escapes(language: Language) {
        let report = checkReport(sample(), language)
        #expect(!report.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        #expect(report.contains("\\u{1b}"))
    }

    @Test("JSON has the documented keys and reads back", arguments: Language.allCases)
    func json(language: Language) throws {
        struct Answer: Decodable {
            struct Package: Decodable {
                var standard, edition, title, firstLaunch: String?
                var organizations, items, resources: Int
            }
            struct Found: Decodable {
                var file, code, severity, message, cure: String
                var line, column: Int?
            }
            var package: Package
            var findings: [Found]
        }
        let text = checkJSON(sample(), language)
        #expect(text.hasPrefix(#"{"package":{"standard":"SCORM","edition":"1.2","title":"#))
        let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
        #expect(answer.package.items == 3)
        #expect(answer.package.title == "L’essentiel \u{1B}[31m")
        #expect(answer.findings.map(\.code) == ["PKG002", "PKG024", "PKG024"])
        #expect(answer.findings.map(\.line) == [1, nil, nil])
        #expect(text.contains(#""line":null"#))
    }

    @Test("SARIF is JSON, and names rule, level and line")
    func sarif() throws {
        struct Log: Decodable {
            struct Run: Decodable {
                struct Result: Decodable { var ruleId, level: String }
                var results: [Result]
            }
            var version: String
            var runs: [Run]
        }
        let text = checkSARIF([sample(), sample(errors: 0)], .english)
        let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
        #expect(log.version == "2.1.0")
        #expect(log.runs.first?.results.map(\.level) == ["error", "warning", "warning", "warning", "warning"])
        #expect(text.contains(#""uri":"dossier/a%20b.xml"},"region":{"startLine":1,"startColumn":7}"#))
    }

    @Test("only errors make the exit code 1")
    func exitCode() {
        #expect(checkExitCode([sample(errors: 0).reading]) == 0)
        #expect(checkExitCode([sample(errors: 0), sample()].map(\.reading)) == 1)
    }
}
