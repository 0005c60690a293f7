internal import JournalStore

/// The journals of a learner's other courses, as far as they were read.
struct OtherCourses: Sendable {
    /// What they say of global objectives and shared data.
    private(set) var facts = SharedFacts()
    private var journals: [Enrolment: Journal] = [:]

    /// Reads what was written since the last look, under the learner's lock. What cannot be read says nothing: the damage
    /// of one course does not hold up another.
    mutating func read(beside enrolment: Enrolment, under lock: borrowing JournalLock, _ coding: EventCoding) throws {
        for other in try enrolment.others() {
            if let known = journals[other], known.isWhole(ofBytes: other.bytesOnDisk) { continue }
            var journal = journals[other] ?? other.journal
            do {
                for line in try journal.read(under: lock) { try take(line, coding) }
            } catch is JournalError {
                journal = journal.anew
            }
            journals[other] = journal
        }
    }

    private mutating func take(_ line: JournalLine, _ coding: EventCoding) throws {
        for event in line.event.events ?? [] {
            if let statement = try coding.statement(event) { facts.take(statement) }
        }
    }
}
