import Assessment
import CourseModel
import FoundationEssentials
import Glibc
import JournalStore
import Learning
import Packaging
import Records
import Sequencing
import Testing

@testable import CourseHost

/// A data folder that goes away with the test, and the SPASER course on its shelf.
final class Place {
    let path: String
    let folder: DataFolder
    let shelf: CourseShelf

    init() throws {
        path = "/tmp/parcours-host-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        folder = try DataFolder(path)
        shelf = CourseShelf(folder, models: DataModels(folder: "Scorm"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func desk(
        writer: String, at milliseconds: Int64 = 5000, course path: String = "Courses/spaser", showsWeb: Bool = true
    ) throws -> Desk {
        let course = try LoadedCourse(path: path, models: DataModels(folder: "Scorm"))
        let (id, version) = try shelf.keep(course)
        var chance = SplitMix(seed: 1)
        let learner = try folder.findOrCreate(LearnerProfile(login: nil, name: "Inès"), as: LearnerID(using: &chance))
        let enrolment = folder.enrolment(of: learner, in: id)
        try folder.prepare(enrolment)
        var journal = enrolment.journal
        let lines = try journal.read()
        return try Desk(
            course.courseware, learner: Learner(id: learner.text, name: "Inès"), course: id, version: version,
            journal: journal, lines: lines, writer: writer, clock: { Instant(milliseconds: milliseconds) },
            dice: SplitMix(seed: 2), showsWebContent: showsWeb)
    }
}

@Suite("An enrolment and its journal")
struct DeskTests {
    @Test("what is shown is on disk: a second program finds the same, and each sees the other's acts")
    func twoPrograms() throws {
        let place = try Place()
        var one = try place.desk(writer: "one")
        _ = try one.open()
        _ = try one.perform(.screen(1))
        var two = try place.desk(writer: "two")
        #expect(two.view == one.view)
        _ = try two.perform(.navigate(.choice("M1-QUIZ")))
        _ = try two.perform(.answer(item: "m1-q1", Response(["B"])))
        #expect(try one.catchUp())
        #expect(one.view == two.view)
        _ = try one.perform(.answer(item: "m1-q3", Response(["A", "B", "C", "D"])))
        #expect(try two.catchUp())
        #expect(two.view == one.view)
    }

    @Test("a refusal writes no line")
    func refusal() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        let last = desk.journal.lastNumber
        guard case .refused(let view, let lock) = try desk.perform(.answer(item: "m1-q1", Response(["B"]))) else {
            Issue.record("an answer outside the quiz was accepted")
            return
        }
        #expect(lock.reason == "no-question")
        #expect(view == desk.view)
        #expect(desk.journal.lastNumber == last)
    }

    @Test("a journal that cannot be written: nothing changes, and the reason is given")
    func notSaved() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        let before = desk.view
        try FileManager.default.removeItem(atPath: desk.journal.path)
        guard case .notSaved(let view, _) = try desk.perform(.screen(1)) else {
            Issue.record("a request was acknowledged without its journal")
            return
        }
        #expect(view == before)
    }

    @Test("work goes on when the trouble ends: a journal that came back is read again")
    func recovery() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        let path = desk.journal.path
        try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        for _ in 0..<2 {
            guard case .notSaved = try desk.perform(.screen(1)) else {
                Issue.record("a request was acknowledged without its journal")
                return
            }
            #expect(!FileManager.default.fileExists(atPath: path), "an enrolment that vanished is not begun anew")
        }
        try FileManager.default.copyItem(atPath: path + ".away", toPath: path)
        guard case .done = try desk.perform(.screen(1)) else {
            Issue.record("the journal is back and the request was refused")
            return
        }
        #expect(try place.desk(writer: "two").view == desk.view)
    }

    @Test("web content that a shell cannot show is not completed by going past it", arguments: [true, false])
    func unseen(showsWeb: Bool) throws {
        let place = try Place()
        var desk = try place.desk(writer: "one", course: "Tests/Fixtures/scorm12-foreign", showsWeb: showsWeb)
        _ = try desk.open()
        let first = try #require(desk.session.delivered)
        _ = try desk.perform(.navigate(.continue))
        #expect(desk.session.delivered != first)
        #expect((desk.session.sequencer.tracking(of: first).isCompleted == true) == showsWeb)
        let other = try place.desk(writer: "two", course: "Tests/Fixtures/scorm12-foreign", showsWeb: showsWeb)
        #expect(other.view == desk.view)
    }

    @Test("the record of an enrolment is the same from the desk and from the file")
    func record() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        for screen in 1..<6 { _ = try desk.perform(.screen(screen)) }
        let learner = try #require(try place.folder.learners().first)
        let id = desk.session.courseware.course.identifier
        var journal = place.folder.enrolment(of: learner, in: id).journal
        let replayed = try Desk.replay(
            desk.session.courseware, learner: desk.session.learner, lines: journal.read())
        let live = CompletionRecord(desk.session, courseCode: id, learner: learner)
        #expect(CompletionRecord(replayed, courseCode: id, learner: learner) == live)
        #expect(live.unitsDone == 1)
        #expect(live.completion == "incomplete")
    }

    @Test("a version is the same for the same files, and another for others")
    func versions() throws {
        let place = try Place()
        let course = try LoadedCourse(path: "Courses/spaser", models: DataModels(folder: "Scorm"))
        let first = try place.shelf.keep(course)
        #expect(try place.shelf.keep(course) == first)
        let kept = try #require(try place.shelf.course(first.id, version: first.version))
        #expect(try CourseShelf.version(of: kept.files) == first.version)
        let other = try LoadedCourse(path: "Tests/Fixtures/scorm2004-foreign", models: DataModels(folder: "Scorm"))
        #expect(try CourseShelf.version(of: other.files) != first.version)
    }
}
