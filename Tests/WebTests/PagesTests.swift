import CourseModel
import Foundation
import Learning
import Testing

@testable import Web

struct PagesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Web/Pages").standardized

    private static let templates: [String: String] = {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return Dictionary(
            uniqueKeysWithValues: files.filter { $0.pathExtension == "mustache" }.compactMap { file in
                (try? String(contentsOf: file, encoding: .utf8)).map { (file.lastPathComponent, $0) }
            })
    }()

    @Test("Every word that a page says is in the table")
    func words() {
        #expect(Self.templates.count > 15)
        for (name, text) in Self.templates {
            for match in text.matches(of: /\{\{t\.(\w+)\}\}/) {
                #expect(Words.all[String(match.1)] != nil, "\(name): t.\(match.1)")
            }
        }
    }

    @Test("No name stands twice in the tables, and every sentence is said in both languages")
    func tables() {
        let tables = [Words.pages, Words.player, Words.helping, Words.content, Words.importing, AccountWords.all]
        #expect(Words.all.count == tables.map(\.count).reduce(0, +))
        for (name, sentence) in Words.all { #expect(!sentence.french.isEmpty && !sentence.english.isEmpty, "\(name)") }
    }

    @Test("French has its own apostrophes and spaces")
    func french() {
        for (name, sentence) in Words.all {
            #expect(!sentence.french.contains("'"), "\(name)")
            for mark in [" ;", " :", " !", " ?", " »", "« "] {
                #expect(!sentence.french.contains(mark), "\(sentence.french)")
            }
        }
    }

    @Test("Only drawings of ours go into a page as markup")
    func markup() {
        let known: Set = [
            "body", "prompt", "toc", "dots", "html", "ring", "feedback", "key", "figure", "steps", "excerpt", ".",
        ]
        for (name, text) in Self.templates {
            for match in text.matches(of: /\{\{\{([^}]+)\}\}\}/) {
                #expect(known.contains(String(match.1)), "\(name): \(match.1)")
            }
            #expect(!text.contains("{{&"), "\(name)")
        }
    }

    @Test("The statement has the 106 criteria, each with a way of knowing")
    func criteria() throws {
        let table = try Criteria(file: Self.folder.appending(path: "rgaa.json").path)
        #expect(table.themes.map(\.criteria.count) == [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12])
        for criterion in table.themes.flatMap(\.criteria) {
            #expect(table.how[criterion.how] != nil && ["A", "AA"].contains(criterion.level), "\(criterion.text.fr)")
        }
    }

    @Test(
        "The language with the greatest weight is spoken",
        arguments: [
            ("en", Language.english), ("fr-FR,fr;q=0.9,en;q=0.8", .french), ("de,en;q=0.5,fr;q=0.4", .english),
            ("fr;q=0,en;q=0.1", .english), ("de", nil), ("", nil), (";;q=,,", nil),
        ] as [(String, Language?)])
    func languages(header: String, expected: Language?) {
        #expect(Visitor.preferred(header) == expected)
    }

    @Test("A search finds words whatever their accents, and marks them as text")
    func search() throws {
        let text = Array("Un écrit <b> sur l’Égalité".unicodeScalars)
        let page = SearchPage(activity: "a", title: "t", text: text, folded: text.map(\.folded))
        let found = try #require(SearchWords("EGALITE ecrit").find(in: page))
        #expect(found.description == "Un <mark>écrit</mark> &lt;b&gt; sur l’<mark>Égalité</mark>")
        #expect(SearchWords("egalite absent").find(in: page) == nil)
        #expect(SearchWords("a").isEmpty)
    }
}
