/// What is known of one objective; `nil` is "unknown" (SN book, TM.1.1 and its 4th Edition additions).
public struct ObjectiveProgress: Hashable, Codable, Sendable {
    public var isSatisfied: Bool?
    public var measure: Measure?
    public var isCompleted: Bool?
    public var progress: ProgressMeasure?
    public var raw: Double?
    public var min: Double?
    public var max: Double?

    /// Nothing known.
    public init() {}
}

/// What content said of one attempt at its activity: the way from `cmi.*` to sequencing.
public struct ActivityProgress: Hashable, Codable, Sendable {
    /// Completed or not; "not attempted" counts as not. `nil` unless the content said so.
    public var isCompleted: Bool?
    /// The part that is done.
    public var progress: ProgressMeasure?
    /// What the content said of the primary objective.
    public var primary = ObjectiveProgress()
    /// What the content said of objectives by their identifier.
    public var objectives: [ObjectiveID: ObjectiveProgress] = [:]
    /// The content wrote "unknown" itself, which stops the automatic statuses of UP.4 and of rollup.
    public var saysCompletionUnknown = false
    /// Likewise for success.
    public var saysSuccessUnknown = false

    /// Nothing said.
    public init() {}
}
