internal import CourseModel

/// A sequencing definition whose objectives are places: 0 is the primary one.
struct ResolvedDefinition: Sendable {
    /// An objective and where it is shared.
    struct Objective: Sendable {
        var id: ObjectiveID?
        var satisfiedByMeasure: Bool
        var minNormalizedMeasure: Measure?
        var maps: [Map]
    }

    /// An objective map whose target is a place in the tree's list of global objectives.
    struct Map: Sendable {
        var global: Int
        var reads: ObjectiveElements
        var writes: ObjectiveElements
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

    let controlMode: ControlMode
    /// By action; in document order.
    let skipRules: [Rule<PreConditionAction>]
    let disabledRules: [Rule<PreConditionAction>]
    let hiddenRules: [Rule<PreConditionAction>]
    let stopRules: [Rule<PreConditionAction>]
    let exitConditionRules: [Rule<ExitAction>]
    let postConditionRules: [Rule<PostConditionAction>]
    let attemptLimit: Int?
    /// The default rules stand where the definition has none of a pair (section 5 of the book's defaults).
    let rollupRules: [RollupRule]
    /// The primary objective first.
    let objectives: [Objective]
    let rollup: RollupControls
    let measureWeight: FixedPoint
    let selection: SelectionControls
    let randomization: RandomizationControls
    let delivery: DeliveryControls
    let constrainedChoice: ConstrainedChoice
    let considerations: RollupConsiderations

    init(_ definition: SequencingDefinition, _ edition: EditionRules, _ globals: inout GlobalNames) {
        controlMode = definition.controlMode
        let all = [definition.primaryObjective] + definition.objectives
        let preConditionRules = definition.preConditionRules.map { Rule($0, all) }
        skipRules = preConditionRules.filter { $0.action == .skip }
        disabledRules = preConditionRules.filter { $0.action == .disabled }
        hiddenRules = preConditionRules.filter { $0.action == .hiddenFromChoice }
        stopRules = preConditionRules.filter { $0.action == .stopForwardTraversal }
        exitConditionRules = definition.exitConditionRules.map { Rule($0, all) }
        postConditionRules = definition.postConditionRules.map { Rule($0, all) }
        attemptLimit = definition.limits.attemptLimit
        rollupRules =
            RollupRule.orDefault(definition.rollupRules, .satisfied, .notSatisfied, RollupRule.defaultOfObjective)
            + RollupRule.orDefault(definition.rollupRules, .completed, .incomplete, RollupRule.defaultOfProgress)
        objectives = all.map { objective in
            Objective(
                id: objective.id, satisfiedByMeasure: objective.satisfiedByMeasure,
                minNormalizedMeasure: objective.minNormalizedMeasure,
                maps: objective.maps.map {
                    Map(
                        global: globals.place(of: $0.target),
                        reads: ObjectiveElements($0.reads).intersection(edition.mappedElements),
                        writes: ObjectiveElements($0.writes).intersection(edition.mappedElements))
                })
        }
        rollup = definition.rollup
        measureWeight = FixedPoint(definition.rollup.objectiveMeasureWeight)
        selection = definition.selection
        randomization = definition.randomization
        delivery = definition.delivery
        constrainedChoice = definition.constrainedChoice
        considerations = definition.considerations
    }

    /// Chance has a say in the children.
    var draws: Bool { selection.timing != .never || randomization.timing != .never }

    func rules(_ action: PreConditionAction) -> [Rule<PreConditionAction>] {
        switch action {
        case .skip: skipRules
        case .disabled: disabledRules
        case .hiddenFromChoice: hiddenRules
        case .stopForwardTraversal: stopRules
        }
    }
}

extension RollupRule {
    /// The rules about one question, or the default ones where there is none.
    fileprivate static func orDefault(
        _ rules: [RollupRule], _ yes: RollupAction, _ no: RollupAction, _ standard: [RollupRule]
    ) -> [RollupRule] {
        let own = rules.filter { $0.action == yes || $0.action == no }
        return own.isEmpty ? standard : own
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
