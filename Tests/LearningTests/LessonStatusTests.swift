import CourseModel
import FoundationEssentials
import RuntimeData
import Sequencing
import Testing

@testable import Learning

/// A course of SCORM 1.2 that nobody wrote to a file, and a learner in it.
private struct OneTwo {
    var session: Session
    var dice = SystemRandomNumberGenerator()
    let now = Instant(milliseconds: 1_000_000)

    /// A flat course: each item with its prerequisites; one whose name begins with `asset` is an asset.
    init(_ items: [(id: String, prerequisites: String?)], mastery: Double? = nil) throws {
        let table = try Data(contentsOf: URL(filePath: "Scorm/datamodel-1.2.json"))
        let model = try JSONDecoder().decode(DataModel.self, from: table)
        var activities = [
            Activity(id: "root", title: "Cours", children: Array(1...items.count), subtreeEnd: items.count + 1)
        ]
        for (place, item) in items.enumerated() {
            var activity = Activity(id: ActivityID(item.id), title: item.id, parent: 0, subtreeEnd: place + 2)
            activity.depth = 1
            activity.content = .web(href: "a.html", isSCO: !item.id.hasPrefix("asset"))
            activity.prerequisites = item.prerequisites
            activity.masteryScore = mastery
            activities.append(activity)
        }
        var definition = SequencingDefinition()
        definition.controlMode.flow = true
        let organization = try #require(Organization(activities: activities, definitions: [definition]))
        let course = try #require(
            Course(identifier: "c", title: "Cours", edition: .scorm12, organizations: [organization]))
        session = Session(
            Courseware(course: course, lessons: [:], quizzes: [:], dataModel: model),
            learner: Learner(id: "l", name: "Dupont, Inès"))
        session.apply(session.opening(course: "c", version: "v", at: now, using: &dice).events, at: now)
    }

    /// The code of a refusal; `nil` when all went well.
    @discardableResult
    mutating func go(_ request: Navigation) -> String? {
        do throws(Refusal) {
            let ruling = try session.ruling(on: .navigate(request), at: now, using: &dice)
            session.apply(ruling.events, at: now)
            return ruling.refusal?.code
        } catch {
            return error.code
        }
    }

    /// A visit of the content: what it sets, then LMSFinish.
    mutating func visit(_ writes: [(String, String)]) throws {
        #expect(try call("LMSInitialize", "").value == "true")
        for (element, value) in writes { #expect(try call("LMSSetValue", element, value).value == "true") }
        #expect(try call("LMSFinish", "").value == "true")
    }

    @discardableResult
    mutating func call(_ function: String, _ arguments: String...) throws -> ContentAnswer {
        let answer = try session.call(function, arguments)
        session.apply(answer.events, at: now)
        return answer
    }

    var delivered: String? { session.delivered.map { session.organization.activities[$0].id.text } }

    func lock(_ id: ActivityID) -> Lock? {
        session.sequencer.place(of: id).flatMap { session.lock(at: $0, now) }
    }

    func status(_ place: Int) -> String? { session.data[place]?.lessonStatus }
}

@Suite("Prerequisites of SCORM 1.2 at work")
struct PrerequisiteLockTests {
    @Test("what is locked says why, refuses, and opens when its way out is taken")
    func lockAndWayOut() throws {
        var walk = try OneTwo([("A", nil), ("B", "A"), ("C", "B&A")])
        let lock = try #require(walk.lock("B"))
        #expect(lock.reason == "prerequisites")
        #expect(lock.sentence.english == "Locked: complete “A”.")
        #expect(lock.wayOut == ["A"])
        #expect(walk.go(.choice("B")) == "prerequisites")
        #expect(walk.delivered == "A")
        #expect(walk.lock("C")?.wayOut == ["A"])
        try walk.visit([("cmi.core.lesson_status", "completed")])
        #expect(walk.lock("B") == nil)
        #expect(walk.go(.choice("B")) == nil)
        #expect(walk.delivered == "B")
        #expect(walk.lock("C")?.wayOut == ["B"])
    }

    @Test("next and back pass over what is held back; where nothing is open they say why")
    func passesOver() throws {
        var walk = try OneTwo([("A", nil), ("B", "A=passed"), ("C", nil)])
        try walk.visit([("cmi.core.lesson_status", "completed")])
        #expect(walk.go(.continue) == nil)
        #expect(walk.delivered == "C")
        #expect(walk.go(.previous) == nil)
        #expect(walk.delivered == "A")
        var closed = try OneTwo([("A", nil), ("B", "A=passed")])
        #expect(closed.go(.continue) == "prerequisites")
        #expect(closed.delivered == "A")
    }

    @Test("a first item that is held back: the course begins with the first open one, or with its map alone")
    func start() throws {
        #expect(try OneTwo([("A", "B"), ("B", nil)]).delivered == "B")
        let closed = try OneTwo([("A", "B"), ("B", "A")])
        #expect(closed.delivered == nil)
        #expect(closed.session.sequencer.isOpen)
        #expect(closed.session.placesHeldBack == [1, 2])
        #expect(closed.lock("A")?.wayOut == [])
    }

