internal import CourseModel

extension Sequencer {
    /// RB.1.3 b Activity Progress Rollup Using Rules Process; completed wins, and `nil` leaves everything as it is.
    func RB_1_3_b(_ cluster: Int) -> Bool? {
        var rules = definition(cluster).rollupRules.filter { $0.action == .completed || $0.action == .incomplete }
        if rules.isEmpty { rules = Self.defaultProgressRules }
        if RB_1_4(cluster, rules, .completed) { return true }
        return RB_1_4(cluster, rules, .incomplete) ? false : nil
    }

    private static let defaultProgressRules = [
        RollupRule(.all, .any, [RollupCondition(.activityProgressKnown)], .incomplete),
        RollupRule(.all, .any, [RollupCondition(.completed)], .completed),
    ]
}
