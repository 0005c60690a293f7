public import CourseModel

extension Sequencer {
    /// Takes over what content said of its attempt, and rolls it up. What it did not mention stays as it was;
    /// `unknown` are the statuses of objectives that it set back to unknown.
    public mutating func record(
        _ progress: ActivityProgress, unknown: [ObjectiveID: Set<ObjectiveElement>] = [:], at place: Int,
        isSuspended: Bool
    ) {
        guard tree.nodes.indices.contains(place), isTracked(place), isLeaf(place) else { return }
        let objectives = definition(place).objectives
        for (index, objective) in objectives.enumerated() where index > 0 {
            guard let id = objective.id else { continue }
            let said = progress.objectives[id] ?? ObjectiveProgress()
            let forgotten = unknown[id] ?? []
            take(
                said, said.known.union(ObjectiveElements(forgotten)), unknown: ObjectiveElements(forgotten), for: index,
                at: place)
        }
        let primary = progress.wholePrimary(id: objectives[0].id, unknown: unknown)
        change(place) { activity in
            activity.isSuspended = isSuspended
            if primary.known.contains(.completionStatus) {
                activity.isCompleted = primary.said.isCompleted
                activity.keepsCompletionUnknown = primary.unknown.contains(.completionStatus)
            }
            if primary.known.contains(.progressMeasure) { activity.progress = primary.said.progress }
            if primary.known.contains(.satisfiedStatus) {
                activity.keepsSuccessUnknown = primary.unknown.contains(.satisfiedStatus)
            }
        }
        take(primary.said, primary.known, unknown: primary.unknown, for: 0, at: place)
        RB_1_5(place)
    }

    /// Sets what content said of an objective. A status that follows a measure changes with its measure, whatever the
    /// content said of it.
    private mutating func take(
        _ said: ObjectiveProgress, _ elements: ObjectiveElements, unknown: ObjectiveElements,
        for objective: Int, at place: Int
    ) {
        let resolved = definition(place).objectives[objective]
        var (said, elements) = (said, elements)
        if resolved.satisfiedByMeasure {
            elements.remove(ObjectiveElements(.satisfiedStatus))
            let waits =
                objective == 0 && state.activities[place].isActive
                && !definition(place).considerations.measureSatisfactionIfActive
            if let measure = said.measure, let least = resolved.minNormalizedMeasure, !waits {
                said.isSatisfied = measure >= least
                elements.insert(ObjectiveElements(.satisfiedStatus))
            }
        }
        if objective == 0, let threshold = completionThreshold(place) {
            elements.remove(ObjectiveElements(.completionStatus))
            if let progress = said.progress {
                said.isCompleted = progress >= threshold
                elements.insert(ObjectiveElements(.completionStatus))
            }
        }
        for element in ObjectiveElement.allCases where elements.contains(element) {
            setObjective(objective, at: place, element, to: said, isSaidUnknown: unknown.contains(element))
        }
    }
}

extension ActivityProgress {
    /// All that was said of the primary objective: what the content says of itself wins over what it says of the
    /// objective by its name. `known` holds what was said, `unknown` what of it was said to be unknown.
    fileprivate func wholePrimary(
        id: ObjectiveID?, unknown byName: [ObjectiveID: Set<ObjectiveElement>]
    ) -> (said: ObjectiveProgress, known: ObjectiveElements, unknown: ObjectiveElements) {
        var own = primary
        own.isCompleted = isCompleted ?? own.isCompleted
        own.progress = progress ?? own.progress
        var ownUnknown: ObjectiveElements = []
        if saysCompletionUnknown { ownUnknown.insert(ObjectiveElements(.completionStatus)) }
        if saysSuccessUnknown { ownUnknown.insert(ObjectiveElements(.satisfiedStatus)) }
        let ownKnown = own.known.union(ownUnknown)
        var said = id.flatMap { objectives[$0] } ?? ObjectiveProgress()
        let unknown = ObjectiveElements(id.flatMap { byName[$0] } ?? []).subtracting(ownKnown).union(ownUnknown)
        let known = said.known.union(ownKnown).union(unknown)
        for element in ObjectiveElement.allCases where ownKnown.contains(element) { said.set(element, to: own) }
        return (said, known, unknown)
    }
}
