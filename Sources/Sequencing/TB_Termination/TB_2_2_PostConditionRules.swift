internal import CourseModel

extension Sequencer {
    /// TB.2.2 Sequencing Post Condition Rules Subprocess: what the current activity asks for now that it has ended.
    mutating func TB_2_2() -> PostConditionAction? {
        guard let current = state.current, !state.activities[current].isSuspended else { return nil }
        return UP_2(definition(current).postConditionRules, at: current)
    }
}
