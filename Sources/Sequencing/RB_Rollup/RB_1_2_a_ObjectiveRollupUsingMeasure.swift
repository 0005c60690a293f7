internal import CourseModel

extension Sequencer {
    /// RB.1.2 a Objective Rollup Using Measure Process; `nil` is unknown.
    func RB_1_2_a(_ place: Int) -> Bool? {
        let definition = tree.nodes[place].definition
        if state.activities[place].isActive, !tree.definitions[definition].considerations.measureSatisfactionIfActive {
            return nil
        }
        guard let measure = localObjective(0, at: place).measure else { return nil }
        return tree.definitions[definition].objectives[0].minNormalizedMeasure.map { measure >= $0 }
    }
}
