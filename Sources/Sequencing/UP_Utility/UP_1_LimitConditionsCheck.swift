internal import CourseModel

extension Sequencer {
    /// UP.1 Limit Conditions Check Process: whether a further attempt would be one too many.
    mutating func UP_1(_ place: Int) -> Bool {
        let exceeds = exceedsLimit(place)
        if trace != nil, let limit = tree.definitions[tree.nodes[place].definition].attemptLimit {
            let attempts = "attempts = \(state.activities[place].attemptCount)"
            note("UP.1", place, "attemptLimit \(limit)", [attempts, exceeds ? "exceeded" : "free"])
        }
        return exceeds
    }

    /// The same without taking anything down.
    func exceedsLimit(_ place: Int) -> Bool {
        let activity = state.activities[place]
        guard isTracked(place), !activity.isActive, !activity.isSuspended else { return false }
        return attemptLimitExceeded(place) == true
    }

    /// Unknown where there is no limit; what was never attempted (Activity Progress Status) exceeds none.
    func attemptLimitExceeded(_ place: Int) -> Bool? {
        let attempts = state.activities[place].attemptCount
        return tree.definitions[tree.nodes[place].definition].attemptLimit.map { attempts > 0 && attempts >= $0 }
    }
}
