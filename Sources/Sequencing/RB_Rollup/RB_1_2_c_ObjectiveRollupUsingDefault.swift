internal import CourseModel

extension RollupRule {
    /// RB.1.2 c Objective Rollup Using Default Process (2nd and 3rd Edition; a step of RB.1.2 b in the 4th): where a
    /// cluster has no rule about its objective, all children known is not satisfied, all satisfied is satisfied.
    static let defaultOfObjective = [
        RollupRule(.all, .any, [RollupCondition(.objectiveStatusKnown)], .notSatisfied),
        RollupRule(.all, .any, [RollupCondition(.satisfied)], .satisfied),
    ]
}
