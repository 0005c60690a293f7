internal import CourseModel

/// All that sequencing remembers of one learner in one course (SN book, TM and AM).
public struct SequencingState: Hashable, Codable, Sendable {
    /// One a place of the tree.
    var activities: [ActivityState]
    /// TM.1.1 of all activities, one after the other, the primary objective of each first.
    var objectives: [ObjectiveProgress]
    /// One a global objective of the tree.
    var globals: [ObjectiveProgress]
    /// Available Children of the clusters where chance chose them.
    var draws: [Int: Draw] = [:]
    /// AM.1.2 Current Activity.
    var current: Int?
    /// AM.1.2 Suspended Activity.
    var suspended: Int?
    /// A session is under way, with or without content.
    var isOpen = false
}

/// What sequencing remembers of one activity (AM.1.1, TM.1.2).
struct ActivityState: Hashable, Codable, Sendable {
    var isActive = false
    var isSuspended = false
    /// TM.1.2.2 of the latest attempt; `nil` is unknown.
    var isCompleted: Bool?
    /// The content wrote "unknown" itself: no automatic status.
    var keepsCompletionUnknown = false
    var keepsSuccessUnknown = false
    /// Includes the attempt under way.
    var attemptCount = 0
    /// The attempt of the parent during which this one was last attempted; tells stale information apart.
    var attemptOfParent = 0
    var progress: ProgressMeasure?

    mutating func forgetProgress() {
        isCompleted = nil
        progress = nil
        keepsCompletionUnknown = false
    }
}

/// Available Children that chance chose.
struct Draw: Hashable, Sendable {
    let children: [Int]
    /// Their places in `children`.
    let ranks: [Int: Int]

    init(_ children: [Int]) {
        self.children = children
        ranks = Dictionary(zip(children, children.indices), uniquingKeysWith: { first, _ in first })
    }
}

extension Draw: Codable {
    /// Reads the list.
    init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode([Int].self)) }

    /// Writes the list.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(children)
    }
}
