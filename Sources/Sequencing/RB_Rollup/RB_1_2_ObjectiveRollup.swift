internal import CourseModel

extension Sequencer {
    /// RB.1.2 Objective Rollup Process: by measure, or by rules.
    mutating func RB_1_2(_ cluster: Int) {
        let satisfied = definition(cluster).objectives[0].satisfiedByMeasure ? RB_1_2_a(cluster) : RB_1_2_b(cluster)
        setObjective(0, at: cluster) { $0.isSatisfied = satisfied }
    }

    /// RB.1.2 a Objective Rollup Using Measure Process.
    private func RB_1_2_a(_ cluster: Int) -> Bool? {
        guard let measure = state.activities[cluster].objectives[0].measure else { return nil }
        if state.activities[cluster].isActive, !definition(cluster).considerations.measureSatisfactionIfActive { return nil }
        return definition(cluster).objectives[0].minNormalizedMeasure.map { measure >= $0 }
    }

    /// RB.1.2 b Objective Rollup Using Rules Process; satisfied wins.
    private func RB_1_2_b(_ cluster: Int) -> Bool? {
        let rules = rules(of: cluster, .satisfied, .notSatisfied, orDefault: .objectiveStatusKnown, .satisfied)
        if RB_1_4(cluster, rules, .satisfied) { return true }
        if RB_1_4(cluster, rules, .notSatisfied) { return false }
        return state.activities[cluster].objectives[0].isSatisfied
    }

    /// The rollup rules about one question; where there is none, the defaults: known by all says no, met by all yes.
    func rules(
        of cluster: Int, _ yes: RollupAction, _ no: RollupAction,
        orDefault known: RollupConditionKind, _ met: RollupConditionKind
    ) -> [RollupRule] {
        let rules = definition(cluster).rollupRules.filter { $0.action == yes || $0.action == no }
        guard rules.isEmpty else { return rules }
        return [
            RollupRule(.all, .any, [RollupCondition(known)], no), RollupRule(.all, .any, [RollupCondition(met)], yes),
        ]
    }
}
