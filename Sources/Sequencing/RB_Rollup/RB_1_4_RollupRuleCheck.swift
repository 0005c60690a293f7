internal import CourseModel

extension Sequencer {
    /// RB.1.4 Rollup Rule Check Subprocess: whether a rule with that action fires. Where no child counts, `all` and
    /// `none` hold of them, as in the reference implementation.
    func RB_1_4(_ cluster: Int, _ tally: Tally, _ action: RollupAction) -> Bool {
        let rules = tree.definitions[tree.nodes[cluster].definition].rollupRules
        return rules.indices.contains { rules[$0].action == action && fires(rules[$0], tally.answers[$0]) }
    }

    private func fires(_ rule: RollupRule, _ answers: Tally.Answers) -> Bool {
        let counting = answers.yes + answers.no + answers.unknown
        return switch rule.childActivitySet {
        case .all: answers.no == 0 && answers.unknown == 0
        case .any: answers.yes > 0
        case .none: answers.yes == 0 && answers.unknown == 0
        case .atLeastCount(let count): counting > 0 && answers.yes >= count
        case .atLeastPercent(let part): counting > 0 && Double(answers.yes) / Double(counting) >= part
        }
    }
}
