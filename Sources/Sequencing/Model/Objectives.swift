internal import CourseModel

/// What is known of objectives and completion, objective maps included (SM.7); `nil` is unknown.
extension Sequencer {
    /// What was recorded before the parent's attempt under way does not count, where the parent says so (SM.1).
    private func isStale(_ place: Int, _ usesCurrent: (ControlMode) -> Bool) -> Bool {
        guard let parent = tree.nodes[place].parent, usesCurrent(controls(parent)) else { return false }
        return state.activities[place].attemptOfParent != state.activities[parent].attemptCount
    }

    /// Before a rollup: what is stale is forgotten, and what is set from now on belongs to the attempt under way.
    mutating func freshen(_ place: Int) {
        guard let parent = tree.nodes[place].parent else { return }
        let attempt = state.activities[parent].attemptCount
        guard state.activities[place].attemptOfParent != attempt else { return }
        let forgetsObjectives = isStale(place, \.useCurrentAttemptObjectiveInfo)
        let forgetsProgress = isStale(place, \.useCurrentAttemptProgressInfo)
        change(place) { activity in
            if forgetsObjectives { activity.forgetObjectives() }
            if forgetsProgress { activity.forgetProgress() }
            activity.attemptOfParent = attempt
        }
    }

    /// An element of an objective: the global value where a map reads a known one, else the local one.
    func value<Value>(
        _ element: ObjectiveElement, _ key: KeyPath<ObjectiveProgress, Value?>, of objective: Int, at place: Int
    ) -> Value? {
        if let global = global(element, key, of: objective, at: place) { return global }
        if isStale(place, \.useCurrentAttemptObjectiveInfo) { return nil }
        return state.activities[place].objectives[objective][keyPath: key]
    }

    /// What the maps of an objective read; never stale, whoever wrote it.
    private func global<Value>(
        _ element: ObjectiveElement, _ key: KeyPath<ObjectiveProgress, Value?>, of objective: Int, at place: Int
    ) -> Value? {
        for map in definition(place).objectives[objective].maps where map.reads.contains(element) {
            if let known = state.globals[map.global][keyPath: key] { return known }
        }
        return nil
    }

    /// Objective Normalized Measure.
    func measure(of objective: Int, at place: Int) -> Measure? {
        value(.normalizedMeasure, \.measure, of: objective, at: place)
    }

    /// Objective Satisfied Status; the measure decides where the objective says so.
    func isSatisfied(_ objective: Int, at place: Int) -> Bool? {
        let resolved = definition(place).objectives[objective]
        guard resolved.satisfiedByMeasure else {
            return value(.satisfiedStatus, \.isSatisfied, of: objective, at: place)
        }
        if state.activities[place].isActive, !definition(place).considerations.measureSatisfactionIfActive {
            return nil
        }
        guard let measure = measure(of: objective, at: place), let least = resolved.minNormalizedMeasure else {
            return nil
        }
        return measure >= least
    }

    /// Attempt Completion Status; progress decides where the threshold says so.
    func isCompleted(_ place: Int) -> Bool? {
        if let threshold = completionThreshold(place) { return progress(place).map { $0 >= threshold } }
        if let global = global(.completionStatus, \.isCompleted, of: 0, at: place) { return global }
        return isStale(place, \.useCurrentAttemptProgressInfo) ? nil : state.activities[place].isCompleted
    }

    /// What is known of the completion that an objective of the activity stands for: its own, or that of the activity.
    func isCompleted(_ objective: Int, at place: Int) -> Bool? {
        objective == 0 ? isCompleted(place) : value(.completionStatus, \.isCompleted, of: objective, at: place)
    }

    /// Attempt Completion Amount.
    func progress(_ place: Int) -> ProgressMeasure? {
        if let global = global(.progressMeasure, \.progress, of: 0, at: place) { return global }
        return isStale(place, \.useCurrentAttemptProgressInfo) ? nil : state.activities[place].progress
    }

    /// How much progress completes the activity; `nil` where progress does not decide.
    func completionThreshold(_ place: Int) -> ProgressMeasure? {
        guard edition.rollsUpProgress || isLeaf(place) else { return nil }
        return tree.nodes[place].completionThreshold.flatMap { $0.completedByMeasure ? $0.minProgressMeasure : nil }
    }

    /// Takes over one element of an objective and writes it, where it is known, to the global objectives that its maps
    /// name; where `isSaidUnknown`, it is forgotten in the global objectives too.
    mutating func setObjective(
        _ objective: Int, at place: Int, _ element: ObjectiveElement, to said: ObjectiveProgress,
        isSaidUnknown: Bool = false
    ) {
        var local = state.activities[place].objectives[objective]
        local.set(element, to: said)
        if local != state.activities[place].objectives[objective] {
            change(place) { $0.objectives[objective] = local }
        }
        guard isSaidUnknown || said.knows(element) else { return }
        for map in definition(place).objectives[objective].maps where map.writes.contains(element) {
            changeGlobal(map.global) { $0.set(element, to: said) }
        }
    }
}

extension ObjectiveProgress {
    /// Takes over one element, known or not.
    mutating func set(_ element: ObjectiveElement, to other: ObjectiveProgress) {
        switch element {
        case .satisfiedStatus: isSatisfied = other.isSatisfied
        case .normalizedMeasure: measure = other.measure
        case .rawScore: raw = other.raw
        case .minScore: min = other.min
        case .maxScore: max = other.max
        case .completionStatus: isCompleted = other.isCompleted
        case .progressMeasure: progress = other.progress
        }
    }

    func knows(_ element: ObjectiveElement) -> Bool {
        switch element {
        case .satisfiedStatus: isSatisfied != nil
        case .normalizedMeasure: measure != nil
        case .rawScore: raw != nil
        case .minScore: min != nil
        case .maxScore: max != nil
        case .completionStatus: isCompleted != nil
        case .progressMeasure: progress != nil
        }
    }

    /// The elements that are known.
    var known: Set<ObjectiveElement> { Set(ObjectiveElement.allCases.filter(knows)) }
}
