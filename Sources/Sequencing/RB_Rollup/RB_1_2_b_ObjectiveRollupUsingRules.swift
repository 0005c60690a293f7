internal import CourseModel

extension Sequencer {
    /// RB.1.2 b Objective Rollup Using Rules Process; satisfied wins, and `nil` leaves everything as it is.
    func RB_1_2_b(_ cluster: Int, _ rules: [RollupRule]) -> Bool? {
        if RB_1_4(cluster, rules, .satisfied) { return true }
        return RB_1_4(cluster, rules, .notSatisfied) ? false : nil
    }
}
