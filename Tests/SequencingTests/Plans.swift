import CourseModel

@testable import Sequencing

/// Trees and requests of chance: every setting of the book turns up.
enum Plans {

    /// A tree of chance.
    static func plan(_ dice: inout SeededDice, depth: Int = 3, id: String = "r") -> Plan {
        let isLeaf = depth == 0 || (id != "r" && chance(3, &dice))
        let children =
            isLeaf
            ? [] : (0..<Int.random(in: 1...5, using: &dice)).map { plan(&dice, depth: depth - 1, id: "\(id)\($0)") }
        var definition = SequencingDefinition()
        setModes(&definition, &dice)
        setObjectives(&definition, &dice)
        setRules(&definition, &dice)
        setRollup(&definition, &dice)
        if chance(6, &dice) {
            definition.selection.timing = pick(Timing.allCases, &dice)
            definition.selection.count = Int.random(in: 0...3, using: &dice)
            definition.randomization.timing = pick(Timing.allCases, &dice)
            definition.randomization.reorderChildren = Bool.random(using: &dice)
        }
        let threshold = chance(5, &dice)
        let weight = Double(Int.random(in: 0...4, using: &dice)) / 4
        let isVisible = !chance(12, &dice)
        return Plan(
            id: id, children: children, change: { $0 = definition },
            changeActivity: { activity in
                activity.isVisible = isVisible
                activity.completionThreshold = CompletionThreshold(
                    completedByMeasure: threshold, minProgressMeasure: ProgressMeasure(clamping: 0.5),
                    progressWeight: weight)
            })
    }

    /// A request of chance.
    static func request(_ ids: [ActivityID], _ dice: inout SeededDice) -> Navigation {
        let plain: [Navigation] = [
            .start, .resumeAll, .continue, .previous, .exit, .exitAll, .suspendAll, .abandon, .abandonAll,
        ]
        switch Int.random(in: 0..<10, using: &dice) {
        case 0..<4: return .choice(pick(ids, &dice))
        case 4: return .jump(pick(ids, &dice))
        case 5..<8: return .continue
        default: return pick(plain, &dice)
        }
    }

    /// What content says, by chance.
    static func said(_ dice: inout SeededDice) -> ActivityProgress {
        var said = ActivityProgress()
        if Bool.random(using: &dice) { said.isCompleted = Bool.random(using: &dice) }
        if Bool.random(using: &dice) { said.primary.isSatisfied = Bool.random(using: &dice) }
        if Bool.random(using: &dice) { said.primary.measure = Measure(Double.random(in: -1...1, using: &dice)) }
        if Bool.random(using: &dice) { said.progress = ProgressMeasure(Double.random(in: 0...1, using: &dice)) }
        if chance(3, &dice) {
            said.objectives["s"] = ObjectiveProgress()
            said.objectives["s"]?.isSatisfied = Bool.random(using: &dice)
            said.objectives["s"]?.measure = Measure(Double.random(in: -1...1, using: &dice))
        }
        said.saysCompletionUnknown = said.isCompleted == nil && chance(8, &dice)
        return said
    }

    static func chance(_ sides: Int, _ dice: inout SeededDice) -> Bool { Int.random(in: 0..<sides, using: &dice) == 0 }

    static func pick<Element>(_ all: [Element], _ dice: inout SeededDice) -> Element {
        all[Int.random(in: 0..<all.count, using: &dice)]
    }

    private static func setModes(_ definition: inout SequencingDefinition, _ dice: inout SeededDice) {
        definition.controlMode.flow = !chance(5, &dice)
        definition.controlMode.choice = !chance(6, &dice)
        definition.controlMode.choiceExit = !chance(8, &dice)
        definition.controlMode.forwardOnly = chance(8, &dice)
        definition.controlMode.useCurrentAttemptObjectiveInfo = !chance(4, &dice)
        definition.controlMode.useCurrentAttemptProgressInfo = !chance(4, &dice)
        definition.constrainedChoice.constrainChoice = chance(10, &dice)
        definition.constrainedChoice.preventActivation = chance(10, &dice)
        definition.delivery.tracked = !chance(10, &dice)
        definition.delivery.completionSetByContent = chance(4, &dice)
        definition.delivery.objectiveSetByContent = chance(4, &dice)
        if chance(6, &dice) { definition.limits.attemptLimit = Int.random(in: 0...3, using: &dice) }
    }

    private static func setObjectives(_ definition: inout SequencingDefinition, _ dice: inout SeededDice) {
        var shared = Objective(id: "s")
        shared.satisfiedByMeasure = chance(3, &dice)
        shared.minNormalizedMeasure = Measure(0.5)
        if !chance(3, &dice) {
            let elements = ObjectiveElement.allCases
            shared.maps = [
                ObjectiveMap(
                    target: ObjectiveID("g\(Int.random(in: 0..<4, using: &dice))"),
                    reads: Set(elements.filter { _ in Bool.random(using: &dice) }),
                    writes: Set(elements.filter { _ in chance(3, &dice) }))
            ]
        }
        if Bool.random(using: &dice) { definition.objectives = [shared] } else { definition.primaryObjective = shared }
    }

    private static func condition(_ dice: inout SeededDice) -> RuleCondition {
        RuleCondition(
            pick(Condition.allCases, &dice), not: Bool.random(using: &dice),
            objective: Bool.random(using: &dice) ? "s" : nil, threshold: Measure(0.5))
    }

    private static func setRules(_ definition: inout SequencingDefinition, _ dice: inout SeededDice) {
        for _ in 0..<Int.random(in: 0...1, using: &dice) {
            definition.preConditionRules.append(
                SequencingRule(
                    .all, [condition(&dice), condition(&dice)], pick(PreConditionAction.allCases, &dice)))
        }
        if chance(4, &dice) {
            definition.preConditionRules.append(
                SequencingRule(.any, [condition(&dice)], pick(PreConditionAction.allCases, &dice)))
        }
        if chance(4, &dice) {
            definition.postConditionRules = [
                SequencingRule(.any, [condition(&dice)], pick(PostConditionAction.allCases, &dice))
            ]
        }
        if chance(6, &dice) {
            definition.exitConditionRules = [SequencingRule(.all, [condition(&dice)], .exit)]
        }
    }

    private static func setRollup(_ definition: inout SequencingDefinition, _ dice: inout SeededDice) {
        definition.rollup.objectiveMeasureWeight = Double(Int.random(in: 0...4, using: &dice)) / 4
        definition.rollup.objectiveSatisfied = !chance(6, &dice)
        definition.rollup.progressCompletion = !chance(6, &dice)
        if chance(3, &dice) {
            definition.considerations.requiredForSatisfied = pick(Requirement.allCases, &dice)
            definition.considerations.requiredForNotSatisfied = pick(Requirement.allCases, &dice)
            definition.considerations.requiredForCompleted = pick(Requirement.allCases, &dice)
            definition.considerations.requiredForIncomplete = pick(Requirement.allCases, &dice)
            definition.considerations.measureSatisfactionIfActive = Bool.random(using: &dice)
        }
        let sets: [ChildActivitySet] = [.all, .any, .none, .atLeastCount(2), .atLeastPercent(0.5)]
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
            definition.rollupRules.append(
                RollupRule(
                    pick(sets, &dice), pick(ConditionCombination.allCases, &dice),
                    [
                        RollupCondition(pick(RollupConditionKind.allCases, &dice), not: Bool.random(using: &dice)),
                        RollupCondition(pick(RollupConditionKind.allCases, &dice)),
                    ], pick(RollupAction.allCases, &dice)))
        }
    }
}
