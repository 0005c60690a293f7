/// The sequencing definition model of one activity (SN book, SM.1 to SM.11; `imsss:sequencing` and `adlseq:*`).
public struct SequencingDefinition: Hashable, Sendable {
    /// SM.1.
    public var controlMode = ControlMode()
    /// SM.2, in document order.
    public var preConditionRules: [SequencingRule<PreConditionAction>] = []
    /// SM.2, exit rules: they all mean exit.
    public var exitConditionRules: [SequencingRule<ExitAction>] = []
    /// SM.2, in document order.
    public var postConditionRules: [SequencingRule<PostConditionAction>] = []
    /// SM.3.
    public var limits = LimitConditions()
    /// SM.5, in document order.
    public var rollupRules: [RollupRule] = []
    /// SM.6: the one that contributes to rollup; an unnamed one where the manifest has none.
    public var primaryObjective = Objective()
    /// SM.6: the others.
    public var objectives: [Objective] = []
    /// SM.8.
    public var rollup = RollupControls()
    /// SM.9.
    public var selection = SelectionControls()
    /// SM.10.
    public var randomization = RandomizationControls()
    /// SM.11.
    public var delivery = DeliveryControls()
    /// `adlseq:constrainedChoiceConsiderations`.
    public var constrainedChoice = ConstrainedChoice()
    /// `adlseq:rollupConsiderations`.
    public var considerations = RollupConsiderations()

    /// Everything at the book's defaults.
    public init() {}
}

/// SM.1 Sequencing Control Modes.
public struct ControlMode: Hashable, Sendable {
    public var choice = true
    public var choiceExit = true
    public var flow = false
    public var forwardOnly = false
    public var useCurrentAttemptObjectiveInfo = true
    public var useCurrentAttemptProgressInfo = true

    /// The book's defaults.
    public init() {}
}

/// SM.2 Sequencing Rule: when its conditions hold, its action happens.
public struct SequencingRule<Action: Hashable & Sendable>: Hashable, Sendable {
    public var conditionCombination: ConditionCombination
    public var conditions: [RuleCondition]
    public var action: Action

    /// A rule from its parts.
    public init(_ conditionCombination: ConditionCombination = .all, _ conditions: [RuleCondition], _ action: Action) {
        self.conditionCombination = conditionCombination
        self.conditions = conditions
        self.action = action
    }
}

/// How the conditions of a rule combine.
public enum ConditionCombination: String, Hashable, Sendable, CaseIterable { case all, any }

/// What a precondition rule does.
public enum PreConditionAction: String, Hashable, Sendable, CaseIterable {
    case skip, disabled, hiddenFromChoice, stopForwardTraversal
}

/// What an exit rule does.
public enum ExitAction: String, Hashable, Sendable, CaseIterable { case exit }

/// What a post-condition rule does.
public enum PostConditionAction: String, Hashable, Sendable, CaseIterable {
    case exitParent, exitAll, retry, retryAll, `continue`, previous
}

/// One condition of a sequencing rule.
public struct RuleCondition: Hashable, Sendable {
    public var condition: Condition
    /// The answer is turned round; unknown stays unknown.
    public var isNegated: Bool
    /// An objective of the same activity; `nil` means the primary one.
    public var referencedObjective: ObjectiveID?
    /// What a measure is compared with.
    public var measureThreshold: Measure?

    /// A condition from its parts.
    public init(
        _ condition: Condition, not isNegated: Bool = false, objective: ObjectiveID? = nil, threshold: Measure? = nil
    ) {
        self.condition = condition
        self.isNegated = isNegated
        self.referencedObjective = objective
        self.measureThreshold = threshold
    }
}

/// What a sequencing rule can ask about an activity.
public enum Condition: String, Hashable, Sendable, CaseIterable {
    case satisfied, objectiveStatusKnown, objectiveMeasureKnown, objectiveMeasureGreaterThan, objectiveMeasureLessThan
    case completed, activityProgressKnown, attempted, attemptLimitExceeded, timeLimitExceeded
    case outsideAvailableTimeRange, always
}

/// SM.3 Limit Conditions. Only the attempt limit locks; the durations are handed to the content.
public struct LimitConditions: Hashable, Sendable {
    public var attemptLimit: Int?
    /// An ISO 8601 duration as written; feeds `cmi.max_time_allowed`.
    public var attemptAbsoluteDurationLimit: String?

    /// No limit.
    public init() {}
}

/// SM.5 Rollup Rule.
public struct RollupRule: Hashable, Sendable {
    public var childActivitySet: ChildActivitySet
    public var conditionCombination: ConditionCombination
    public var conditions: [RollupCondition]
    public var action: RollupAction

