import CourseModel
import Learning
import Testing

@testable import Terminal

@Suite("Wrapping")
struct WrappingTests {
    @Test(
        "Characters cover columns",
        arguments: [
            ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("⚠\u{FE0F}", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("한", 2),
            ("\u{1100}\u{1161}", 2), ("█", 1), ("⊘", 1), ("\u{A0}", 1), ("\u{200B}", 0), ("🇫🇷", 2),
        ])
    func width(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test(
        "Lines break where a reader expects it",
        arguments: [
            ("un deux trois", 7, ["un deux", "trois"]),
            ("prêt\u{A0}: oui", 6, ["prêt\u{A0}:", "oui"]),
            ("cela va ? oui", 8, ["cela", "va ? oui"]),
            ("dit « oui » ici", 9, ["dit", "« oui »", "ici"]),
            ("environnementalement", 8, ["environn", "ementale", "ment"]),
            ("porte-monnaie-clefs", 14, ["porte-monnaie-", "clefs"]),
            ("日本語です", 4, ["日本", "語で", "す"]),
            ("", 5, []), ("   ", 5, []),
        ])
    func breaks(text: String, width: Int, lines: [String]) {
        #expect(wrap([Span(text)], width: width).map(\.text) == lines)
    }

    @Test("No line is wider than the width and no text is lost", arguments: 0..<200)
    func keepsAll(seed: Int) {
        var dice = SeededGenerator(seed: UInt64(seed))
        let text = randomText(&dice)
        let width = Int.random(in: 2...100, using: &dice)
        for lines in [wrap(styled(text, &dice), width: width), wrapKeepingBlanks([Span(text)], width: width)] {
            #expect(lines.allSatisfy { $0.width <= width })
            #expect(letters(lines.map { $0.spans.map(\.text).joined() }.joined()) == letters(text))
        }
    }

    @Test("Whole screens keep to the width, whatever is in them", arguments: 0..<30)
    func screensFit(seed: Int) {
        var dice = SeededGenerator(seed: UInt64(seed) + 1_000)
        let columns = Int.random(in: 2...140, using: &dice)
        let blocks = (0..<6).map { _ in randomBlock(&dice, depth: 0) }
        for isPlain in [false, true] {
            let drawing = draw(.french, columns, isPlain: isPlain)
            let drawn = drawing.blocks(blocks)
            #expect(drawn.allSatisfy { $0.width <= drawing.width })
            var view = SampleCourse.start
            view.courseTitle = randomText(&dice)
            let lesson = Lesson(title: randomText(&dice), screens: [.init(blocks: blocks)])
            let screens = [
                drawing.lessonScreen(view, lesson, page: 0), drawing.mapScreen(view, selected: 7),
                drawing.helpScreen(view), drawing.resultScreen(view, SampleCourse.finished),
                drawing.questionScreen(view, SampleCourse.quizView(), item: 0, draft: Draft()),
            ]
            for screen in screens {
                #expect(screen.linear.allSatisfy { $0.width <= drawing.width })
                let frame = drawing.frame(screen, notice: [], rows: 12, scroll: 3, follow: true)
                #expect(frame.lines.count <= 12)
                #expect(frame.lines.allSatisfy { $0.width <= columns })
            }
        }
    }

    private func letters(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "\u{200B}" } }

    private func styled(_ text: String, _ dice: inout SeededGenerator) -> [Span] {
        text.split(separator: " ", omittingEmptySubsequences: false).enumerated().map { place, word in
            Span(place == 0 ? String(word) : " " + word, Bool.random(using: &dice) ? .bold : [])
        }
    }

    private func randomText(_ dice: inout SeededGenerator) -> String {
        let pieces = [
            "a", "été", "e\u{301}", "SPASER", "日本", "⚠\u{FE0F}", "👍🏽", " ", " ", " ", "\u{A0}:", "«\u{A0}", "-", "/",
            "environnementalement", "\u{200B}", "  ",
        ]
        return (0..<Int.random(in: 0...40, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
    }

    private func randomBlock(_ dice: inout SeededGenerator, depth: Int) -> Block {
        let text: [Inline] = [.text(randomText(&dice)), .lineBreak, .strong([.text(randomText(&dice))])]
        guard depth < 3 else { return .paragraph(text) }
        let inside = (0..<2).map { _ in randomBlock(&dice, depth: depth + 1) }
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: return .heading(level: 2, text)
        case 1: return .list(start: .max, items: [inside, inside])
        case 2: return .list(start: nil, items: [inside])
        case 3: return .quote(inside)
        case 4: return .callout(kind: .attention, title: randomText(&dice), inside)
        case 5:
            return .table(
                Table(alignments: [.trailing, .center], header: [text, text], rows: [[text], [text, text, text]]))
        case 6: return .code(language: nil, randomText(&dice) + "\n\t" + randomText(&dice))
        default: return .paragraph(text + [.link(destination: randomText(&dice), text)])
        }
    }
}
