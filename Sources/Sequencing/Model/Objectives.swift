internal import CourseModel

/// What is known of objectives and completion, objective maps included (SM.7); `nil` is unknown.
extension Sequencer {
    /// What was recorded before the parent's attempt under way does not count, where the parent says so (SM.1).
    private func isStale(_ place: Int, _ usesCurrent: (ControlMode) -> Bool) -> Bool {
        guard let parent = tree.nodes[place].parent, usesCurrent(controls(parent)) else { return false }
        if isRetrying, !state.activities[parent].isActive, !state.activities[parent].isSuspended { return true }
        return state.activities[place].attemptOfParent != state.activities[parent].attemptCount
    }

    /// An element of an objective: the global value where a map reads a known one, else the local one.
    func value<Value>(
        _ element: ObjectiveElement, _ key: KeyPath<ObjectiveProgress, Value?>, of objective: Int, at place: Int
    ) -> Value? {
        let resolved = definition(place).objectives[objective]
        for map in resolved.maps where map.reads.contains(element) {
            if let global = state.globals[map.global][keyPath: key] { return global }
        }
        if isStale(place, \.useCurrentAttemptObjectiveInfo) { return nil }
        return state.activities[place].objectives[objective][keyPath: key]
    }

    /// Objective Normalized Measure.
    func measure(of objective: Int, at place: Int) -> Measure? {
        value(.normalizedMeasure, \.measure, of: objective, at: place)
    }

    /// Objective Satisfied Status; the measure decides where the objective says so.
    func isSatisfied(_ objective: Int, at place: Int) -> Bool? {
        let resolved = definition(place).objectives[objective]
        guard resolved.satisfiedByMeasure else { return value(.satisfiedStatus, \.isSatisfied, of: objective, at: place) }
        if state.activities[place].isActive, !definition(place).considerations.measureSatisfactionIfActive { return nil }
        guard let measure = measure(of: objective, at: place), let least = resolved.minNormalizedMeasure else {
            return nil
        }
        return measure >= least
    }

    /// Attempt Completion Status; progress decides where the threshold says so.
    func isCompleted(_ place: Int) -> Bool? {
        if isStale(place, \.useCurrentAttemptProgressInfo) { return nil }
        guard let threshold = tree.nodes[place].completionThreshold, threshold.completedByMeasure else {
            return value(.completionStatus, \.isCompleted, of: 0, at: place) ?? state.activities[place].isCompleted
        }
        return progress(place).map { $0 >= threshold.minProgressMeasure }
    }

    /// Attempt Completion Amount.
    func progress(_ place: Int) -> ProgressMeasure? {
        if isStale(place, \.useCurrentAttemptProgressInfo) { return nil }
        return value(.progressMeasure, \.progress, of: 0, at: place) ?? state.activities[place].progress
    }

    /// Takes over what an objective now is, and writes it to the global objectives that its maps name.
    mutating func setObjective(_ objective: Int, at place: Int, _ body: (inout ObjectiveProgress) -> Void) {
        change(place) { body(&$0.objectives[objective]) }
        let maps = definition(place).objectives[objective].maps
        guard !maps.isEmpty else { return }
        var local = state.activities[place].objectives[objective]
        let resolved = definition(place).objectives[objective]
        if resolved.satisfiedByMeasure, let measure = local.measure, let least = resolved.minNormalizedMeasure {
            local.isSatisfied = measure >= least
        }
        for map in maps where !map.writes.isEmpty {
            changeGlobal(map.global) { global in
                for element in map.writes { global.take(element, from: local) }
            }
        }
    }
}

extension ObjectiveProgress {
    /// Takes over one element where it is known.
    mutating func take(_ element: ObjectiveElement, from other: ObjectiveProgress) {
        switch element {
        case .satisfiedStatus: isSatisfied = other.isSatisfied ?? isSatisfied
        case .normalizedMeasure: measure = other.measure ?? measure
        case .rawScore: raw = other.raw ?? raw
        case .minScore: min = other.min ?? min
        case .maxScore: max = other.max ?? max
        case .completionStatus: isCompleted = other.isCompleted ?? isCompleted
        case .progressMeasure: progress = other.progress ?? progress
        }
    }
}
