internal import CourseModel
internal import JournalStore
public import Learning
internal import Synchronization

/// One enrolment that several requests may use at once: they take turns, and wait for the disk on a lane of their own.
public actor SharedDesk {
    public nonisolated let courseID: String
    /// The version to which the enrolment is pinned.
    public nonisolated let version: String
    var desk: Desk
    private let prepare: @Sendable () throws -> Void
    private let looksErased: @Sendable () throws -> Bool
    private let lane: DiskLane
    private let clock: @Sendable () -> Instant
    private var shown: (line: Int, at: Instant, view: SessionView)?
    private var isPrepared = false
    /// A page runs the content that is delivered, or ran it.
    var contentRuns = false
    /// The greatest number of a commit that each page has sent.
    var heard: [String: Int] = [:]
    /// The enrolment has gone over to another version: the next who asks gets another desk.
    nonisolated let isRetired = Atomic(false)

    public nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

    /// `prepare` makes the folder of the enrolment, before the first request that writes; `looksErased` says whether the
    /// learner was erased.
    init(
        _ desk: Desk, courseID: String, version: String, lane: DiskLane, clock: @escaping @Sendable () -> Instant,
        prepare: @escaping @Sendable () throws -> Void, looksErased: @escaping @Sendable () throws -> Bool
    ) {
        (self.desk, self.courseID, self.version) = (desk, courseID, version)
        (self.lane, self.clock, self.prepare, self.looksErased) = (lane, clock, prepare, looksErased)
    }

    /// How things stand, what other programs did included. Writes nothing. Throws a `CampusTrouble`.
    public func standing() throws -> Standing {
        do {
            try desk.catchUp()
        } catch {
            throw trouble(error)
        }
        return current
    }

    /// Resumes, goes on or starts.
    public func open() -> Answer { answer { desk in try desk.open() } }

    /// Carries out what a learner asks for; `seen` is the position that the learner's page showed.
    public func perform(_ request: LearnerRequest, seen: [Int]?) -> Answer {
        if case .navigate = request { contentRuns = false }
        return answer { desk in try desk.perform(request, seen: seen) }
    }

    /// How far the learner is with each quiz, as of the last look.
    public var results: [ActivityResult] { desk.session.results }

    func answer(_ ask: (inout Desk) throws -> Desk.Reply) -> Answer {
        do {
            if !isPrepared { try prepare() }
            isPrepared = true
            switch try ask(&desk) {
            case .done:
                if desk.wantsSnapshot { Task { self.keepSnapshot() } }
                return Answer(outcome: .done, standing: current)
            case .refused(_, let lock): return Answer(outcome: .refused(lock), standing: current)
            case .notSaved(_, let error): return Answer(outcome: .notSaved(trouble(error)), standing: current)
            }
        } catch {
            return Answer(outcome: .notSaved(trouble(error)), standing: current)
        }
    }

    /// After the answer, so that nobody waits for it. It is a cache: where it cannot be kept, the next one may be.
    private func keepSnapshot() { try? desk.keepSnapshot() }

    /// What to say; a desk of a version that holds no longer, or of a learner who was erased, is retired.
    func trouble(_ error: any Error) -> CampusTrouble {
        var trouble = CampusTrouble(error)
        if trouble.kind == .unusable || trouble.kind == .readOnly, (try? looksErased()) == true { trouble = .erased }
        if case DeskError.moved = error { isRetired.store(true, ordering: .relaxed) }
        if trouble.kind == .erased { isRetired.store(true, ordering: .relaxed) }
        return trouble
    }

    private var current: Standing {
        Standing(
            view: view, position: desk.session.position, controls: desk.session.controls,
            savedLine: desk.journal.lastNumber,
            obstacle: desk.journal.obstacle.map { CampusTrouble($0).sentence },
            activeSeconds: desk.session.activeSeconds(of: nil, at: clock()), notes: desk.session.notes,
            firstAccess: desk.session.firstEvent,
            lastAccess: desk.session.lastEvent, completedAt: desk.session.completedAt)
    }

    /// What is shown, made anew when something was written or a second has passed (a waiting time may be over).
    private var view: SessionView {
        let now = clock()
        if let shown, shown.line == desk.journal.lastNumber,
            (0..<1000).contains(now.milliseconds - shown.at.milliseconds)
        {
            return shown.view
        }
        let fresh = desk.view
        shown = (desk.journal.lastNumber, now, fresh)
        return fresh
    }
}
