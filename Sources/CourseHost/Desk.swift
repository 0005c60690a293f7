public import CourseModel
public import JournalStore
public import Learning
internal import Sequencing

/// One learner in one course, with the journal that keeps it: decides, puts on disk, then changes what is shown.
public struct Desk: Sendable {
    /// What came of a request.
    public enum Reply: Sendable {
        case done(SessionView)
        /// Not carried out, or only in part; what was is on disk.
        case refused(SessionView, Lock)
        /// Nothing was saved, and nothing has changed.
        case notSaved(SessionView, JournalError)
    }

    public internal(set) var session: Session
    public private(set) var journal: Journal
    /// Shares syncs with the other desks of the program; without it each request has a sync of its own.
    public var queue: CommitQueue?
    private let course: String
    private let version: String
    private let writer: String
    private let clock: @Sendable () -> Instant
    private let coding: EventCoding
    private var counter = 0
    private var dice: AnyDice

    /// Takes up an enrolment: `lines`, what the journal was read to hold, are applied. `writer` names this program's session, and is never
    /// used twice.
    public init(
        _ courseware: Courseware, learner: Learner, course: String, version: String, journal: Journal,
        lines: [JournalLine] = [], writer: String, clock: @escaping @Sendable () -> Instant,
        dice: any RandomNumberGenerator & Sendable, showsWebContent: Bool = true
    ) throws {
        session = Session(courseware, learner: learner)
        session.showsWebContent = showsWebContent
        (self.course, self.version, self.journal) = (course, version, journal)
        (self.writer, self.clock, self.dice) = (writer, clock, AnyDice(base: dice))
        coding = EventCoding(courseware.course.organization, version: version)
        try Desk.apply(lines, to: &session, coding)
    }

    /// The version of the course to which an enrolment is pinned; `nil` before it has begun.
    public static func pinnedVersion(_ lines: [JournalLine]) -> String? { pinned(lines)?.version }

    /// The course and version to which an enrolment is pinned: as it was opened, or moved last; `nil` before it has begun.
    public static func pinned(_ lines: [JournalLine]) -> (course: String, version: String)? {
        var pinned: (course: String, version: String)?
        for event in lines.lazy.flatMap({ $0.event.events ?? [] }) {
            if event.kind == .open, pinned == nil { pinned = EventCoding.opened(event) }
            if event.kind == .move, let version = EventCoding.moved(event) { pinned?.version = version }
        }
        return pinned
    }

    /// The journal's lines that others wrote since the last look; whether there were any.
    @discardableResult
    public mutating func catchUp() throws -> Bool {
        try Desk.refuseMoved(session, coding)
        try takeUpAnew()
        let lines = try journal.read()
        try Desk.apply(lines, to: &session, coding)
        return !lines.isEmpty
    }

    /// What a shell shows now.
    public var view: SessionView { session.view(at: clock()) }

    /// Resumes, goes on or starts.
    public mutating func open() throws -> Reply {
        let (course, version) = (course, version)
        return try perform { session, now, dice throws(Refusal) in
            session.opening(course: course, version: version, at: now, using: &dice)
        }
    }

    /// Carries out what a learner asks for. A request that meant what lay before the learner is refused when another
    /// program has led elsewhere meanwhile, since the position `seen`, or else since now.
    public mutating func perform(_ request: LearnerRequest, seen: [Int]? = nil) throws -> Reply {
        let seen = seen ?? session.position
        return try perform { session, now, dice throws(Refusal) in
            if !request.namesItsTarget, session.position != seen { throw Refusal.stale }
            return try session.ruling(on: request, at: now, using: &dice)
        }
    }

    private mutating func perform(
        _ decide: (inout Session, Instant, inout AnyDice) throws(Refusal) -> Ruling
    ) throws -> Reply {
        do {
            return try keep(decide).map { .refused(view, $0.lock) } ?? .done(view)
        } catch let error as JournalError {
            session.restoreContent()
            return .notSaved(view, error)
        }
    }

    /// Decides, puts on disk and applies. `writer` and `number` are those of another program where it asks; a request that
    /// was kept before is not decided again. Throws a `JournalError` where nothing was kept.
    mutating func keep(
        writer other: String? = nil, number: Int? = nil,
        _ decide: (inout Session, Instant, inout AnyDice) throws(Refusal) -> Ruling
    ) throws -> Refusal? {
        try Desk.refuseMoved(session, coding)
        if number == nil { counter += 1 }
        guard let request = JournalRequest(session: other ?? writer, counter: number ?? counter) else {
            throw DeskError.badWriter
        }
        try takeUpAnew()
        return try Desk.keep(
            request, in: &journal, deciding: decide, on: &session, using: &dice, at: clock, coding, through: queue)
    }

