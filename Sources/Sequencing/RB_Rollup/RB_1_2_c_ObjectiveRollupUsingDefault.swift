internal import CourseModel

extension Sequencer {
    /// RB.1.2 c Objective Rollup Using Default Process (2nd and 3rd Edition; inside RB.1.2 b in the 4th): all children
    /// known is not satisfied, all of them satisfied is satisfied.
    func RB_1_2_c(_ cluster: Int) -> Bool? { RB_1_2_b(cluster, Self.defaultObjectiveRules) }

    private static let defaultObjectiveRules = [
        RollupRule(.all, .any, [RollupCondition(.objectiveStatusKnown)], .notSatisfied),
        RollupRule(.all, .any, [RollupCondition(.satisfied)], .satisfied),
    ]
}
