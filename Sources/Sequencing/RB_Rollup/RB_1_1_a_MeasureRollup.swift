internal import CourseModel

extension Sequencer {
    /// RB.1.1 a Measure Rollup Process: the weighted mean of the children's measures; an unknown one counts as 0 in
    /// the sum, and all of them unknown is unknown.
    mutating func RB_1_1_a(_ cluster: Int, _ tally: Tally) {
        var rolledUp = ObjectiveProgress()
        rolledUp.measure = tally.measure.value.flatMap { Measure(Swift.min(1, Swift.max(-1, $0))) }
        setObjective(0, at: cluster, .normalizedMeasure, to: rolledUp)
    }
}
