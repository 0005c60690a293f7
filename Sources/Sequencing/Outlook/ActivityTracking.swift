public import CourseModel

/// What is recorded of an activity, objective maps included.
extension Sequencer {
    /// What is known of one activity.
    public struct ActivityTracking: Hashable, Sendable {
        public var isActive: Bool
        public var isSuspended: Bool
        public var attemptCount: Int
        public var isCompleted: Bool?
        public var progress: ProgressMeasure?
        /// The primary objective first, each with its name, if it has one.
        public var objectives: [(id: ObjectiveID?, isSatisfied: Bool?, measure: Measure?)]

        /// All parts compared.
        public static func == (left: Self, right: Self) -> Bool {
            left.isActive == right.isActive && left.isSuspended == right.isSuspended
                && left.attemptCount == right.attemptCount && left.isCompleted == right.isCompleted
                && left.progress == right.progress
                && left.objectives.elementsEqual(right.objectives) { $0 == $1 }
        }

        /// Feeds what differs most.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(attemptCount)
            hasher.combine(isCompleted)
        }
    }

    /// What is recorded of an activity.
    public func tracking(of place: Int) -> ActivityTracking {
        let activity = state.activities[place]
        let objectives = definition(place).objectives.indices.map { index in
            (
                id: definition(place).objectives[index].id, isSatisfied: isSatisfied(index, at: place),
                measure: measure(of: index, at: place)
            )
        }
        return ActivityTracking(
            isActive: activity.isActive, isSuspended: activity.isSuspended, attemptCount: activity.attemptCount,
            isCompleted: isCompleted(place), progress: progress(place), objectives: objectives)
    }

    /// What is known of an activity and its primary objective, at a glance.
    public struct Standing: Hashable, Sendable {
        public var isSuspended: Bool
        public var attemptCount: Int
        public var isCompleted: Bool?
        public var isSatisfied: Bool?
        public var measure: Measure?
    }

    /// How far a learner is with an activity.
    public func standing(of place: Int) -> Standing {
        let activity = state.activities[place]
        return Standing(
            isSuspended: activity.isSuspended, attemptCount: activity.attemptCount, isCompleted: isCompleted(place),
            isSatisfied: isSatisfied(0, at: place), measure: measure(of: 0, at: place))
    }

    /// The objectives that content sees at launch: those with a name, with what is known of them.
    public func objectivesAtLaunch(of place: Int) -> [(id: ObjectiveID, progress: ObjectiveProgress)] {
        definition(place).objectives.indices.compactMap { index in
            guard let id = definition(place).objectives[index].id else { return nil }
            var known = ObjectiveProgress()
            known.isSatisfied = isSatisfied(index, at: place)
            known.measure = measure(of: index, at: place)
            for element in [ObjectiveElement.completionStatus, .progressMeasure, .rawScore, .minScore, .maxScore] {
                if let read = reading(element, of: index, at: place) { known.set(element, to: read) }
            }
            return (id, known)
        }
    }
}
