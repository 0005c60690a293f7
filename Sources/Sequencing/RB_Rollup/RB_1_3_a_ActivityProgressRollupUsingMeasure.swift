internal import CourseModel

extension Sequencer {
    /// RB.1.3 a Activity Progress Rollup Using Measure Process (4th Edition); unknown progress is unknown completion.
    func RB_1_3_a(_ cluster: Int, _ threshold: ProgressMeasure) -> Bool? {
        state.activities[cluster].progress.map { $0 >= threshold }
    }
}
