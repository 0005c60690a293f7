internal import CourseModel

/// All that sequencing remembers of one learner in one course (SN book, TM and AM).
struct SequencingState: Hashable, Sendable {
    /// One a place of the tree.
    var activities: [ActivityState]
    /// One a global objective of the tree.
    var globals: [ObjectiveProgress]
    /// AM.1.2 Current Activity.
    var current: Int?
    /// AM.1.2 Suspended Activity.
    var suspended: Int?
    /// A session is under way, with or without content.
    var isOpen = false
}

/// What sequencing remembers of one activity (AM.1.1, TM.1.2).
struct ActivityState: Hashable, Sendable {
    var isActive = false
    var isSuspended = false
    /// Includes the attempt under way.
    var attemptCount = 0
    /// The attempt of the parent during which this one was last attempted; tells stale information apart.
    var attemptOfParent = 0
    /// TM.1.2.2 of the latest attempt; `nil` is unknown.
    var isCompleted: Bool?
    var progress: ProgressMeasure?
    /// TM.1.1, the primary objective first.
    var objectives: [ObjectiveProgress]
    /// The content wrote "unknown" itself: no automatic status.
    var keepsCompletionUnknown = false
    var keepsSuccessUnknown = false
    /// Available Children where chance chose them; `nil` for all in document order.
    var available: [Int]?

    init(objectives: Int) {
        self.objectives = [ObjectiveProgress](repeating: ObjectiveProgress(), count: objectives)
    }

    /// Forgets the attempt before: a new one begins.
    mutating func beginAttempt(ofParent attempt: Int) {
        attemptCount += 1
        attemptOfParent = attempt
        forgetAttempt()
    }

    /// Nothing is known of the attempt any more.
    mutating func forgetAttempt() {
        forgetProgress()
        forgetObjectives()
    }

    mutating func forgetProgress() {
        isCompleted = nil
        progress = nil
        keepsCompletionUnknown = false
    }

    mutating func forgetObjectives() {
        for place in objectives.indices { objectives[place] = ObjectiveProgress() }
        keepsSuccessUnknown = false
    }
}
