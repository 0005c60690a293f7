internal import CourseModel

extension Sequencer {
    /// UP.2 Sequencing Rules Check Process: the action of the first rule that fires.
    mutating func UP_2<Action: RawRepresentable<String>>(_ rules: [ResolvedDefinition.Rule<Action>], at place: Int)
        -> Action?
    {
        rules.first { rule in
            let truth = UP_2_1(rule, at: place)
            note(rule, at: place, truth)
            return truth == true
        }?.action
    }

    /// UP.2 with the precondition rules of one action: whether one fires.
    mutating func UP_2(_ action: PreConditionAction, at place: Int) -> Bool {
        let rules = tree.definitions[tree.nodes[place].definition].rules(action)
        return !rules.isEmpty && UP_2(rules, at: place) != nil
    }

    /// The same without taking anything down.
    func fires(_ action: PreConditionAction, at place: Int) -> Bool {
        let rules = tree.definitions[tree.nodes[place].definition].rules(action)
        return !rules.isEmpty && rules.contains { UP_2_1($0, at: place) == true }
    }
}
