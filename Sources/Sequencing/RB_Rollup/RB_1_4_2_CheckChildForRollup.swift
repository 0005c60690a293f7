internal import CourseModel

extension Sequencer {
    /// RB.1.4.2 Check Child for Rollup Subprocess: whether a child counts for an action;
    /// `isSkipped`: a skip rule of it fires (UP.2).
    func RB_1_4_2(_ child: Int, _ action: RollupAction, isSkipped: Bool) -> Bool {
        let definition = tree.nodes[child].definition
        let considerations = tree.definitions[definition].considerations
        let rollup = tree.definitions[definition].rollup
        let (contributes, requirement) =
            switch action {
            case .satisfied: (rollup.objectiveSatisfied, considerations.requiredForSatisfied)
            case .notSatisfied: (rollup.objectiveSatisfied, considerations.requiredForNotSatisfied)
            case .completed: (rollup.progressCompletion, considerations.requiredForCompleted)
            case .incomplete: (rollup.progressCompletion, considerations.requiredForIncomplete)
            }
        guard contributes else { return false }
        switch requirement {
        case .always: return true
        case .ifNotSuspended:
            return !(state.activities[child].attemptCount > 0 && state.activities[child].isSuspended)
        case .ifAttempted: return state.activities[child].attemptCount > 0
        case .ifNotSkipped: return !isSkipped
        }
    }
}
