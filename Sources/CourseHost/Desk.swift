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
    public internal(set) var journal: Journal
    /// Shares syncs with the other desks of the program; without it each request has a sync of its own.
    public var queue: CommitQueue?
    /// What the journal says beside what the session holds.
    var ledger = DeskLedger()
    /// The last line that the snapshot on disk holds; 0 without one.
    var snapshotLine = 0
    private let course: String
    private let version: String
    let writer: String
    let clock: @Sendable () -> Instant
    let coding: EventCoding
    var counter = 0
    var dice: AnyDice

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
        coding = EventCoding(courseware.course.organization, version: version, enrolment: journal.enrolment)
        try Desk.take(lines, &session, &ledger, coding)
    }

    /// From what a snapshot held, and the lines after it.
    init(
        _ session: Session, _ ledger: DeskLedger, course: String, version: String, opening: DeskOpening,
        writer: String, clock: @escaping @Sendable () -> Instant, dice: any RandomNumberGenerator & Sendable
    ) throws {
        (self.session, self.ledger, snapshotLine) = (session, ledger, opening.keptUpTo)
        (self.course, self.version, journal) = (course, version, opening.journal)
        (self.writer, self.clock, self.dice) = (writer, clock, AnyDice(base: dice))
        coding = EventCoding(session.organization, version: version, enrolment: opening.journal.enrolment)
        try Desk.take(opening.lines, &self.session, &self.ledger, coding)
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
        try Desk.take(lines, &session, &ledger, coding)
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

    /// A page opens the web content that is delivered, and goes on with it: what other pages commit is refused from then
    /// on. `page` names it, `number` counts what it asks; nothing is written when it has the content already.
    public mutating func takeOver(page: String, number: Int) throws -> Reply {
        do {
            let refusal = try keep(writer: page, number: number, as: .window(page)) { session, _, _ throws(Refusal) in
                guard let place = session.delivered, session.isWebContent(place) else { throw Refusal.stale }
                return Ruling(events: [.tookOver(place: place)])
            }
            return refusal.map { .refused(view, $0.lock) } ?? .done(view)
        } catch let error as JournalError {
            return .notSaved(view, error)
        }
    }
}

/// What stands in the way of a desk besides its journal.
public enum DeskError: Error, Hashable, Sendable {
    /// The writer's name is no session name of a journal.
    case badWriter
    /// A line of the journal does not fit this version of the course.
    case unfitting(line: Int)
    /// A line names a blob that is not there, or is not what its name says.
    case blobMissing(String, line: Int)
    /// The enrolment has gone over to another version of the course; it is to be taken up anew in that one.
    case moved(to: String)
}

/// Any source of chance as one type.
struct AnyDice: RandomNumberGenerator, Sendable {
    var base: any RandomNumberGenerator & Sendable

    mutating func next() -> UInt64 { base.next() }
}
