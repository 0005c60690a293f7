internal import CourseModel

extension Sequencer {
    /// RB.1.3 Activity Progress Rollup Process: by measure, or by rules.
    mutating func RB_1_3(_ cluster: Int, _ tally: Tally) {
        var rolledUp = ObjectiveProgress()
        if let threshold = completionThreshold(cluster) {
            rolledUp.isCompleted = RB_1_3_a(cluster, threshold)
        } else {
            guard let completed = RB_1_3_b(cluster, tally) else { return }
            rolledUp.isCompleted = completed
        }
        change(cluster) { $0.isCompleted = rolledUp.isCompleted }
        setObjective(0, at: cluster, .completionStatus, to: rolledUp)
    }
}
