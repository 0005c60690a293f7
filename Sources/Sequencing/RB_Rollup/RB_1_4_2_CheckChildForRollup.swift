internal import CourseModel

extension Sequencer {
    /// RB.1.4.2 Check Child for Rollup Subprocess: whether a child counts for an action.
    func RB_1_4_2(_ child: Int, _ action: RollupAction) -> Bool {
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
