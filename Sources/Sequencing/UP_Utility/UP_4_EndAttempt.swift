internal import CourseModel

extension Sequencer {
    /// UP.4 End Attempt Process. Content that said nothing counts as completed and satisfied, unless it sets them
    /// itself; a cluster stays suspended while a child is.
    mutating func UP_4(_ place: Int) {
        if isLeaf(place) {
            if isTracked(place), !state.activities[place].isSuspended { completeSilently(place) }
        } else {
            let isSuspended = availableChildren(place).contains { state.activities[$0].isSuspended }
            change(place) { $0.isSuspended = isSuspended }
        }
        change(place) { $0.isActive = false }
        RB_1_5(place)
    }

    private mutating func completeSilently(_ leaf: Int) {
        let delivery = definition(leaf).delivery
        let activity = state.activities[leaf]
        if !delivery.completionSetByContent, activity.isCompleted == nil, !activity.keepsCompletionUnknown {
            change(leaf) { $0.isCompleted = true }
            setObjective(0, at: leaf) { $0.isCompleted = true }
        }
        if !delivery.objectiveSetByContent, activity.objectives[0].isSatisfied == nil, !activity.keepsSuccessUnknown {
            setObjective(0, at: leaf) { $0.isSatisfied = true }
        }
    }
}
