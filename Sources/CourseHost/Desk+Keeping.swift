internal import CourseModel
internal import JournalStore
internal import Learning
internal import Sequencing

/// How a desk puts on disk what it decides.
extension Desk {
    /// Who asks: the learner, web content in a window (or here, where the window is this program), or a window that opens
    /// web content.
    enum Asking {
        case learner
        case content(in: String)
        case window(String)
    }

    /// Decides, puts on disk and applies. `writer` and `number` are those of another program where it asks; a request that
    /// was kept before is not decided again. What content writes is refused where another window has taken it over.
    /// Throws a `JournalError` where nothing was kept.
    mutating func keep(
        writer other: String? = nil, number: Int? = nil, as asking: Asking = .learner,
        _ decide: (inout Session, Instant, inout AnyDice) throws(Refusal) -> Ruling
    ) throws -> Refusal? {
        try Desk.refuseMoved(session, coding)
        if number == nil { counter += 1 }
        guard let request = JournalRequest(session: other ?? writer, counter: number ?? counter) else {
            throw DeskError.badWriter
        }
        try takeUpAnew()
        var draft = Draft(request: request, asking: asking, clock: clock, coding: coding)
        var writing = try Desk.begin(&journal, queue, &session, &ledger, coding)
        do {
            try learn(&writing)
            try draft.write(to: &journal, &writing, &session, ledger, &dice, decide)
            try writing.sync(through: queue)
        } catch {
            if writing.hasLines {
                journal.settle(writing, error as? JournalError ?? JournalError(journal.path, .malformedRecord))
            }
            throw error
        }
        journal.settle(writing)
        draft.finish(&session, &ledger)
        return draft.ruling.refusal
    }

    private static func begin(
        _ journal: inout Journal, _ queue: CommitQueue?, _ session: inout Session, _ ledger: inout DeskLedger,
        _ coding: EventCoding
    ) throws -> JournalWriting {
        try journal.begin(keeping: queue?.journals) { try Desk.take($0, &session, &ledger, coding) }
    }

    /// Takes in what the learner's other courses have said since, as a line of its own under the same lock.
    private mutating func learn(_ writing: inout JournalWriting) throws {
        guard let enrolment = journal.enrolment, session.sharesAnything else { return }
        try ledger.others.read(beside: enrolment, under: writing.lock, coding)
        guard let news = ledger.others.facts.news(after: ledger.facts, for: session) else { return }
        counter += 1
        guard let request = JournalRequest(session: writer, counter: counter) else { throw DeskError.badWriter }
        let event = Event.learned(objectives: news.objectives, shared: news.shared)
        let facts = EventCoding.Facts(attempt: { _ in 0 }, activeSeconds: { _ in 0 }, revision: news.revision)
        let events = try coding.fitting([coding.journaled(event, facts)])
        let answer = try journal.add(request, to: &writing, at: clock) { events }
        if case .appended(let line) = answer { session.apply([event], at: line.time) }
        ledger.facts.take(news)
    }

    /// After trouble with the disk, and after a repair, the enrolment is read again from its file; what is there holds.
    mutating func takeUpAnew() throws {
        guard journal.isSpent else { return }
        var (fresh, session, ledger) = (
            journal.anew, Session(session.courseware, learner: session.learner), DeskLedger()
        )
        (session.showsWebContent, session.isStrict) = (self.session.showsWebContent, self.session.isStrict)
        try Desk.take(try fresh.read(), &session, &ledger, coding)
        guard fresh.lastNumber > 0 || journal.lastNumber == 0 else { throw JournalError(journal.path, .replaced) }
        session.takeContent(from: self.session)
        (journal, self.session, self.ledger, snapshotLine) = (fresh, session, ledger, 0)
    }
}

/// A request on its way to the disk.
private struct Draft {
    let request: JournalRequest
    let asking: Desk.Asking
    let clock: @Sendable () -> Instant
    let coding: EventCoding
    private(set) var ruling = Ruling()
    private var statement: SharedFacts.Statement?
    private var line: JournalLine?

    init(request: JournalRequest, asking: Desk.Asking, clock: @escaping @Sendable () -> Instant, coding: EventCoding) {
        (self.request, self.asking, self.clock, self.coding) = (request, asking, clock, coding)
    }

    mutating func write(
        to journal: inout Journal, _ writing: inout JournalWriting, _ session: inout Session, _ ledger: DeskLedger,
        _ dice: inout AnyDice, _ decide: (inout Session, Instant, inout AnyDice) throws(Refusal) -> Ruling
    ) throws {
        let answer = try journal.add(request, to: &writing, at: clock) {
            let now = clock()
            do throws(Refusal) {
                switch asking {
                case .window(ledger.window): return []
                case .content(let window) where window != ledger.window ?? window: throw Refusal.takenOver
                case .learner, .content, .window: break
                }
                ruling = try decide(&session, now, &dice)
            } catch {
                ruling.refusal = error
            }
            return try coding.fitting(journaled(session, ledger, at: now))
        }
        if case .appended(let line) = answer { self.line = line }
    }

    /// What was decided, and what it means for the learner's other courses.
    private mutating func journaled(
        _ session: Session, _ ledger: DeskLedger, at now: Instant
    ) throws -> [JournalEvent] {
        let facts = EventCoding.Facts(
            attempt: { place in
                let tracking = session.sequencer.tracking(of: place)
                return tracking.attemptCount + (tracking.isSuspended ? 0 : 1)
            }, activeSeconds: { session.activeSeconds(of: $0, at: now) })
        let events = try ruling.events.map { try coding.journaled($0, facts) }
        guard !events.isEmpty, session.sharesAnything else { return events }
        var after = session
        after.apply(ruling.events, at: now)
        statement = ledger.facts.statement(of: after, latest: ledger.others.facts.revision)
        return try events + (statement.map { [try coding.journaled($0)] } ?? [])
    }

    /// What was acknowledged counts.
    func finish(_ session: inout Session, _ ledger: inout DeskLedger) {
        guard let line else { return }
        session.apply(ruling.events, at: line.time)
        ledger.note(ruling.events, by: request.session)
        if let statement { ledger.facts.take(statement) }
    }
}
