internal import CourseModel

/// A sequencing definition whose objectives are places: 0 is the primary one.
struct ResolvedDefinition: Hashable, Sendable {
    /// An objective and where it is shared.
    struct Objective: Hashable, Sendable {
        var id: ObjectiveID?
        var satisfiedByMeasure: Bool
        var minNormalizedMeasure: Measure?
        var maps: [Map]
    }

    /// An objective map whose target is a place in the tree's list of global objectives.
    struct Map: Hashable, Sendable {
        var global: Int
        var reads: Set<ObjectiveElement>
        var writes: Set<ObjectiveElement>
    }

    /// A condition whose objective is a place; `nil` where the activity has no such objective.
    struct Condition: Hashable, Sendable {
        var condition: CourseModel.Condition
        var isNegated: Bool
        var objective: Int?
        var threshold: Double
    }

    /// A sequencing rule with resolved conditions.
    struct Rule<Action: Hashable & Sendable>: Hashable, Sendable {
        var combination: ConditionCombination
        var conditions: [Condition]
        var action: Action
    }

    var controlMode: ControlMode
    var preConditionRules: [Rule<PreConditionAction>]
    var exitConditionRules: [Rule<ExitAction>]
    var postConditionRules: [Rule<PostConditionAction>]
    var attemptLimit: Int?
    var rollupRules: [RollupRule]
    /// The primary objective first.
    var objectives: [Objective]
    var rollup: RollupControls
    var selection: SelectionControls
    var randomization: RandomizationControls
    var delivery: DeliveryControls
    var constrainedChoice: ConstrainedChoice
    var considerations: RollupConsiderations

    init(_ definition: SequencingDefinition, _ edition: EditionRules, _ globals: inout GlobalNames) {
        controlMode = definition.controlMode
        let all = [definition.primaryObjective] + definition.objectives
        preConditionRules = definition.preConditionRules.map { Rule($0, all) }
        exitConditionRules = definition.exitConditionRules.map { Rule($0, all) }
        postConditionRules = definition.postConditionRules.map { Rule($0, all) }
        attemptLimit = definition.limits.attemptLimit
        rollupRules = definition.rollupRules
        objectives = all.map { objective in
            Objective(
                id: objective.id, satisfiedByMeasure: objective.satisfiedByMeasure,
                minNormalizedMeasure: objective.minNormalizedMeasure,
                maps: objective.maps.map {
                    Map(
                        global: globals.place(of: $0.target), reads: $0.reads.intersection(edition.mappedElements),
                        writes: $0.writes.intersection(edition.mappedElements))
                })
        }
        rollup = definition.rollup
        selection = definition.selection
        randomization = definition.randomization
        delivery = definition.delivery
        constrainedChoice = definition.constrainedChoice
        considerations = definition.considerations
    }
}

extension ResolvedDefinition.Rule {
    fileprivate init(_ rule: SequencingRule<Action>, _ objectives: [CourseModel.Objective]) {
        combination = rule.conditionCombination
        action = rule.action
        conditions = rule.conditions.map { condition in
            ResolvedDefinition.Condition(
                condition: condition.condition, isNegated: condition.isNegated,
                objective: condition.referencedObjective.map { id in
                    objectives.firstIndex { $0.id == id }
                } ?? 0,
                threshold: condition.measureThreshold?.value ?? 0)
        }
    }
}

/// Gives each global objective its place, in the order of their first mention.
struct GlobalNames {
    private(set) var names: [ObjectiveID] = []
    private var places: [ObjectiveID: Int] = [:]

    mutating func place(of name: ObjectiveID) -> Int {
        if let place = places[name] { return place }
        places[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
