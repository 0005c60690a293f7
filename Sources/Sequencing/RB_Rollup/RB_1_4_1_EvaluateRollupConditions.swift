internal import CourseModel

extension Sequencer {
    /// RB.1.4.1 Evaluate Rollup Conditions Subprocess, about one child.
    func RB_1_4_1(_ child: Int, _ rule: RollupRule) -> Bool? {
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
}
