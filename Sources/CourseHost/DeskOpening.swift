public import CourseModel
internal import FoundationEssentials
internal import Glibc
public import JournalStore
public import Learning

/// An enrolment read from its files, before its course is known: from its snapshot and the lines after it, or from all
/// lines.
public struct DeskOpening: Sendable {
    /// What a snapshot keeps.
    struct Kept: Codable {
        var session: SessionState
        var facts: SharedFacts
        var window: String?
    }

    /// Read to its end.
    public private(set) var journal: Journal
    /// What the snapshot does not hold.
    public private(set) var lines: [JournalLine]
    private(set) var kept: Kept?
    private(set) var keptUpTo = 0

    /// Reads the journal of an enrolment; every line is verified either way.
    public init(_ enrolment: Enrolment) throws(JournalError) {
        journal = enrolment.journal
        if let snapshot = enrolment.snapshot(engine: DeskOpening.engine),
            let kept = try? JSONDecoder().decode(Kept.self, from: Data(snapshot.state)),
            let rest = try journal.read(after: snapshot.upto, snapshot.hash),
            !rest.contains(where: { $0.event.kind == .move })
        {
            (lines, self.kept, keptUpTo) = (rest, kept, snapshot.upto)
        } else {
            // A move to another version gives the lines before it another meaning: they are read again.
            journal = journal.anew
            lines = try journal.read()
        }
    }

    /// The version of the course to which the enrolment is pinned; `nil` before it has begun.
    public var pinnedVersion: String? { Desk.pinnedVersion(lines) ?? kept?.session.version }

    /// This very program: another build may fold the same lines differently.
    static let engine: String = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "unknown-\(getpid())" }
        return "\(status.st_size)-\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)"
    }()
}

extension Desk {
    /// Takes up an enrolment as it was read. `writer` names this program's session, and is never used twice.
    public init(
        _ courseware: Courseware, learner: Learner, course: String, version: String, opening: DeskOpening,
        writer: String, clock: @escaping @Sendable () -> Instant, dice: any RandomNumberGenerator & Sendable,
        showsWebContent: Bool = true
    ) throws {
        var opening = opening
        var session = Session(courseware, learner: learner)
        session.showsWebContent = showsWebContent
        var ledger = DeskLedger()
        if let kept = opening.kept {
            if session.recall(kept.session) {
                (ledger.facts, ledger.window) = (kept.facts, kept.window)
            } else {
                try opening.readAll()
            }
        }
        try self.init(
            session, ledger, course: course, version: version, opening: opening, writer: writer, clock: clock,
            dice: dice)
    }

    /// Keeps what is in memory now, so that the next opening need not read it from lines. For quiet moments: no request
    /// waits for it, and nothing is lost without it.
    public mutating func keepSnapshot() throws {
        guard let enrolment = journal.enrolment, !journal.isSpent, journal.lastNumber > snapshotLine else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let kept = DeskOpening.Kept(session: session.state, facts: ledger.facts, window: ledger.window)
        try enrolment.keep(
            Snapshot(
                upto: journal.lastNumber, hash: journal.lastHash, engine: DeskOpening.engine,
                state: Array(try encoder.encode(kept))))
        snapshotLine = journal.lastNumber
    }

    /// Whether enough has happened since the last snapshot to make another worth its while.
    public var wantsSnapshot: Bool { journal.lastNumber - snapshotLine >= Desk.linesWorthASnapshot }

    private static let linesWorthASnapshot = 100
}

extension DeskOpening {
    /// Forgets the snapshot, which does not fit the course.
    mutating func readAll() throws(JournalError) {
        journal = journal.anew
        lines = try journal.read()
        (kept, keptUpTo) = (nil, 0)
    }
}
