internal import CourseModel

extension Sequencer {
    /// RB.1.2 Objective Rollup Process: by measure, or by rules, which may be the default ones (RB.1.2 c).
    mutating func RB_1_2(_ cluster: Int, _ tally: Tally) {
        var rolledUp = ObjectiveProgress()
        if tree.definitions[tree.nodes[cluster].definition].objectives[0].satisfiedByMeasure {
            rolledUp.isSatisfied = RB_1_2_a(cluster)
        } else {
            guard let satisfied = RB_1_2_b(cluster, tally) else { return }
            rolledUp.isSatisfied = satisfied
        }
        setObjective(0, at: cluster, .satisfiedStatus, to: rolledUp)
    }
}
