internal import CourseModel

extension Sequencer {
    /// RB.1.2 Objective Rollup Process: by measure, by the cluster's rules, or by the default ones.
    mutating func RB_1_2(_ cluster: Int) {
        var rolledUp = ObjectiveProgress()
        if definition(cluster).objectives[0].satisfiedByMeasure {
            rolledUp.isSatisfied = RB_1_2_a(cluster)
        } else {
            let rules = definition(cluster).rollupRules.filter { $0.action == .satisfied || $0.action == .notSatisfied }
            guard let satisfied = rules.isEmpty ? RB_1_2_c(cluster) : RB_1_2_b(cluster, rules) else { return }
            rolledUp.isSatisfied = satisfied
        }
        setObjective(0, at: cluster, .satisfiedStatus, to: rolledUp)
    }
}
