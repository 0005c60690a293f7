internal import CourseModel

extension Sequencer {
    /// RB.1.3 Activity Progress Rollup Process: by measure, or by rules.
    mutating func RB_1_3(_ cluster: Int) {
        var rolledUp = ObjectiveProgress()
        if let threshold = completionThreshold(cluster) {
            rolledUp.isCompleted = RB_1_3_a(cluster, threshold)
        } else {
            guard let completed = RB_1_3_b(cluster) else { return }
            rolledUp.isCompleted = completed
        }
        if state.activities[cluster].isCompleted != rolledUp.isCompleted {
            change(cluster) { $0.isCompleted = rolledUp.isCompleted }
        }
        setObjective(0, at: cluster, .completionStatus, to: rolledUp)
    }

    /// RB.1.3 a Activity Progress Rollup Using Measure Process.
    private func RB_1_3_a(_ cluster: Int, _ threshold: ProgressMeasure) -> Bool? {
        state.activities[cluster].progress.map { $0 >= threshold }
    }

    /// RB.1.3 b Activity Progress Rollup Using Rules Process; completed wins, and `nil` leaves everything as it is.
    private func RB_1_3_b(_ cluster: Int) -> Bool? {
        let rules = rules(of: cluster, .completed, .incomplete, orDefault: .activityProgressKnown, .completed)
        if RB_1_4(cluster, rules, .completed) { return true }
        return RB_1_4(cluster, rules, .incomplete) ? false : nil
    }
}
