public import CourseModel
public import Learning

/// How an enrolment stands, for a page: what is shown, and what is on disk.
public struct Standing: Sendable {
    public var view: SessionView
    /// What requests that name no target are about; a page carries it, so that a stale one is known.
    public var position: [Int]
    /// The controls of the player that work now.
    public var controls: [Navigation]
    /// The number of the journal's last line; 0 before anything is written.
    public var savedLine: Int
    /// Why nothing more can be written for now; `nil` when all is well.
    public var obstacle: Sentence?
    /// Seconds of work so far.
    public var activeSeconds: Int64
    public var notes: [Note]
    public var firstAccess: Instant?
    public var lastAccess: Instant?
    public var completedAt: Instant?
}

/// What came of a learner's request.
public struct Answer: Sendable {
    /// Carried out, not allowed, or allowed and not saved.
    public enum Outcome: Sendable {
        case done
        /// Not carried out, or only in part; what was is on disk.
        case refused(Lock)
        /// Nothing was saved, and nothing has changed.
        case notSaved(CampusTrouble)
    }

    public var outcome: Outcome
    public var standing: Standing
}