    @Test("scripts that mean nothing keep nothing closed, and assets are done once they were shown")
    func leniency() throws {
        var walk = try OneTwo([("asset", nil), ("B", "asset"), ("C", "B^asset"), ("D", "")])
        #expect(walk.session.placesHeldBack == [])
        #expect(walk.go(.continue) == nil)
        #expect(walk.delivered == "B")
        #expect(walk.lock("C") == nil)
    }

    @Test(
        "sentences name what is missing",
        arguments: [
            ("B|C", "Locked: complete “B” or complete “C”."), ("B=passed", "Locked: pass “B”."),
            ("2*{B,C}", "Locked: do 2 of these steps (complete “B”, complete “C”)."),
            ("~A", "Locked: the status of “A” must change."), ("X", "Locked: the course keeps it closed for now."),
            ("B=f", "Locked: “B” must have the status “failed”."),
        ])
    func sentences(script: String, sentence: String) throws {
        var walk = try OneTwo([("A", nil), ("B", nil), ("C", nil), ("D", script)])
        try walk.visit([("cmi.core.lesson_status", "passed")])
        #expect(walk.lock("D")?.sentence.english == sentence)
    }
}

@Suite("Lesson status across sessions of SCORM 1.2")
struct LessonStatusTests {
    @Test("what was reached stays when an item is visited again, and time adds up")
    func revisited() throws {
        var walk = try OneTwo([("A", nil), ("B", "A")])
        try walk.visit([
            ("cmi.core.lesson_status", "passed"), ("cmi.core.score.raw", "90"), ("cmi.core.lesson_location", "p3"),
            ("cmi.core.session_time", "00:10:00"), ("cmi.suspend_data", "s"),
        ])
        walk.go(.choice("A"))
        #expect(walk.lock("B") == nil)
        #expect(try walk.call("LMSInitialize", "").value == "true")
        for (element, value) in [
            ("cmi.core.entry", ""), ("cmi.core.lesson_status", "passed"), ("cmi.core.score.raw", "90"),
            ("cmi.core.lesson_location", "p3"), ("cmi.suspend_data", "s"), ("cmi.core.total_time", "0000:10:00.00"),
        ] { #expect(try walk.call("LMSGetValue", element).value == value) }
        try walk.call("LMSSetValue", "cmi.core.session_time", "00:05:30")
        try walk.call("LMSFinish", "")
        #expect(try walk.session.data[1]?.get("cmi.core.total_time") == "0000:15:30.00")
        let tracking = walk.session.sequencer.tracking(of: 1)
        #expect(tracking.isCompleted == true)
        #expect(tracking.objectives.first?.isSatisfied == true)
        #expect(tracking.objectives.first?.measure == Measure(0.9))
    }

    @Test(
        "entry follows exit",
        arguments: [("suspend", "resume"), ("", ""), ("time-out", ""), ("logout", "")])
    func entry(exit: String, entry: String) throws {
        var walk = try OneTwo([("A", nil), ("B", nil)])
        #expect(try walk.session.data[1]?.get("cmi.core.entry") == "ab-initio")
        try walk.visit([("cmi.core.exit", exit), ("cmi.suspend_data", "kept")])
        walk.go(.choice("B"))
        walk.go(.choice("A"))
        #expect(try walk.session.data[1]?.get("cmi.core.entry") == entry)
        #expect(try walk.session.data[1]?.get("cmi.suspend_data") == "kept")
    }

    @Test("time-out and logout leave the course", arguments: ["time-out", "logout"])
    func leaves(exit: String) throws {
        var walk = try OneTwo([("A", nil)])
        try walk.call("LMSInitialize", "")
        try walk.call("LMSSetValue", "cmi.core.exit", exit)
        #expect(try walk.call("LMSFinish", "").request == .exitAll)
    }

    @Test("content that says nothing has completed; an incomplete one is neither passed nor failed")
    func silence() throws {
        var walk = try OneTwo([("A", nil), ("B", nil)])
        try walk.visit([])
        #expect(walk.status(1) == "completed")
        walk.go(.continue)
        try walk.visit([("cmi.core.lesson_status", "incomplete")])
        walk.go(.choice("A"))
        let tracking = walk.session.sequencer.tracking(of: 2)
        #expect(tracking.isCompleted == false)
        #expect(tracking.objectives.first?.isSatisfied == nil)
        #expect(walk.session.lessonStatuses == [.incomplete, .completed, .incomplete])
    }

    @Test("taken away without LMSFinish, the mastery score still decides")
    func unloaded() throws {
        var walk = try OneTwo([("A", nil), ("B", nil)], mastery: 80)
        try walk.call("LMSInitialize", "")
        try walk.call("LMSSetValue", "cmi.core.score.raw", "79")
        walk.go(.continue)
        #expect(walk.status(1) == "failed")
        #expect(walk.session.sequencer.tracking(of: 1).objectives.first?.isSatisfied == false)
    }

    @Test("abandoned, nothing of the session is kept")
    func abandoned() throws {
        var walk = try OneTwo([("A", nil), ("B", nil)])
        try walk.call("LMSInitialize", "")
        try walk.call("LMSSetValue", "cmi.core.lesson_status", "passed")
        walk.go(.abandonAll)
        #expect(walk.status(1) == "not attempted")
        #expect(walk.session.sequencer.tracking(of: 1).isCompleted != true)
    }
}
