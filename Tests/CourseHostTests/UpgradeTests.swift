import Assessment
import CourseModel
import JournalStore
import Learning
import Testing

@testable import CourseHost

@Suite("Going over to another version")
struct UpgradeTests {
    private let course = "parcours-mission-spaser"

    /// Somebody has read the second lesson and answered a question; then a version without that lesson comes.
    private func prepared() throws -> (shop: Workshop, desk: Desk, first: String, second: String) {
        let shop = try Workshop()
        let first = try shop.shelf.importPackage(at: shop.package).version
        var desk = try shop.desk("one")
        _ = try desk.open()
        for _ in 0..<6 { _ = try desk.perform(.screen(1)) }
        _ = try desk.perform(.navigate(.choice("M1-L2")))
        _ = try desk.perform(.screen(1))
        _ = try desk.perform(.navigate(.choice("M1-QUIZ")))
        _ = try desk.perform(.answer(item: "m1-q1", Response(["B"])))
        _ = try desk.perform(.navigate(.choice("M1-L2")))
        try shop.cut(item: "M1-L2")
        return (shop, desk, first, try shop.shelf.importPackage(at: shop.package).version)
    }

    @Test("the plan says what is lost and what is kept, and nothing moves")
    func plan() throws {
        let (shop, desk, first, second) = try prepared()
        let plan = try #require(try shop.shelf.upgradePlan(course))
        #expect(plan.version == second && plan.failures.isEmpty)
        #expect(plan.changes[first]?.removed.map(\.id) == ["M1-L2"])
        let step = try #require(plan.steps.first)
        #expect(step.from == first && step.lost.map(\.id) == ["M1-L2"] && step.leaves?.id == "M1-L2")
        #expect(step.kept > 0 && !step.keepsAll)
        #expect(try shop.desk("two").journal.lastNumber == desk.journal.lastNumber)
        #expect(try shop.shelf.upgradePlan(course, learners: [])?.steps.isEmpty == true)
        #expect(try shop.shelf.upgradePlan("other") == nil)
    }

    @Test("a move is one line; work that has its place goes on, and both sides of the line replay")
    func move() throws {
        var (shop, desk, first, second) = try prepared()
        let learner = try #require(try shop.shelf.folder.learners().first)
        let before = desk.journal.lastNumber
        func move() throws -> Bool {
            try shop.shelf.move(
                learner, in: course, to: second, by: "test", writer: "m", clock: { Instant(milliseconds: 9000) })
        }
        #expect(try move())
        #expect(try !move())
        #expect(throws: DeskError.moved(to: second)) { try desk.catchUp() }
        #expect(throws: DeskError.moved(to: second)) { try desk.perform(.screen(1)) }
        var next = try shop.desk("two")
        #expect(next.journal.lastNumber == before + 1)
        #expect(next.session.version == second && next.session.delivered == nil)
        _ = try next.perform(.navigate(.choice("M1-QUIZ")))
        guard case .quiz(let quiz) = next.view.current else {
            Issue.record("the quiz did not open")
            return
        }
        #expect(quiz.answers["m1-q1"] != nil)
        let later = try shop.desk("three")
        #expect(later.view == next.view)

        var journal = shop.shelf.folder.enrolment(of: learner, in: course).journal
        let lines = try journal.read()
        #expect(Desk.pinnedVersion(lines) == second)
        let earlier = lines.filter { $0.number <= before }
        #expect(Desk.pinnedVersion(earlier) == first)
        let old = try #require(try shop.shelf.course(course, version: first))
        let replayed = try Desk.replay(old.courseware, learner: desk.session.learner, lines: lines, limit: before)
        #expect(replayed.delivered.map { replayed.organization.activities[$0].id } == "M1-L2")
    }
}