    /// After trouble with the disk, and after a repair, the enrolment is read again from its file; what is there holds.
    private mutating func takeUpAnew() throws {
        guard journal.isSpent else { return }
        var (fresh, session) = (journal.anew, Session(session.courseware, learner: session.learner))
        (session.showsWebContent, session.isStrict) = (self.session.showsWebContent, self.session.isStrict)
        try Desk.apply(try fresh.read(), to: &session, coding)
        session.takeContent(from: self.session)
        guard fresh.lastNumber > 0 || journal.lastNumber == 0 else { throw JournalError(journal.path, .replaced) }
        (journal, self.session) = (fresh, session)
    }

    /// Catches up, decides and puts on disk under the learner's lock; then applies. The session is changed in place.
    private static func keep(
        _ request: JournalRequest, in journal: inout Journal,
        deciding decide: (inout Session, Instant, inout AnyDice) throws(Refusal) -> Ruling,
        on session: inout Session, using dice: inout AnyDice, at clock: @Sendable () -> Instant, _ coding: EventCoding,
        through queue: CommitQueue?
    ) throws -> Refusal? {
        var ruling = Ruling()
        var writing = try journal.begin { try Desk.apply($0, to: &session, coding) }
        let answer = try journal.add(request, to: &writing, at: clock) {
            do throws(Refusal) {
                ruling = try decide(&session, clock(), &dice)
            } catch {
                ruling.refusal = error
            }
            return try Desk.journaled(ruling.events, session, coding, at: clock())
        }
        do {
            try writing.sync(through: queue)
        } catch {
            journal.settle(writing, error)
            throw error
        }
        journal.settle(writing)
        if case .appended(let line) = answer { session.apply(ruling.events, at: line.time) }
        return ruling.refusal
    }

    private static func journaled(
        _ events: [Event], _ session: Session, _ coding: EventCoding, at now: Instant
    ) throws -> [JournalEvent] {
        let facts = EventCoding.Facts(
            attempt: { place in
                let tracking = session.sequencer.tracking(of: place)
                return tracking.attemptCount + (tracking.isSuspended ? 0 : 1)
            }, activeSeconds: { session.activeSeconds(of: $0, at: now) })
        return try events.map { try coding.journaled($0, facts) }
    }

    /// Applies journal lines to a session. Those before the last move to this version were written in another: what they say of
    /// activities that are gone is passed over.
    static func apply(
        _ lines: [JournalLine], to session: inout Session, _ coding: EventCoding, areEarlier: Bool = false,
        noting: ([Event], Instant) -> Void = { _, _ in }
    ) throws(DeskError) {
        let move = lines.last { $0.event.kind == .move }
        if let move, let version = EventCoding.moved(move.event), version != coding.version ?? version {
            session.apply([.moved(version: version, by: "")], at: move.time)
        }
        try refuseMoved(session, coding)
        for line in lines {
            do {
                let isEarlier = areEarlier || line.number < move?.number ?? 0
                let events = try (line.event.events ?? []).compactMap(isEarlier ? coding.earlierEvent : coding.event)
                session.apply(events, at: line.time)
                noting(events, line.time)
            } catch {
                throw .unfitting(line: line.number)
            }
        }
    }

    /// Once the enrolment has gone over to another version, nothing is written or shown in this one.
    private static func refuseMoved(_ session: Session, _ coding: EventCoding) throws(DeskError) {
        guard let own = coding.version, let version = session.version, own != version else { return }
        throw .moved(to: version)
    }
}

/// What stands in the way of a desk besides its journal.
public enum DeskError: Error, Hashable, Sendable {
    /// The writer's name is no session name of a journal.
    case badWriter
    /// A line of the journal does not fit this version of the course.
    case unfitting(line: Int)
    /// The enrolment has gone over to another version of the course; it is to be taken up anew in that one.
    case moved(to: String)
}

/// Any source of chance as one type.
struct AnyDice: RandomNumberGenerator, Sendable {
    var base: any RandomNumberGenerator & Sendable

    mutating func next() -> UInt64 { base.next() }
}

extension Desk {
    /// The session as the first lines of a journal leave it, without a writer; all lines where `limit` is `nil`. With `movedTo`, as
    /// it would be if the enrolment then went over to that version, which `courseware` is.
    public static func replay(
        _ courseware: Courseware, learner: Learner, lines: [JournalLine], limit: Int? = nil,
        movedTo version: String? = nil
    ) throws -> Session {
        var session = Session(courseware, learner: learner)
        let coding = EventCoding(courseware.course.organization)
        try apply(lines.filter { $0.number <= limit ?? Int.max }, to: &session, coding, areEarlier: version != nil)
        return session
    }
}
