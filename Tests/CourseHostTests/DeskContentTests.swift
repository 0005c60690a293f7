import CourseModel
import FoundationEssentials
import Glibc
import JournalStore
import RuntimeData
import Sequencing
import Testing

@testable import CourseHost
@testable import Learning

@Suite("Web content at a desk")
struct DeskContentTests {
    private static let foreign = "Tests/Fixtures/scorm2004-foreign"

    private func open(_ place: Place, writer: String = "one") throws -> Desk {
        var desk = try place.desk(writer: writer, course: DeskContentTests.foreign)
        _ = try desk.open()
        return desk
    }

    private func commit(
        _ state: ContentState, _ writes: [(String, String)], ends: Bool = false
    ) -> ContentCommit {
        ContentCommit(
            activity: state.activity, attempt: state.attempt, writes: writes.map { CMI.Write($0.0, $0.1) }, ends: ends)
    }

    @Test("what a page needs to serve the content: values, counts, flags and where one may go")
    func state() throws {
        let place = try Place()
        let desk = try open(place)
        let state = try #require(desk.session.contentState)
        #expect(state.edition == .scorm2004Fourth)
        #expect(state.attempt == 1)
        #expect(state.values["cmi.learner_name"] == "Inès")
        #expect(state.values["cmi.entry"] == "ab-initio")
        #expect(state.values["cmi.exit"] == nil)
        #expect(state.strict == false)
        #expect(state.navigation.continue == desk.session.sequencer.canContinue)
        #expect(!state.navigation.choice.isEmpty)
    }

    @Test("a commit from a page is checked: refused elements are named, the rest is on disk")
    func commits() throws {
        let place = try Place()
        var desk = try open(place)
        let state = try #require(desk.session.contentState)
        let writes = [
            ("cmi.location", "3"), ("cmi.score.scaled", "1.5"), ("cmi.learner_id", "boss"), ("cmi.no", "x"),
            ("cmi.objectives.9.id", "o"), ("cmi.suspend_data", "kept"),
        ]
        guard case .kept(let refused, nil) = try desk.keep(commit(state, writes), page: "page", number: 1) else {
            Issue.record("not kept")
            return
        }
        #expect(refused.map(\.place) == [1, 2, 3, 4])
        #expect(refused.map(\.code) == [407, 404, 401, 351])
        #expect(refused.map(\.element) == ["cmi.score.scaled", "cmi.learner_id", "cmi.no", "cmi.objectives.9.id"])
        let other = try open(place, writer: "two")
        let values = try #require(other.session.contentState).values
        #expect(values["cmi.location"] == "3")
        #expect(values["cmi.suspend_data"] == "kept")
        #expect(values["cmi.score.scaled"] == nil)
    }

    @Test("a commit that comes again is kept once")
    func repeated() throws {
        let place = try Place()
        var desk = try open(place)
        let state = try #require(desk.session.contentState)
        let interaction = commit(state, [("cmi.interactions.0.id", "q")])
        _ = try desk.keep(interaction, page: "page", number: 1)
        _ = try desk.keep(interaction, page: "page", number: 1)
        #expect(desk.session.contentState?.counts == ["cmi.interactions": 1])
        _ = try desk.keep(commit(state, [("cmi.interactions.1.id", "q")]), page: "page", number: 2)
        #expect(desk.session.contentState?.counts == ["cmi.interactions": 2])
    }

