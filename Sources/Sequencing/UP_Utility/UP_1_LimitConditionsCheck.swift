internal import CourseModel

extension Sequencer {
    /// UP.1 Limit Conditions Check Process: whether a further attempt would be one too many.
    func UP_1(_ place: Int) -> Bool {
        let activity = state.activities[place]
        guard isTracked(place), !activity.isActive, !activity.isSuspended else { return false }
        return attemptLimitExceeded(place) == true
    }

    /// Unknown where there is no limit; what was never attempted (Activity Progress Status) exceeds none.
    func attemptLimitExceeded(_ place: Int) -> Bool? {
        let attempts = state.activities[place].attemptCount
        return definition(place).attemptLimit.map { attempts > 0 && attempts >= $0 }
    }
}
