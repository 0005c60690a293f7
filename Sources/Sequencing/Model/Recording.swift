internal import CourseModel

extension Sequencer {
    /// Takes over what content said of its attempt, and rolls it up.
    mutating func record(_ progress: ActivityProgress, at place: Int, isSuspended: Bool) {
        guard isTracked(place), isLeaf(place) else { return }
        change(place) { activity in
            activity.isSuspended = isSuspended
            activity.isCompleted = progress.isCompleted
            activity.progress = progress.progress
            activity.keepsCompletionUnknown = progress.saysCompletionUnknown
            activity.keepsSuccessUnknown = progress.saysSuccessUnknown
        }
        let objectives = definition(place).objectives
        for (index, objective) in objectives.enumerated() where index > 0 {
            guard let id = objective.id, let said = progress.objectives[id] else { continue }
            setObjective(index, at: place) { $0 = said }
        }
        var primary = objectives[0].id.flatMap { progress.objectives[$0] } ?? ObjectiveProgress()
        for element in ObjectiveElement.allCases { primary.take(element, from: progress.primary) }
        primary.isCompleted = progress.isCompleted ?? primary.isCompleted
        primary.progress = progress.progress ?? primary.progress
        setObjective(0, at: place) { $0 = primary }
        RB_1_5(place)
    }
}
