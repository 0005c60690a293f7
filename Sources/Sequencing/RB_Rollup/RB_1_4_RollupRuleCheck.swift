internal import CourseModel

extension Sequencer {
    /// RB.1.4 Rollup Rule Check Subprocess: whether a rule with that action fires. Where no child counts, `all` and
    /// `none` hold of them, as in the reference implementation.
    func RB_1_4(_ cluster: Int, _ rules: [RollupRule], _ action: RollupAction) -> Bool {
        let children = availableChildren(cluster).filter { isTracked($0) && RB_1_4_2($0, action) }
        return rules.contains { rule in
            guard rule.action == action else { return false }
            var (yes, no, unknown) = (0, 0, 0)
            for child in children {
                switch RB_1_4_1(child, rule) {
                case true?: yes += 1
                case false?: no += 1
                case nil: unknown += 1
                }
            }
            return switch rule.childActivitySet {
            case .all: no == 0 && unknown == 0
            case .any: yes > 0
            case .none: yes == 0 && unknown == 0
            case .atLeastCount(let count): !children.isEmpty && yes >= count
            case .atLeastPercent(let part): !children.isEmpty && Double(yes) / Double(children.count) >= part
            }
        }
    }

    /// RB.1.4.1 Evaluate Rollup Conditions Subprocess, about one child.
    private func RB_1_4_1(_ child: Int, _ rule: RollupRule) -> Bool? {
        combined(rule.conditions, rule.conditionCombination) { condition in
            let truth = truth(of: condition.condition, at: child)
            return condition.isNegated ? truth.map { !$0 } : truth
        }
    }

    private func truth(of condition: RollupConditionKind, at child: Int) -> Bool? {
        switch condition {
        case .satisfied: isSatisfied(0, at: child)
        case .objectiveStatusKnown: isSatisfied(0, at: child) != nil
        case .objectiveMeasureKnown: measure(of: 0, at: child) != nil
        case .completed: isCompleted(child)
        case .activityProgressKnown: isCompleted(child) != nil
        case .attempted: state.activities[child].attemptCount > 0
        case .attemptLimitExceeded: attemptLimitExceeded(child)
        case .timeLimitExceeded, .outsideAvailableTimeRange: nil
        }
    }

    /// RB.1.4.2 Check Child for Rollup Subprocess: whether a child counts for an action.
    private func RB_1_4_2(_ child: Int, _ action: RollupAction) -> Bool {
        let definition = definition(child)
        let considerations = definition.considerations
        let (contributes, requirement) =
            switch action {
            case .satisfied: (definition.rollup.objectiveSatisfied, considerations.requiredForSatisfied)
            case .notSatisfied: (definition.rollup.objectiveSatisfied, considerations.requiredForNotSatisfied)
            case .completed: (definition.rollup.progressCompletion, considerations.requiredForCompleted)
            case .incomplete: (definition.rollup.progressCompletion, considerations.requiredForIncomplete)
            }
        guard contributes else { return false }
        switch requirement {
        case .always: return true
        case .ifNotSuspended:
            return !(state.activities[child].attemptCount > 0 && state.activities[child].isSuspended)
        case .ifAttempted: return state.activities[child].attemptCount > 0
        case .ifNotSkipped: return preCondition(.skip, at: child) == nil
        }
    }
}
