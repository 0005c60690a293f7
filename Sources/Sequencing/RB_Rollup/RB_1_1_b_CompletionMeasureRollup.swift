internal import CourseModel

extension Sequencer {
    /// RB.1.1 b Completion Measure Rollup Process: the weighted mean of the children's progress (4th Edition).
    mutating func RB_1_1_b(_ cluster: Int, _ tally: Tally) {
        var rolledUp = ObjectiveProgress()
        rolledUp.progress = tally.progress.value.map { ProgressMeasure(clamping: $0) }
        change(cluster) { $0.progress = rolledUp.progress }
        setObjective(0, at: cluster, .progressMeasure, to: rolledUp)
    }
}
