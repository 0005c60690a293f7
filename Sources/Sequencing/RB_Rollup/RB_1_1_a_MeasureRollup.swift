internal import CourseModel

extension Sequencer {
    /// RB.1.1 a Measure Rollup Process: the weighted mean of the children's measures; an unknown one counts as 0 in
    /// the sum, and all of them unknown is unknown.
    mutating func RB_1_1_a(_ cluster: Int) {
        var weights = 0.0
        var sum = 0.0
        var isKnown = false
        for child in availableChildren(cluster) where isTracked(child) {
            let weight = definition(child).rollup.objectiveMeasureWeight
            weights += weight
            guard let measure = measure(of: 0, at: child) else { continue }
            isKnown = true
            sum += weight * measure.value
        }
        let mean = isKnown && weights > 0 ? Measure(Swift.min(1, Swift.max(-1, sum / weights))) : nil
        var rolledUp = ObjectiveProgress()
        rolledUp.measure = mean
        setObjective(0, at: cluster, .normalizedMeasure, to: rolledUp)
    }
}
