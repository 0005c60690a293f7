public import CourseModel

/// One change of the sequencing state. A decision is a list of them; replaying the list gives the same state.
public enum Step: Hashable, Sendable {
    /// A session begins; nothing is delivered yet.
    case open
    /// UP.4 on one activity, rollup included.
    case endAttempt(Int)
    /// TB.2.3 Suspend All from the activity to suspend; the current activity becomes the root.
    case suspendAll(Int)
    /// TB.2.3 Abandon.
    case abandon(Int)
    /// TB.2.3 Abandon All from the current activity; the current activity becomes the root.
    case abandonAll(Int)
    /// The current activity changes without a delivery.
    case move(Int)
    /// DB.2, Clear Suspended Activity included.
    case deliver(Int)
    /// SR.1 and SR.2: what chance chose as the available children of a cluster.
    case draw(Int, [Int])
    /// A retry of the root: global objectives that belong to this course only are forgotten.
    case resetObjectives
    /// The session is over; the current activity is undefined.
    case endSession
    /// What content said of the attempt at an activity, and whether it asked to be suspended.
    case record(Int, ActivityProgress, isSuspended: Bool)
}

/// What a request leads to.
public struct Decision: Hashable, Sendable {
    /// To be applied in order; empty when nothing changes.
    public var steps: [Step] = []
    /// The activity that is launched; `nil` when nothing is.
    public var delivered: Int?
    /// The delivery goes on with a suspended attempt.
    public var resumes = false
    /// The session ends.
    public var endsSession = false
    /// The request was carried out only in part, or not at all; the steps before it stand.
    public var refusal: SequencingRefusal?
}
