import Assessment
import CourseModel
import Learning
import Testing

@testable import Terminal

/// A visit with keys and lines put in, against the sample engine.
private struct Player {
    var course = SampleCourse()
    var visit = Visit(SampleCourse.start)
    var hasLeft = false

    mutating func press(_ keys: Key...) {
        for key in keys {
            _ = visit.frame(draw(.french, 80), rows: 24)
            follow(visit.press(key))
        }
    }

    mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    mutating func say(_ lines: String...) { for line in lines { follow(visit.say(line)) } }

    private mutating func follow(_ act: Visit.Act) {
        switch act {
        case .stay: break
        case .quit: hasLeft = true
        case .ask(let request): visit.take(course.perform(request), to: request)
        }
    }
}

@Suite("Visit")
struct VisitTests {
    @Test("Next turns pages, then continues; back turns them back")
    func pages() {
        var player = Player()
        player.press(.right, .left, .character("n"), .character(" "))
        #expect(player.course.asked == [.screen(1), .screen(0), .screen(1), .navigate(.continue)])
    }

    @Test("Space reads on before it turns the page")
    func space() {
        var player = Player()
        for _ in 0..<2 {
            _ = player.visit.frame(draw(.french, 40), rows: 12)
            let act = player.visit.press(.character(" "))
            #expect(act == .stay)
        }
        #expect(player.visit.scroll > 0)
    }

    @Test("A quiz by keys: choose, tick, type, correct, finish, retry")
    func quizByKeys() {
        var player = Player()
        player.press(.character("m"), .down, .down, .enter)
        player.press(.enter)
        #expect(player.visit.notice == Words.nothingChosen(upTo: "B"))
        player.press(.character("b"), .enter)
        #expect(player.visit.place == .feedback(item: "m1-q1"))
        player.press(.enter)
        player.type("a3b2")
        player.press(.enter, .right)
        player.type("L. 2111-é")
        player.press(.backspace, .character("3"), .enter, .right)
        player.type("abc")
        player.press(.enter)
        #expect(player.visit.notice == Words.notANumber)
        player.type("1")
        player.press(.enter)
        #expect(player.visit.draft.field.text == "abc1", "a refused answer stays to be mended")
        player.press(.clear)
        player.type("47,3")
        player.press(.enter, .right, .character("r"))
        #expect(
            player.course.asked == [
                .navigate(.choice("quiz")), .answer(item: "m1-q1", Response(["B"])),
                .answer(item: "m1-q3", Response(["A", "C"])), .answer(item: "m1-q5", Response(["L. 2111-3"])),
                .answer(item: "m1-q6", Response(["abc1"])), .answer(item: "m1-q6", Response(["47,3"])), .retry,
            ])
        #expect(player.visit.draft == Draft())
    }

    @Test("A quiz by lines: letters win over short commands, words win over answers, = wins over words")
    func quizByLines() {
        var player = Player()
        player.say("carte", "6", "", "z", "b", "", "A, c", "suite", "=carte", "n", "", "q42x", "47,3", "next")
        #expect(
            player.course.asked == [
                .navigate(.choice("quiz")), .answer(item: "m1-q1", Response(["B"])),
                .answer(item: "m1-q3", Response(["A", "C"])), .answer(item: "m1-q5", Response(["carte"])),
                .answer(item: "m1-q6", Response(["q42x"])),
            ])
    }

    @Test("A locked step tells why, and a digit leads to what opens it")
    func locks() {
        var player = Player()
        player.press(.character("w"))
        #expect(player.visit.place == .why(title: "Module 2 – Mobiliser", SampleCourse.lock))
        player.press(.character("9"))
        #expect(player.visit.notice == Words.noSuchStep("9"))
        player.press(.character("1"))
        #expect(player.course.asked == [.navigate(.choice("quiz"))])
        player.say("why 8")
        #expect(player.visit.place == .why(title: "Le portage politique", SampleCourse.lock))
        player.say("retour", "pourquoi 99")
        #expect(player.visit.notice == Words.noSuchStep("99"))
    }

    @Test(
        "Numbers that no step has are not understood",
        arguments: ["0", "-1", "-9223372036854775808", "10000", "99999999999999999999"])
    func numbers(text: String) {
        var player = Player()
        player.say("carte", text)
        #expect(player.visit.notice == Words.notUnderstood(text) && player.course.asked == [])
    }

    @Test("A refusal is explained, trouble is said, and neither moves the learner")
    func refusals() {
        var visit = Visit(SampleCourse.start)
        visit.take(.refused(SampleCourse.start, SampleCourse.lock), to: .navigate(.continue))
        #expect(visit.shown == .why(title: nil, SampleCourse.lock))
        let trouble = Sentence(fr: "Disque plein.", en: "Disk full.")
        visit.show(.course)
        visit.take(.failed(trouble), to: .navigate(.continue))
        #expect(visit.notice == trouble && visit.view == SampleCourse.start)
    }

    @Test("A locked retry says why")
    func lockedRetry() {
        var view = SampleCourse.start
        var quiz = SampleCourse.finished
        quiz.retryLock = SampleCourse.lock
        view.current = .quiz(quiz)
        var visit = Visit(view)
        let act = visit.press(.character("r"))
        #expect(act == .stay)
        #expect(visit.place == .why(title: quiz.quiz.title, SampleCourse.lock))
    }

    @Test("What another window did is shown; a half-typed answer to the same question stays")
    func elsewhere() {
        var player = Player()
        player.press(.character("m"), .down, .down, .enter, .character("a"))
        var fresh = player.visit.view
        fresh.courseTitle = "Autre titre"
        let hasMovedByTitle = player.visit.catchUp(with: fresh)
        #expect(!hasMovedByTitle)
        #expect(player.visit.draft.chosen == [0])
        fresh.current = .ended
        let hasMoved = player.visit.catchUp(with: fresh)
        #expect(hasMoved)
        #expect(player.visit.notice == Words.elsewhere && player.visit.draft == Draft())
    }

    @Test("Any keys on any screen keep a visit whole", arguments: 0..<60)
    func randomKeys(seed: Int) {
        var dice = SeededGenerator(seed: UInt64(seed))
        let keys: [Key] =
            [
                .up, .down, .left, .right, .enter, .escape, .home, .end, .pageUp, .pageDown, .help, .backspace, .delete,
                .tab,
            ] + "abcmwhnr19 é?".map { .character($0) }
        var player = Player()
        for _ in 0..<150 {
            player.press(keys.randomElement(using: &dice) ?? .enter)
            let outline = player.visit.view.outline
            #expect(outline.isEmpty || outline.indices.contains(player.visit.selected))
        }
        player.press(.interrupt)
        #expect(player.hasLeft)
    }
}
