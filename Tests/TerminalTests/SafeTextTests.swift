import CourseModel
import Learning
import Testing

@testable import Terminal

@Suite("Safe text")
struct SafeTextTests {
    @Test(
        "What commands a terminal is taken out",
        arguments: [
            ("\u{1B}]0;x\u{07}", "]0;x"), ("a\u{9B}31mb", "a31mb"), ("a\u{202E}b\u{2066}c", "abc"),
            ("a\nb\tc", "a b c"),
            ("été « oui »\u{A0}!", "été « oui »\u{A0}!"), ("\u{7F}\u{0}\u{8}", ""), ("a\u{AD}b", "ab"),
            ("a\u{2028}b", "a b"), ("e\u{301}", "e\u{301}"),
        ])
    func cleans(text: String, clean: String) {
        #expect(safe(text).unicodeScalars.elementsEqual(clean.unicodeScalars))
    }

    @Test("Nothing that a course, a lock or a learner says can carry an escape", arguments: [false, true])
    func injection(isPlain: Bool) {
        let evil = "x\u{1B}]0;pwned\u{07}\u{9B}2J\u{202E}y"
        var view = SampleCourse.start
        view.courseTitle = evil
        for place in view.outline.indices { view.outline[place].title = evil }
        let lock = Lock(reason: evil, sentence: Sentence(fr: evil, en: evil), wayOut: [ActivityID(evil)])
        view.outline[0].lock = lock
        let blocks: [Block] = [
            .paragraph([.link(destination: evil, [.code(evil)]), .image(path: evil, alternative: evil)]),
            .paragraph([.term([.text(evil)], meaning: evil)]),
            .code(language: evil, evil), .image(path: evil, alternative: evil, title: evil + evil),
            .callout(
                kind: .exemple, title: evil,
                [.table(Table(alignments: [], header: [[.text(evil)]], rows: [[[.text(evil)]]]))]),
        ]
        let drawing = draw(.french, 80, isPlain: isPlain)
        let lesson = Lesson(title: evil, sources: [evil], screens: [.init(blocks: blocks)])
        var draft = Draft()
        draft.field.insert(evil)
        let screens = [
            drawing.lessonScreen(view, lesson, page: 0), drawing.mapScreen(view, selected: 0),
            drawing.whyScreen(view, title: evil, lock: lock), drawing.webScreen(view, title: evil),
            drawing.questionScreen(view, SampleCourse.quizView(), item: 2, draft: draft),
        ]
        for screen in screens {
            let text = screen.linear.flatMap(\.spans).map(\.text).joined()
            #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{202E}" })
            #expect(screen.place?.unicodeScalars.contains("\u{1B}") != true)
        }
    }

    @Test(
        "Numbers are said in both languages",
        arguments: [
            (1.5, "1,5", "1.5"), (2, "2", "2"), (-0.25, "−0,25", "−0.25"), (47.0499, "47,05", "47.05"),
            (.nan, "–", "–"),
            (1e300, "–", "–"), (0.999, "1", "1"),
        ])
    func decimals(value: Double, french: String, english: String) {
        #expect(decimal(value) == Sentence(fr: french, en: english))
    }

    @Test(
        "Percent never shows more than was reached",
        arguments: [(0.7999, "79\u{A0}%"), (0.8, "80\u{A0}%"), (0.29, "29\u{A0}%")])
    func percents(part: Double, french: String) {
        #expect(percent(part).french == french)
    }

    @Test("French words keep their blanks before signs")
    func typography() {
        #expect(Words.quote.french == "Citation\u{A0}:")
        #expect(Words.noSuchOption("z").french.contains("«\u{A0}z\u{A0}»"))
    }
}
