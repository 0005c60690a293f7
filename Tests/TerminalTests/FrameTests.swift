import CourseModel
import Learning
import Testing

@testable import Terminal

@Suite("Frame")
struct FrameTests {
    private let view = SampleCourse.start

    @Test("What is selected is in sight at any height, and the frame keeps to it", arguments: 2...30)
    func follows(rows: Int) {
        for columns in [24, 80] {
            for selected in view.outline.indices {
                let drawing = draw(.french, columns)
                let screen = drawing.mapScreen(view, selected: selected)
                let frame = drawing.frame(screen, notice: [], rows: rows, scroll: 0, follow: true)
                #expect(frame.lines.count <= rows)
                #expect(frame.lines.contains { $0.spans.contains { $0.style.contains(.reversed) } })
            }
        }
    }

    @Test("A long page says that there is more, and stops saying so at its end")
    func more() {
        let drawing = draw(.french, 80)
        let screen = drawing.lessonScreen(view, SampleCourse.lesson, page: 1)
        let top = drawing.frame(screen, notice: [], rows: 12, scroll: 0, follow: false)
        #expect(top.hasMore && top.lines.contains { $0.text.contains(Words.moreBelow.french) })
        let end = drawing.frame(screen, notice: [], rows: 12, scroll: .max / 2, follow: false)
        #expect(!end.hasMore && end.lines.contains { $0.text.contains(Words.moreAbove.french) })
        #expect(end.scroll + end.height == end.total)
    }

    @Test("The cursor stands after the typed text", arguments: [("", 0), ("ab", 2), ("é日", 3)])
    func cursor(typed: String, column: Int) throws {
        var draft = Draft()
        draft.field.insert(typed)
        let drawing = draw(.french, 80)
        let screen = drawing.questionScreen(view, SampleCourse.quizView(), item: 2, draft: draft)
        let frame = drawing.frame(screen, notice: [], rows: 24, scroll: 0, follow: true)
        let row = try #require(frame.cursorRow)
        #expect(frame.lines[row].text == "  › \(typed)" || (typed.isEmpty && frame.lines[row].text == "  ›"))
        #expect(frame.cursorColumn == 4 + column)
    }

    @Test("A notice stands above the keys")
    func notice() {
        let drawing = draw(.english, 80)
        let screen = drawing.webScreen(view, title: "Video")
        let frame = drawing.frame(screen, notice: drawing.notice(Words.answerFirst), rows: 24, scroll: 0, follow: false)
        #expect(frame.lines.count == 24)
        #expect(frame.lines[22].text == "  ! Answer the question first. The map takes you elsewhere.")
    }
}
