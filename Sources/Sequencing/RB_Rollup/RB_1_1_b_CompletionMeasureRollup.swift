internal import CourseModel

extension Sequencer {
    /// RB.1.1 b Completion Measure Rollup Process: the weighted mean of the children's progress (4th Edition).
    mutating func RB_1_1_b(_ cluster: Int) {
        var weights = 0.0
        var sum = 0.0
        var isKnown = false
        for child in availableChildren(cluster) where isTracked(child) {
            let weight = tree.nodes[child].completionThreshold?.progressWeight ?? 1
            weights += weight
            guard let progress = progress(child) else { continue }
            isKnown = true
            sum += weight * progress.value
        }
        let mean = isKnown && weights > 0 ? ProgressMeasure(Swift.min(1, Swift.max(0, sum / weights))) : nil
        if state.activities[cluster].progress != mean { change(cluster) { $0.progress = mean } }
        var rolledUp = ObjectiveProgress()
        rolledUp.progress = mean
        setObjective(0, at: cluster, .progressMeasure, to: rolledUp)
    }
}
