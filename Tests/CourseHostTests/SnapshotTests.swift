import Assessment
import CourseModel
import FoundationEssentials
import JournalStore
import Learning
import RuntimeData
import Sequencing
import Testing

@testable import CourseHost
@testable import Learning

/// What is remembered as text in which nothing depends on chance.
private func remembered(_ desk: Desk) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let state = try encoder.encode(desk.session.state)
    let object = try #require(JSONObject(Array(state)))
    return sorted(object.text) + "\(String(describing: desk.ledger.window)) \(desk.ledger.facts.revision)"
}

/// Sets and dictionaries come in any order; the parts of the text are compared as a whole.
private func sorted(_ text: String) -> String {
    text.split(whereSeparator: { "{}[],".contains($0) }).sorted().joined(separator: "\n")
}

extension Place {
    fileprivate func enrolment() throws -> Enrolment {
        let learner = try #require(try folder.learners().first)
        return try #require(try folder.enrolments(of: learner).first)
    }

    fileprivate func reopened(_ desk: Desk, writer: String) throws -> (opening: DeskOpening, desk: Desk) {
        let opening = try DeskOpening(enrolment())
        let again = try Desk(
            desk.session.courseware, learner: desk.session.learner, course: "c", version: desk.session.version ?? "",
            opening: opening,
            writer: writer, clock: { Instant(milliseconds: 9_000_000) }, dice: SplitMix(seed: 3))
        return (opening, again)
    }
}

@Suite("A snapshot")
struct SnapshotTests {
    @Test(
        "and the lines after it are the whole journal, at whatever line it was made",
        arguments: ["Courses/spaser", "Tests/Fixtures/scorm2004-foreign", "Tests/Fixtures/scorm12-foreign"],
        1..<4 as Range<UInt64>)
    func equalsReplay(course: String, seed: UInt64) throws {
        let place = try Place()
        var dice = SplitMix(seed: seed)
        var desk = try place.desk(writer: "one", course: course)
        _ = try desk.open()
        for step in 0..<60 {
            try act(on: &desk, step: step, &dice)
            if step % 7 == 3 { try desk.keepSnapshot() }
            guard step % 5 == 4 else { continue }
            let whole = try place.desk(writer: "whole\(step)", course: course)
            let (opening, quick) = try place.reopened(whole, writer: "quick\(step)")
            #expect(opening.lines.count < desk.journal.lastNumber || step < 7)
            #expect(try remembered(quick) == remembered(whole), "step \(step)")
            #expect(quick.view == whole.view)
            #expect(quick.session.running?.place == whole.session.running?.place)
            #expect(quick.journal.lastHash == whole.journal.lastHash)
        }
    }

    /// Something that a learner or content may do, sensible or not.
    private func act(on desk: inout Desk, step: Int, _ dice: inout SplitMix) throws {
        let activities = desk.session.organization.activities
        let requests: [LearnerRequest] = [
            .navigate(.continue), .navigate(.previous), .navigate(.suspendAll),
            .screen(Int.random(in: 0..<4, using: &dice)),
            .navigate(.choice(activities[Int.random(in: 0..<activities.count, using: &dice)].id)), .retry,
        ]
        if !desk.session.sequencer.isOpen { _ = try desk.open() }
        if case .quiz(let quiz) = desk.view.current, let next = quiz.nextItem, Bool.random(using: &dice) {
            _ = try desk.perform(.answer(item: quiz.quiz.items[next].id, Response(["A"])))
        } else if let state = desk.session.contentState, Int.random(in: 0..<4, using: &dice) > 0 {
            let writes: [CMI.Write] = [
                CMI.Write("cmi.location", "\(step)"), CMI.Write("cmi.core.lesson_location", "\(step)"),
                CMI.Write("cmi.suspend_data", "é\(step)"), CMI.Write("cmi.interactions.\(step % 3).id", "i\(step)"),
                CMI.Write("cmi.score.scaled", "0.5"), CMI.Write("cmi.session_time", "PT1M"),
            ]
            let commit = ContentCommit(
                activity: state.activity, attempt: state.attempt, writes: writes, ends: step % 4 == 0)
            _ = try desk.keep(commit, page: "p\(step % 2)", number: step)
        } else if let request = requests.randomElement(using: &dice) {
            _ = try desk.perform(request)
        }
    }

    @Test("that does not match is dropped: another program, a changed byte, a journal that is shorter or another")
    func mismatches() throws {
        let place = try Place()
        var desk = try place.desk(writer: "one")
        _ = try desk.open()
        for screen in [1, 2, 3] { _ = try desk.perform(.screen(screen)) }
        try desk.keepSnapshot()
        let enrolment = try place.enrolment()
        #expect(try DeskOpening(enrolment).lines.isEmpty)
        let kept = try Data(contentsOf: URL(filePath: enrolment.snapshotPath))
        let journal = try Data(contentsOf: URL(filePath: enrolment.journalPath))
        for offset in stride(from: 0, to: kept.count, by: 61) {
            var bent = kept
            bent[offset] ^= 2
            try bent.write(to: URL(filePath: enrolment.snapshotPath))
            #expect(try DeskOpening(enrolment).lines.count == desk.journal.lastNumber, "byte \(offset)")
        }
        try kept.prefix(kept.count / 2).write(to: URL(filePath: enrolment.snapshotPath))
        #expect(try DeskOpening(enrolment).lines.count == desk.journal.lastNumber)
        try kept.write(to: URL(filePath: enrolment.snapshotPath))
        let firstLine = try #require(journal.firstIndex(of: 10))
        try journal.prefix(through: firstLine).write(to: URL(filePath: enrolment.journalPath))
        #expect(try DeskOpening(enrolment).lines.count == 1)
        try journal.write(to: URL(filePath: enrolment.journalPath))
        #expect(try DeskOpening(enrolment).lines.isEmpty)
    }

    @Test("keeps every part of a session; one that is new must be added to it, or said here to live in memory only")
    func isComplete() throws {
        let inMemory: Set = [
            "courseware", "learner", "showsWebContent", "isStrict", "sequencer", "data", "running", "runningBefore",
            "prerequisites",
        ]
        let place = try Place()
        let session = try place.desk(writer: "one").session
        let parts = Set(Mirror(reflecting: session).children.compactMap(\.label))
        let kept = Set(Mirror(reflecting: session.state).children.compactMap(\.label))
        #expect(parts.subtracting(inMemory) == kept.subtracting(["sequencing", "data"]))
        let sequencer = Set(Mirror(reflecting: session.sequencer).children.compactMap(\.label))
        #expect(sequencer == ["tree", "edition", "state", "tallies", "affected", "recounts", "draft", "trace"])
    }
}
