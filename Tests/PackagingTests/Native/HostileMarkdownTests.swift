import Assessment
import CourseModel
import Packaging
import Testing

@Suite("Hostile Markdown is read in bounded time, without a trap")
struct HostileMarkdownTests {
    /// A text and how often it is repeated.
    static let patterns: [(String, Int)] = [
        ("> ", 15_000), ("- ", 15_000), ("[", 50_000), ("![[]()", 41_000), ("![[]()\n\n", 5_000), ("*a **b ", 20_000),
        ("_a __a ", 20_000),
        ("<!--", 40_000), ("`a``", 40_000), ("](", 50_000), ("~~a", 40_000), ("a@b.", 40_000), ("www.", 40_000),
        ("![", 50_000), ("[a](<b", 30_000), ("<a ", 40_000), ("&#", 50_000), ("**x", 40_000), ("http://", 30_000),
        ("1. ", 15_000), ("* a\n  ", 10_000), ("> a\n", 30_000), ("a\n===\n", 20_000), ("[a]: b\n", 25_000),
        (":::\n", 50_000), ("::: exemple\n", 15_000), ("---\n", 50_000), ("<b>\n", 50_000), ("<?", 50_000),
        ("|", 100_000), ("|-", 50_000), ("\\", 100_000), ("\u{0}", 50_000), ("## q {#a}\n- (x) a\n", 3_000),
        ("= 1\n", 30_000), ("> * : a\n", 20_000), ("  - (x)", 20_000), ("{{a}}", 30_000), ("[^a]", 40_000),
    ]

    @Test("a pattern repeated", arguments: patterns)
    func repeated(pattern: String, count: Int) {
        let text = "# T\n\na\n\n" + String(repeating: pattern, count: count)
        let clock = ContinuousClock()
        let duration = clock.measure {
            _ = readLesson(Array(text.utf8), file: "l.md")
            _ = readQuiz(Array(text.utf8), file: "q.md")
            _ = readQuiz(Array(("## q {#a}\n- ( ) a\n- (x) " + text).utf8), file: "q.md")
            _ = readQuiz(Array(("## q {#a}\n= 1\n> 2 : " + text).utf8), file: "q.md")
        }
        #expect(duration < .seconds(5))
    }

    @Test("15,000 levels of quotes become text, with one finding")
    func deepQuotes() throws {
        let (lesson, findings) = readLesson(Array((String(repeating: "> ", count: 15_000) + "fond").utf8), file: "l.md")
        #expect(findings.places == ["LES013@1", "LES007@1"])
        #expect(tree(try #require(lesson).screens[0].blocks).hasSuffix("p fond"))
    }

    @Test(
        "a table of millions of cells is refused before it is made",
        arguments: [
            (2000, 2000), (64, 200), (65, 10), (1, 10_001),
        ])
    func largeTable(columns: Int, rows: Int) {
        let head = "|" + String(repeating: "a|", count: columns) + "\n|" + String(repeating: "-|", count: columns)
        let text = "# T\n\n> x\n\n" + head + "\n" + String(repeating: "x|\n", count: rows)
        let (_, findings) = readLesson(Array(text.utf8), file: "l.md")
        #expect(findings.map(\.code) == ["LES014"])
    }

    @Test("a table within the limits is read whole")
    func allowedTable() throws {
        let head = "|" + String(repeating: "a|", count: 60) + "\n|" + String(repeating: "-|", count: 60)
        let text = "# T\n\n" + head + "\n" + String(repeating: "x|\n", count: 100)
        let (lesson, findings) = readLesson(Array(text.utf8), file: "l.md")
        #expect(findings.isEmpty)
        guard case .table(let table)? = lesson?.screens.first?.blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.count == 100)
        #expect(table.rows.allSatisfy { $0.count == 60 })
    }

    @Test(
        "YAML that nests or multiplies itself is refused or harmless",
        arguments: [
            String(repeating: "[", count: 8000), String(repeating: "- ", count: 8000),
            String(repeating: "? ", count: 8000), "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
            (0..<500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"), "\u{1}", "!!binary x",
            "%YAML 9.9", "a: b\n--- x", "- a\n- b", "*a",
        ])
    func yaml(text: String) {
        let (lesson, findings) = readLesson(Array("---\n\(text)\n---\n# T\n\na".utf8), file: "l.md")
        #expect(lesson?.title != nil)
        #expect(!findings.isEmpty)
    }

    @Test("a screen with a passage of more than 32 KiB is left out, the rest is read")
    func longPassage() {
        let text = "# T\n\n" + String(repeating: "mot\n", count: 9000) + "\n---\n\nreste"
        let (lesson, findings) = readLesson(Array(text.utf8), file: "l.md")
        #expect(findings.places == ["LES022@8195", "LES021@1", "LES007@1"])
        #expect(lesson.map { tree($0.screens.flatMap(\.blocks)) } == "p reste")
    }

    @Test("a quiz of more than 500 questions is cut, and says so")
    func manyQuestions() {
        let text = (0..<600).map { "## q {#q\($0)}\n= 1\n" }.joined()
        let (quiz, findings) = readQuiz(Array(("# T\n" + text).utf8), file: "q.md")
        #expect(findings.places == ["QUI028@1002"])
        #expect(quiz?.items.count == 500)
    }

    @Test("findings stop at 200, and say so")
    func manyFindings() {
        let (_, findings) = readLesson(Array(("# T\n" + String(repeating: "\n<b>\n", count: 1000)).utf8), file: "l.md")
        #expect(findings.count == 201)
        #expect(findings.last?.code == "LES020")
    }

    @Test("texts read at the same time come out the same")
    func concurrent() async {
        let text = "# T\n\n~~a~~ http://www.example.fr b\n\n| a |\n|---|\n| ~~b~~ |\n"
        let expected = readLesson(Array(text.utf8), file: "l.md").lesson
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { readLesson(Array(text.utf8), file: "l.md").lesson == expected } }
            for await same in group { #expect(same) }
        }
    }
}
