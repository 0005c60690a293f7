internal import CourseModel

extension Sequencer {
    /// RB.1.2 b Objective Rollup Using Rules Process; satisfied wins, and `nil` leaves everything as it is.
    func RB_1_2_b(_ cluster: Int, _ tally: Tally) -> Bool? {
        if RB_1_4(cluster, tally, .satisfied) { return true }
        return RB_1_4(cluster, tally, .notSatisfied) ? false : nil
    }
}
