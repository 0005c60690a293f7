import Assessment
import CourseModel
import FoundationEssentials
import RuntimeData
import Testing

@testable import Learning

/// A learner and what was journaled.
private struct Walk {
    var session: Session
    var dice = SystemRandomNumberGenerator()
    var now = Instant(milliseconds: 1_000_000)
    var log: [(events: [Event], at: Instant)] = []

    init(delays: [Int64] = []) throws {
        let table = try Data(contentsOf: URL(filePath: "Scorm/datamodel-2004-4th.json"))
        let model = try JSONDecoder().decode(DataModel.self, from: table)
        let courseware = try #require(CourseFixture.courseware(model: model, delays: delays))
        session = Session(courseware, learner: Learner(id: "l", name: "Inès"))
        let ruling = session.opening(course: "c", version: "v", at: now, using: &dice)
        keep(ruling.events)
    }

    private mutating func keep(_ events: [Event]) {
        session.apply(events, at: now)
        log.append((events, now))
    }

    /// The code of a refusal; `nil` when all went well.
    @discardableResult
    mutating func ask(_ request: LearnerRequest, after seconds: Int64 = 1) -> String? {
        now = Instant(milliseconds: now.milliseconds + seconds * 1000)
        do throws(Refusal) {
            let ruling = try session.ruling(on: request, at: now, using: &dice)
            keep(ruling.events)
            return ruling.refusal?.code
        } catch {
            return error.code
        }
    }

    mutating func takeQuiz(_ first: String, _ second: String) {
        ask(.answer(item: "q1", Response([first])))
        ask(.answer(item: "q2", Response([second])))
    }

    var view: SessionView { session.view(at: now) }

    func entry(_ id: ActivityID) -> OutlineEntry? { view.outline.first { $0.id == id } }

    /// A fresh session to which the same events happened.
    func replayed() -> Session {
        var fresh = Session(session.courseware, learner: session.learner)
        for line in log { fresh.apply(line.events, at: line.at) }
        return fresh
    }
}

@Suite("A learner in a native course")
struct SessionTests {
    @Test("starts at the first lesson, which is complete once every screen was shown")
    func lessons() throws {
        var walk = try Walk()
        #expect(walk.view.current == .lesson(id: "l1", CourseFixture.lesson(2), screen: 0))
        #expect(walk.entry("l1")?.status == .inProgress)
        walk.ask(.screen(1))
        #expect(walk.entry("l1")?.status == .completed)
        #expect(walk.ask(.screen(2)) == "no-screen")
        walk.ask(.navigate(.continue))
        walk.ask(.navigate(.previous))
        #expect(walk.view.current == .lesson(id: "l1", CourseFixture.lesson(2), screen: 1))
        #expect(walk.entry("l1")?.status == .completed)
        #expect(walk.entry("l2")?.status == .completed)
    }

    @Test("a locked module says what opens it; passing the quiz opens it at once")
    func lock() throws {
        var walk = try Walk()
        #expect(walk.entry("l3")?.isOpen == false)
        #expect(walk.entry("m2")?.lock?.sentence.french == "Fermé : réussissez « Le quiz ».")
        #expect(walk.entry("m2")?.lock?.wayOut == ["quiz"])
        let before = walk.log.count
        #expect(walk.ask(.navigate(.choice("l3"))) != nil)
        #expect(walk.log.count == before + 1 || walk.log.count == before)
        walk.ask(.navigate(.choice("quiz")))
        walk.takeQuiz("A", "47,3")
        #expect(walk.entry("quiz")?.status == .passed)
        #expect(walk.entry("m2")?.isOpen == true)
        #expect(walk.ask(.navigate(.continue)) == nil)
        #expect(walk.view.current == .lesson(id: "l3", CourseFixture.lesson(1), screen: 0))
    }

