internal import CourseModel

/// What is known of objectives and completion, objective maps included (SM.7); `nil` is unknown.
extension Sequencer {
    /// What was recorded before the parent's attempt under way does not count, where the parent says so (SM.1).
    private func isStale(_ place: Int, _ usesCurrent: (ControlMode) -> Bool) -> Bool {
        guard let parent = parent(place),
            state.activities[place].attemptOfParent != state.activities[parent].attemptCount
        else { return false }
        return usesCurrent(controls(parent))
    }

    /// Before a rollup: what is stale is forgotten, and what is set from now on belongs to the attempt under way.
    mutating func freshen(_ place: Int) {
        guard let parent = parent(place) else { return }
        let attempt = state.activities[parent].attemptCount
        guard state.activities[place].attemptOfParent != attempt else { return }
        let forgetsProgress = isStale(place, \.useCurrentAttemptProgressInfo)
        if isStale(place, \.useCurrentAttemptObjectiveInfo) { forgetObjectives(of: place) }
        change(place) { activity in
            if forgetsProgress { activity.forgetProgress() }
            activity.attemptOfParent = attempt
        }
    }

    /// A new attempt begins: nothing is known of it.
    mutating func beginAttempt(at place: Int) {
        let attempt = parent(place).map { state.activities[$0].attemptCount } ?? 0
        forgetObjectives(of: place)
        change(place) { activity in
            activity.attemptCount += 1
            activity.attemptOfParent = attempt
            activity.forgetProgress()
        }
    }

    private mutating func forgetObjectives(of place: Int) {
        let first = tree.nodes[place].firstObjective
        for index in first..<first + tree.definitions[tree.nodes[place].definition].objectives.count {
            changeObjective(index, of: place, to: ObjectiveProgress())
        }
        change(place) { $0.keepsSuccessUnknown = false }
    }

    /// The local objective of an activity.
    func localObjective(_ objective: Int, at place: Int) -> ObjectiveProgress {
        state.objectives[tree.nodes[place].firstObjective + objective]
    }

    /// Where an element of an objective is read: the global one where a map reads a known value, else the local one;
    /// `nil` where that is stale.
    func reading(_ element: ObjectiveElement, of objective: Int, at place: Int) -> ObjectiveProgress? {
        if let global = globalReading(element, of: objective, at: place) { return global }
        return isStale(place, \.useCurrentAttemptObjectiveInfo) ? nil : localObjective(objective, at: place)
    }

    /// What the maps of an objective read; never stale, whoever wrote it.
    private func globalReading(_ element: ObjectiveElement, of objective: Int, at place: Int) -> ObjectiveProgress? {
        for map in tree.definitions[tree.nodes[place].definition].objectives[objective].maps
        where map.reads.contains(element) && state.globals[map.global].knows(element) {
            return state.globals[map.global]
        }
        return nil
    }

    /// Objective Normalized Measure.
    func measure(of objective: Int, at place: Int) -> Measure? {
        reading(.normalizedMeasure, of: objective, at: place)?.measure
    }

    /// Objective Satisfied Status; the measure decides where the objective says so.
    func isSatisfied(_ objective: Int, at place: Int) -> Bool? {
        let definition = tree.nodes[place].definition
        guard tree.definitions[definition].objectives[objective].satisfiedByMeasure else {
            return reading(.satisfiedStatus, of: objective, at: place)?.isSatisfied
        }
        if state.activities[place].isActive, !tree.definitions[definition].considerations.measureSatisfactionIfActive {
            return nil
        }
        guard let measure = measure(of: objective, at: place),
            let least = tree.definitions[definition].objectives[objective].minNormalizedMeasure
        else { return nil }
        return measure >= least
    }

    /// Attempt Completion Status; progress decides where the threshold says so.
    func isCompleted(_ place: Int) -> Bool? {
        if let threshold = completionThreshold(place) { return progress(place).map { $0 >= threshold } }
        if let global = globalReading(.completionStatus, of: 0, at: place) { return global.isCompleted }
        return isStale(place, \.useCurrentAttemptProgressInfo) ? nil : state.activities[place].isCompleted
    }

    /// What is known of the completion that an objective of the activity stands for: its own, or that of the activity.
    func isCompleted(_ objective: Int, at place: Int) -> Bool? {
        objective == 0 ? isCompleted(place) : reading(.completionStatus, of: objective, at: place)?.isCompleted
    }

    /// Attempt Completion Amount.
    func progress(_ place: Int) -> ProgressMeasure? {
        if let global = globalReading(.progressMeasure, of: 0, at: place) { return global.progress }
        return isStale(place, \.useCurrentAttemptProgressInfo) ? nil : state.activities[place].progress
    }

    /// How much progress completes the activity; `nil` where progress does not decide.
    func completionThreshold(_ place: Int) -> ProgressMeasure? {
        guard edition.rollsUpProgress || isLeaf(place), let threshold = tree.nodes[place].completionThreshold else {
            return nil
        }
        return threshold.completedByMeasure ? threshold.minProgressMeasure : nil
    }

    /// Takes over one element of an objective and writes it, where it is known, to the global objectives that its maps
    /// name; where `isSaidUnknown`, it is forgotten in the global objectives too.
    mutating func setObjective(
        _ objective: Int, at place: Int, _ element: ObjectiveElement, to said: ObjectiveProgress,
        isSaidUnknown: Bool = false
    ) {
        var local = localObjective(objective, at: place)
        local.set(element, to: said)
        changeObjective(tree.nodes[place].firstObjective + objective, of: place, to: local)
        guard isSaidUnknown || said.knows(element) else { return }
        for map in tree.definitions[tree.nodes[place].definition].objectives[objective].maps
        where map.writes.contains(element) {
            var global = state.globals[map.global]
            global.set(element, to: said)
            changeGlobal(map.global, to: global, ObjectiveElements(element))
        }
    }
}
