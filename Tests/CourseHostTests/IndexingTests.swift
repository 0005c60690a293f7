import Assessment
import CourseModel
import Glibc
import JournalStore
import Learning
import RecordIndex
import Records
import Testing

@testable import CourseHost

@Suite("The index follows the journals")
struct IndexingTests {
    private func indexing(_ place: Place) -> Indexing { Indexing(place.folder, place.shelf, program: "p") }

    @Test("an index is made, known the next time, and only a journal that changed is read again")
    func follows() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        let indexing = indexing(place)
        #expect(try indexing.refreshed().outcome.read == 1)
        #expect(try indexing.refreshed().outcome.known == 1)
        _ = try desk.perform(.navigate(.choice("M1-QUIZ")))
        _ = try desk.perform(.answer(item: "m1-q1", Response(["A"])))
        let (index, outcome) = try indexing.refreshed()
        #expect((outcome.read, outcome.known) == (1, 0))
        let enrolment = try #require(try index.enrolments().first)
        #expect(enrolment.current == "M1-QUIZ")
        #expect(enrolment.position.line == desk.journal.lastNumber)
        #expect(enrolment.position.hash == desk.journal.lastHash.description)
        let question = try #require(try index.questions(ofCourse: enrolment.record.courseCode).first)
        #expect(question == .init(activity: "M1-QUIZ", item: "m1-q1", attempts: 1, right: 0, wrong: 1))
        let activities = try index.activities(ofLearner: enrolment.key.learner).map(\.activity)
        #expect(activities.contains { $0.id == "M1-QUIZ" && $0.status == "inProgress" && $0.lastSeen != nil })
    }

    @Test("an index from changes and one from nothing are the same")
    func sameFromNothing() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        let indexing = indexing(place)
        _ = try desk.open()
        _ = try indexing.refreshed()
        _ = try desk.perform(.screen(1))
        let grown = try indexing.refreshed().index.enrolments()
        #expect(try indexing.refreshed(rebuilds: true).index.enrolments() == grown)
    }

    @Test("a damaged journal is out of the index and said, and a learner who is gone is forgotten")
    func damaged() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        _ = try desk.perform(.screen(1))
        let indexing = indexing(place)
        _ = try indexing.refreshed()
        let journal = desk.journal.path
        let descriptor = open(journal, O_RDWR)
        #expect(pwrite(descriptor, "X", 1, 40) == 1)
        close(descriptor)
        let (index, outcome) = try indexing.refreshed()
        #expect(outcome.failures.map(\.enrolment.journalPath) == [journal])
        #expect(try index.enrolments().isEmpty)
        #expect(rename("\(place.path)/learners", "\(place.path)/elsewhere") == 0)
        let empty = try indexing.refreshed()
        #expect(empty.outcome.failures.isEmpty)
        #expect(try empty.index.enrolments().isEmpty)
    }

    @Test("an index that cannot be written is replaced by one in memory, and said")
    func inMemory() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        #expect(mkdir(place.folder.indexPath, 0o700) == 0)
        let indexing = indexing(place)
        let (index, outcome) = try indexing.refreshed()
        #expect(outcome.trouble != nil)
        #expect(try index.enrolments().count == 1)
    }
}