    /// A rule from its parts.
    public init(
        _ childActivitySet: ChildActivitySet, _ conditionCombination: ConditionCombination,
        _ conditions: [RollupCondition], _ action: RollupAction
    ) {
        self.childActivitySet = childActivitySet
        self.conditionCombination = conditionCombination
        self.conditions = conditions
        self.action = action
    }
}

/// How many children a rollup rule needs.
public enum ChildActivitySet: Hashable, Sendable {
    case all, any, none
    case atLeastCount(Int)
    /// From 0 to 1.
    case atLeastPercent(Double)
}

/// One condition of a rollup rule, about a child.
public struct RollupCondition: Hashable, Sendable {
    public var condition: RollupConditionKind
    /// The answer is turned round; unknown stays unknown.
    public var isNegated: Bool

    /// A condition from its parts.
    public init(_ condition: RollupConditionKind, not isNegated: Bool = false) {
        self.condition = condition
        self.isNegated = isNegated
    }
}

/// What a rollup rule can ask about a child.
public enum RollupConditionKind: String, Hashable, Sendable, CaseIterable {
    case satisfied, objectiveStatusKnown, objectiveMeasureKnown, completed, activityProgressKnown, attempted
    case attemptLimitExceeded, timeLimitExceeded, outsideAvailableTimeRange
}

/// What a rollup rule says of the cluster.
public enum RollupAction: String, Hashable, Sendable, CaseIterable {
    case satisfied, notSatisfied, completed, incomplete
}

/// SM.6 Objective of an activity.
public struct Objective: Hashable, Sendable {
    /// `nil` only for an unnamed primary objective.
    public var id: ObjectiveID?
    /// The measure decides whether it is satisfied.
    public var satisfiedByMeasure = false
    public var minNormalizedMeasure = Measure(1)
    /// SM.7, in document order.
    public var maps: [ObjectiveMap] = []

    /// An objective at the book's defaults.
    public init(id: ObjectiveID? = nil) { self.id = id }
}

/// SM.7 Objective Map, with the elements that the 4th Edition added (`adlseq:mapInfo`).
public struct ObjectiveMap: Hashable, Sendable {
    /// The global objective.
    public var target: ObjectiveID
    /// What local reads come from the global objective.
    public var reads: Set<ObjectiveElement>
    /// What local changes go to the global objective.
    public var writes: Set<ObjectiveElement>

    /// A map from its parts.
    public init(target: ObjectiveID, reads: Set<ObjectiveElement>, writes: Set<ObjectiveElement>) {
        self.target = target
        self.reads = reads
        self.writes = writes
    }
}

/// What an objective holds, piece by piece.
public enum ObjectiveElement: String, Hashable, Sendable, CaseIterable {
    case satisfiedStatus, normalizedMeasure, rawScore, minScore, maxScore, completionStatus, progressMeasure
}

/// SM.8 Rollup Controls.
public struct RollupControls: Hashable, Sendable {
    public var objectiveSatisfied = true
    public var progressCompletion = true
    /// From 0 to 1.
    public var objectiveMeasureWeight = 1.0

    /// The book's defaults.
    public init() {}
}

/// When children are selected or reordered.
public enum Timing: String, Hashable, Sendable, CaseIterable { case never, once, onEachNewAttempt }

/// SM.9 Selection Controls.
public struct SelectionControls: Hashable, Sendable {
    public var timing = Timing.never
    public var count: Int?

    /// The book's defaults.
    public init() {}
}

/// SM.10 Randomization Controls.
public struct RandomizationControls: Hashable, Sendable {
    public var timing = Timing.never
    public var reorderChildren = false

    /// The book's defaults.
    public init() {}
}

/// SM.11 Delivery Controls.
public struct DeliveryControls: Hashable, Sendable {
    public var tracked = true
    public var completionSetByContent = false
    public var objectiveSetByContent = false

    /// The book's defaults.
    public init() {}
}

/// `adlseq:constrainedChoiceConsiderations`.
public struct ConstrainedChoice: Hashable, Sendable {
    public var preventActivation = false
    public var constrainChoice = false

    /// The book's defaults.
    public init() {}
}

/// When a child counts for a rollup of its parent.
public enum Requirement: String, Hashable, Sendable, CaseIterable {
    case always, ifAttempted, ifNotSkipped, ifNotSuspended
}

/// `adlseq:rollupConsiderations`.
public struct RollupConsiderations: Hashable, Sendable {
    public var requiredForSatisfied = Requirement.always
    public var requiredForNotSatisfied = Requirement.always
    public var requiredForCompleted = Requirement.always
    public var requiredForIncomplete = Requirement.always
    public var measureSatisfactionIfActive = true

    /// The book's defaults.
    public init() {}
}
