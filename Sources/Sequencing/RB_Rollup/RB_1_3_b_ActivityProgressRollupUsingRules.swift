internal import CourseModel

extension Sequencer {
    /// RB.1.3 b Activity Progress Rollup Using Rules Process; completed wins, and `nil` leaves everything as it is.
    func RB_1_3_b(_ cluster: Int, _ tally: Tally) -> Bool? {
        if RB_1_4(cluster, tally, .completed) { return true }
        return RB_1_4(cluster, tally, .incomplete) ? false : nil
    }
}

extension RollupRule {
    /// Where a cluster has no rule about its progress: all children known is incomplete, all completed is completed.
    static let defaultOfProgress = [
        RollupRule(.all, .any, [RollupCondition(.activityProgressKnown)], .incomplete),
        RollupRule(.all, .any, [RollupCondition(.completed)], .completed),
    ]
}