    @Test("a quiz left half-way resumes at the same question, in the same attempt")
    func halfWay() throws {
        var walk = try Walk()
        walk.ask(.navigate(.choice("quiz")))
        walk.ask(.answer(item: "q1", Response(["B"])))
        walk.ask(.navigate(.choice("l1")))
        walk.ask(.navigate(.suspendAll))
        #expect(walk.view.current == .ended)
        var again = walk
        let ruling = again.session.opening(course: "c", version: "v", at: again.now, using: &again.dice)
        again.session.apply(ruling.events, at: again.now)
        again.ask(.navigate(.choice("quiz")))
        guard case .quiz(let quiz) = again.view.current else {
            Issue.record("the quiz is not shown: \(again.view.current)")
            return
        }
        #expect(quiz.attempt == 1)
        #expect(quiz.nextItem == 1)
        #expect(quiz.answers["q1"]?.outcome.isCorrect == false)
    }

    @Test("an answer is not given twice, and a bad one changes nothing")
    func badAnswers() throws {
        var walk = try Walk()
        #expect(walk.ask(.answer(item: "q1", Response(["A"]))) == "no-question")
        walk.ask(.navigate(.choice("quiz")))
        let before = walk.log.count
        #expect(walk.ask(.answer(item: "q1", Response(["Z"]))) == "bad-response")
        #expect(walk.ask(.answer(item: "q9", Response(["A"]))) == "no-question")
        #expect(walk.log.count == before)
        #expect(walk.ask(.answer(item: "q1", Response(["A"]))) == nil)
        #expect(walk.ask(.answer(item: "q1", Response(["B"]))) == "answered")
    }

    @Test("the best attempt counts, attempts run out, and the delay between them holds")
    func attempts() throws {
        var walk = try Walk(delays: [900])
        walk.ask(.navigate(.choice("quiz")))
        walk.takeQuiz("A", "47.3")
        #expect(walk.ask(.retry) == "attempt-delay")
        #expect(walk.ask(.retry, after: 900) == nil)
        walk.takeQuiz("B", "1")
        #expect(walk.entry("quiz")?.measure == Measure(1))
        #expect(walk.entry("quiz")?.status == .passed)
        #expect(walk.entry("m2")?.isOpen == true)
        walk.ask(.navigate(.continue))
        #expect(walk.ask(.navigate(.choice("quiz")), after: 5000) == "DB.1.1-3")
        #expect(walk.entry("quiz")?.lock?.sentence.french == "Fermé : les 2 tentatives sont utilisées.")
    }

    @Test("active time leaves out pauses of more than five minutes")
    func activeTime() throws {
        var walk = try Walk()
        walk.ask(.screen(1), after: 60)
        walk.ask(.navigate(.continue), after: 301)
        walk.ask(.navigate(.previous), after: 300)
        #expect(walk.session.activeMilliseconds == 360_000)
    }

    @Test("live equals replayed, whatever is asked", arguments: 0..<25)
    func replay(seed: Int) throws {
        var walk = try Walk()
        var state = UInt64(seed) &+ 1
        func pick(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        let ids: [ActivityID] = ["root", "m1", "l1", "l2", "quiz", "m2", "l3", "nowhere"]
        for _ in 0..<60 {
            switch pick(8) {
            case 0, 1: walk.ask(.navigate(.choice(ids[pick(ids.count)])))
            case 2: walk.ask(.screen(pick(3)))
            case 3, 4:
                walk.ask(.answer(item: ["q1", "q2", "q3"][pick(3)], Response([["A", "B", "47,3", ""][pick(4)]])))
            case 5: walk.ask(.retry)
            case 6: walk.ask(.navigate([.continue, .previous, .suspendAll, .exitAll, .start, .resumeAll][pick(6)]))
            default: walk.ask(.navigate(.continue))
            }
        }
        #expect(walk.replayed().view(at: walk.now) == walk.view)
        #expect(walk.replayed().activeMilliseconds == walk.session.activeMilliseconds)
    }
}
