internal import CourseModel

extension Sequencer {
    /// UP.2 Sequencing Rules Check Process: the action of the first rule that fires.
    func UP_2<Action>(_ rules: [ResolvedDefinition.Rule<Action>], at place: Int) -> Action? {
        rules.first { UP_2_1($0, at: place) == true }?.action
    }

    /// The first precondition rule with an action that fires.
    func preCondition(_ action: PreConditionAction, at place: Int) -> ResolvedDefinition.Rule<PreConditionAction>? {
        let rules = tree.definitions[tree.nodes[place].definition].rules(action)
        return rules.isEmpty ? nil : rules.first { UP_2_1($0, at: place) == true }
    }
}
