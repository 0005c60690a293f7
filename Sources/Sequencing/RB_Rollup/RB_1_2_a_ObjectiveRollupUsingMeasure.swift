internal import CourseModel

extension Sequencer {
    /// RB.1.2 a Objective Rollup Using Measure Process; `nil` is unknown.
    func RB_1_2_a(_ place: Int) -> Bool? {
        if state.activities[place].isActive, !definition(place).considerations.measureSatisfactionIfActive {
            return nil
        }
        guard let measure = state.activities[place].objectives[0].measure else { return nil }
        return definition(place).objectives[0].minNormalizedMeasure.map { measure >= $0 }
    }
}
