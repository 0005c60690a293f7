internal import CourseModel

extension Sequencer {
    /// RB.1.2 Objective Rollup Process: by measure, or by rules.
    mutating func RB_1_2(_ cluster: Int) {
        var rolledUp = ObjectiveProgress()
        if definition(cluster).objectives[0].satisfiedByMeasure {
            rolledUp.isSatisfied = RB_1_2_a(cluster)
        } else {
            guard let satisfied = RB_1_2_b(cluster) else { return }
            rolledUp.isSatisfied = satisfied
        }
        setObjective(0, at: cluster, .satisfiedStatus, to: rolledUp)
    }

    /// RB.1.2 a Objective Rollup Using Measure Process.
    func RB_1_2_a(_ place: Int) -> Bool? {
        if state.activities[place].isActive, !definition(place).considerations.measureSatisfactionIfActive {
            return nil
        }
        guard let measure = state.activities[place].objectives[0].measure else { return nil }
        return definition(place).objectives[0].minNormalizedMeasure.map { measure >= $0 }
    }

    /// RB.1.2 b Objective Rollup Using Rules Process; satisfied wins, and `nil` leaves everything as it is.
    private func RB_1_2_b(_ cluster: Int) -> Bool? {
        let rules = rules(of: cluster, .satisfied, .notSatisfied, orDefault: .objectiveStatusKnown, .satisfied)
        if RB_1_4(cluster, rules, .satisfied) { return true }
        return RB_1_4(cluster, rules, .notSatisfied) ? false : nil
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