    @Test("another activity, another attempt, or content that has terminated: refused whole, nothing changes")
    func outOfTurn() throws {
        let place = try Place()
        var desk = try open(place)
        let state = try #require(desk.session.contentState)
        var other = commit(state, [("cmi.location", "3")])
        other.activity = "nowhere"
        var later = other
        (later.activity, later.attempt) = (state.activity, 2)
        for wrong in [other, later] {
            guard case .refused(let refusal) = try desk.keep(wrong, page: "p", number: wrong.attempt) else {
                Issue.record("kept")
                return
            }
            #expect(refusal.code == "elsewhere")
        }
        #expect(desk.session.contentState == state)
        let end = commit(state, [("adl.nav.request", "suspendAll")], ends: true)
        guard case .kept(_, .suspendAll?) = try desk.keep(end, page: "p", number: 3) else {
            Issue.record("no request")
            return
        }
        #expect(desk.session.contentState == nil)
        guard case .refused(let refusal) = try desk.keep(commit(state, []), page: "p", number: 4) else {
            Issue.record("kept after Terminate")
            return
        }
        #expect(refusal.code == "terminated")
    }

    @Test("content that runs here: Commit and Terminate are on disk, and another program reads the same")
    func runsHere() throws {
        let place = try Place()
        var desk = try open(place)
        for (function, arguments) in [
            ("Initialize", [""]), ("SetValue", ["cmi.location", "7"]), ("Commit", [""]),
            ("SetValue", ["cmi.session_time", "PT5M"]), ("SetValue", ["cmi.exit", "suspend"]), ("Terminate", [""]),
        ] { #expect(try desk.call(function, arguments).value == "true") }
        let other = try open(place, writer: "two")
        #expect(other.session.data == desk.session.data)
        #expect(other.view == desk.view)
        #expect(other.session.contentState == nil)
    }

    @Test("what cannot be kept is not acknowledged: Commit answers false and 391, and works once the disk does")
    func unsaved() throws {
        let place = try Place()
        var desk = try open(place)
        _ = try desk.call("Initialize", [""])
        #expect(try desk.call("SetValue", ["cmi.suspend_data", "long"]).value == "true")
        let path = desk.journal.path
        #expect(rename(path, path + ".away") == 0)
        let answer = try desk.call("Commit", [""])
        #expect(answer.value == "false")
        #expect(answer.error == 391)
        #expect(try desk.call("GetValue", ["cmi.suspend_data"]).value == "long")
        #expect(rename(path + ".away", path) == 0)
        #expect(try desk.call("SetValue", ["cmi.suspend_data", "short"]).value == "true")
        #expect(try desk.call("Commit", [""]).value == "true")
        let other = try open(place, writer: "two")
        #expect(other.session.contentState?.values["cmi.suspend_data"] == "short")
    }

    @Test("a value too large for a line is kept beside the journal, and missed when it is gone")
    func large() throws {
        let place = try Place()
        var desk = try open(place)
        _ = try desk.call("Initialize", [""])
        let big = String(repeating: "x", count: 300_000)
        #expect(try desk.call("SetValue", ["cmi.suspend_data", big]).value == "true")
        #expect(try desk.call("Commit", [""]).value == "true")
        let other = try open(place, writer: "two")
        #expect(other.session.contentState?.values["cmi.suspend_data"] == big)
        let home = try #require(desk.journal.path.split(separator: "/").dropLast(2).last)
        let blobs = "\(place.path)/learners/\(home)/blobs"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: blobs).first)
        try Data("bent".utf8).write(to: URL(filePath: "\(blobs)/\(name)"))
        #expect(throws: DeskError.blobMissing(name, line: desk.journal.lastNumber)) { try open(place, writer: "three") }
    }

    @Test("a learner who leaves content that never came back: what was committed ends with it")
    func vanished() throws {
        let place = try Place()
        var desk = try open(place)
        let state = try #require(desk.session.contentState)
        _ = try desk.keep(commit(state, [("cmi.session_time", "PT1H")]), page: "page", number: 1)
        let here = try #require(desk.session.delivered)
        _ = try desk.perform(.navigate(.suspendAll))
        #expect(try desk.session.data[here]?.get("cmi.total_time") == "PT1H")
        var again = try open(place, writer: "two")
        _ = try again.open()
        let resumed = try #require(again.session.contentState)
        #expect(resumed.values["cmi.entry"] == "resume")
        #expect(resumed.values["cmi.total_time"] == "PT1H")
    }
}
