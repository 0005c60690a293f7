internal import CourseModel
internal import JournalStore
internal import Learning
internal import RecordIndex
internal import Records
internal import Sequencing

extension RecordIndex.Entry {
    /// What the index keeps of an enrolment, from its journal alone. Throws a `DeskError` where a line does not fit the
    /// course.
    init(
        _ enrolment: Enrolment, look: JournalLook, lines: [JournalLine], course id: String, _ courseware: Courseware
    ) throws(DeskError) {
        var session = Session(courseware, learner: Learner(id: enrolment.learner.text, name: ""))
        var tally = AnswerTally()
        try Desk.apply(lines, to: &session, EventCoding(courseware.course.organization, enrolment: enrolment)) {
            events, time in
            for event in events { tally.note(event, at: time, in: courseware) }
        }
        let (line, hash) = (lines.last?.number ?? 0, lines.last?.hash ?? .none)
        self.init(
            enrolment: IndexedEnrolment(
                key: enrolment.key,
                position: .init(
                    line: line, hash: hash.description, bytes: look.bytes, modified: look.modified),
                record: CompletionRecord(session, courseCode: id, learner: enrolment.learner),
                current: session.standing.map { courseware.course.organization.activities[$0].id.text }),
            activities: session.attempted(tally.lastSeen), questions: tally.questions(in: courseware))
    }
}

extension Enrolment {
    /// The enrolment as the index names it.
    var key: IndexedEnrolment.Key { .init(learner: learner.text, folder: folder.text) }
}

extension Session {
    /// The place where the learner is, or will resume.
    fileprivate var standing: Int? { delivered ?? sequencer.suspended ?? sequencer.current }

    /// The leaves that were attempted.
    fileprivate func attempted(_ lastSeen: [Int: Instant]) -> [IndexedEnrolment.Activity] {
        organization.activities.indices.compactMap { place in
            let (activity, attempts) = (organization.activities[place], sequencer.tracking(of: place).attemptCount)
            guard activity.isLeaf, attempts > 0 else { return nil }
            return .init(
                id: activity.id.text, title: activity.title, status: status(of: place).rawValue, attempts: attempts,
                lastSeen: lastSeen[place])
        }
    }
}
