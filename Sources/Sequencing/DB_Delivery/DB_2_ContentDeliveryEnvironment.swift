internal import CourseModel

extension Sequencer {
    /// DB.2 Content Delivery Environment Process: attempts begin or go on along the path, and the leaf becomes current.
    mutating func DB_2(_ place: Int) {
        if state.suspended != place { DB_2_1(place) }
        for step in descendentAttempts(of: place) { UP_4(step) }
        for step in pathFromRoot(to: place) where !state.activities[step].isActive {
            if isTracked(step) {
                if state.activities[step].isSuspended {
                    change(step) { $0.isSuspended = false }
                } else {
                    beginAttempt(at: step)
                }
            }
            change(step) { $0.isActive = true }
        }
        state.current = place
        state.suspended = nil
    }
}
