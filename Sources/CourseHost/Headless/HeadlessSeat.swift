internal import CourseModel
internal import JournalStore
internal import Learning
internal import RuntimeData

/// What is decided about a session, as `Desk` and a session in memory carry it out.
typealias HeadlessDecision = (inout Session, Instant, inout AnyDice) throws(Refusal) -> Ruling

/// One learner in one course, in memory or in a data folder.
protocol HeadlessSeat {
    var session: Session { get }

    /// Resumes, goes on or starts; the code of a refusal.
    mutating func begin() throws -> String?
    /// Decides and keeps; the code of a refusal. Throws where nothing could be kept.
    mutating func decide(_ decision: HeadlessDecision) throws -> String?
    /// A call of the content.
    mutating func call(_ function: String, _ arguments: [String]) throws -> ContentAnswer
    /// Takes over what the learner's other courses know.
    mutating func adopt(objectives: [ObjectiveID: ObjectiveProgress], shared: [String: String])
}

/// A session that ends with the program.
struct MemorySeat: HeadlessSeat {
    private(set) var session: Session
    let course: String
    let clock: HeadlessClock
    var dice: AnyDice

    init(_ session: Session, course: String, clock: HeadlessClock, dice: AnyDice) {
        (self.session, self.course, self.clock, self.dice) = (session, course, clock, dice)
    }

    mutating func begin() throws -> String? {
        let course = course
        return try decide { session, now, dice throws(Refusal) in
            session.opening(course: course, version: "", at: now, using: &dice)
        }
    }

    mutating func decide(_ decision: HeadlessDecision) throws -> String? {
        let now = clock.now
        do throws(Refusal) {
            let ruling = try decision(&session, now, &dice)
            if !ruling.events.isEmpty { session.apply(ruling.events, at: now) }
            return ruling.refusal?.code
        } catch {
            return error.code
        }
    }

    mutating func call(_ function: String, _ arguments: [String]) throws -> ContentAnswer {
        let answer = try session.call(function, arguments)
        if !answer.events.isEmpty { session.apply(answer.events, at: clock.now) }
        return answer
    }

    mutating func adopt(objectives: [ObjectiveID: ObjectiveProgress], shared: [String: String]) {
        session.adopt(objectives: objectives, shared: shared)
    }
}

/// The very enrolment that the shells use, with its journal.
struct DeskSeat: HeadlessSeat {
    var desk: Desk

    var session: Session { desk.session }

    mutating func begin() throws -> String? {
        switch try desk.open() {
        case .done: return nil
        case .refused(_, let lock): return lock.reason
        case .notSaved(_, let error): throw error
        }
    }

    mutating func decide(_ decision: HeadlessDecision) throws -> String? {
        do {
            return try desk.keep(decision)?.code
        } catch let error as JournalError {
            desk.session.restoreContent()
            throw error
        }
    }

    mutating func call(_ function: String, _ arguments: [String]) throws -> ContentAnswer {
        try desk.call(function, arguments)
    }

    /// The desk learns it from the journals itself.
    mutating func adopt(objectives: [ObjectiveID: ObjectiveProgress], shared: [String: String]) {}
}
