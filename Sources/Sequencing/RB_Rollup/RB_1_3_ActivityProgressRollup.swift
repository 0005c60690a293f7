internal import CourseModel

extension Sequencer {
    /// RB.1.3 Activity Progress Rollup Process: by measure, or by rules.
    mutating func RB_1_3(_ cluster: Int) {
        let completed =
            tree.nodes[cluster].completionThreshold?.completedByMeasure == true ? RB_1_3_a(cluster) : RB_1_3_b(cluster)
        change(cluster) { $0.isCompleted = completed }
        setObjective(0, at: cluster) { $0.isCompleted = completed }
    }

    /// RB.1.3 a Activity Progress Rollup Using Measure Process.
    private func RB_1_3_a(_ cluster: Int) -> Bool? {
        guard let progress = state.activities[cluster].progress else { return nil }
        return tree.nodes[cluster].completionThreshold.map { progress >= $0.minProgressMeasure }
    }

    /// RB.1.3 b Activity Progress Rollup Using Rules Process; completed wins.
    private func RB_1_3_b(_ cluster: Int) -> Bool? {
        let rules = rules(of: cluster, .completed, .incomplete, orDefault: .activityProgressKnown, .completed)
        if RB_1_4(cluster, rules, .completed) { return true }
        if RB_1_4(cluster, rules, .incomplete) { return false }
        return state.activities[cluster].isCompleted
    }
}
