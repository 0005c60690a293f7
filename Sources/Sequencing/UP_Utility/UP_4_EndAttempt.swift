internal import CourseModel

extension Sequencer {
    /// UP.4 End Attempt Process. Content that said nothing counts as completed and satisfied, unless it sets them
    /// itself; a cluster stays suspended while a child is.
    mutating func UP_4(_ place: Int) {
        if !isLeaf(place) {
            let isSuspended = tally(of: place).suspended > 0
            change(place) { $0.isSuspended = isSuspended }
        }
        change(place) { $0.isActive = false }
        if isLeaf(place), isTracked(place), !state.activities[place].isSuspended { completeSilently(place) }
        RB_1_5(place)
    }

    /// A status that follows a measure is not set in silence: without the measure it stays unknown.
    private mutating func completeSilently(_ leaf: Int) {
        let definition = definition(leaf)
        let activity = state.activities[leaf]
        var silent = ObjectiveProgress()
        if !definition.delivery.completionSetByContent, activity.isCompleted == nil, !activity.keepsCompletionUnknown,
            completionThreshold(leaf) == nil
        {
            change(leaf) { $0.isCompleted = true }
            silent.isCompleted = true
        }
        if definition.objectives[0].satisfiedByMeasure {
            silent.isSatisfied = RB_1_2_a(leaf)
        } else if !definition.delivery.objectiveSetByContent, localObjective(0, at: leaf).isSatisfied == nil,
            !activity.keepsSuccessUnknown
        {
            silent.isSatisfied = true
        }
        for element in ObjectiveElement.allCases where silent.knows(element) {
            setObjective(0, at: leaf, element, to: silent)
        }
    }
}
