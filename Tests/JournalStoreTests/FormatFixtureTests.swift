import CourseModel
import FoundationEssentials
import Testing

@testable import JournalStore

/// Data folders as the program of each format wrote them; a fixture is never changed, and never leaves.
@Suite("Data folders of every format")
struct FormatFixtureTests {
    @Test("are read and written on, down to the last line", arguments: [1])
    func opens(format: Int) throws {
        let scratch = Scratch()
        let path = scratch.file("data")
        try FileManager.default.copyItem(atPath: "Tests/Fixtures/data-format-\(format)", toPath: path)
        let folder = try DataFolder(existing: path)
        let learner = try #require(try folder.learner(login: "fixture"))
        #expect(try folder.profile(of: learner)?.name == "Fixture")
        let enrolment = try #require(try folder.enrolments(of: learner).first)
        #expect(enrolment.courseID == "parcours-mission-spaser")
        let report = try Journal.verify(enrolment.journalPath, lockPath: enrolment.lockPath)
        #expect(report.status == .clean)
        var journal = enrolment.journal
        let lines = try journal.read()
        #expect(journal.obstacle == nil)
        #expect(lines.count == 5)
        #expect(lines[0].event.events?.first?.kind == .open)
        let request = try #require(JournalRequest(session: "test", counter: 1))
        _ = try journal.append(
            request, at: { noon }, catchingUp: { _ in }, deciding: { [JournalEvent(.nav, .empty)] })
        #expect(try Journal.verify(enrolment.journalPath, lockPath: enrolment.lockPath).status == .clean)
    }
}
