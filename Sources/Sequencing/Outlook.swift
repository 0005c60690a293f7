public import CourseModel

/// What a learner could do next, asked without doing it.
extension Sequencer {
    /// Whether a learner may choose an activity, and whether it is listed at all.
    public struct Prospect: Hashable, Sendable {
        /// Shown in the table of contents.
        public var isListed: Bool
        /// Why it cannot be chosen; `nil` when it can.
        public var refusal: SequencingRefusal?
    }

    /// `continue` is offered wherever the book's navigation process lets it pass.
    public var canContinue: Bool { (try? NB_2_1(.continue)) != nil }

    /// `previous` is offered when it leads to a delivery.
    public var canPrevious: Bool {
        guard (try? NB_2_1(.previous)) != nil, case .deliver(let place)? = try? SB_2_8() else { return false }
        return (try? DB_1_1(place)) != nil
    }

    /// Whether a request other than a choice passes NB.2.1.
    public func isValid(_ request: Navigation) -> Bool { (try? NB_2_1(request)) != nil }

    /// Whether a jump leads to a delivery.
    public func canJump(to place: Int) -> Bool {
        guard edition.hasJump, state.current != nil, tree.nodes.indices.contains(place), isReachable(place) else {
            return false
        }
        return (try? DB_1_1(place)) != nil
    }

    /// One activity of the table of contents.
    public func prospect(of place: Int) -> Prospect {
        let refusal = refusalOfChoice(of: place)
        let isHidden =
            switch refusal?.exception {
            case .choiceExitForbidsLeaving, .activationPrevented, .choiceExitForbidden, .choiceConstrained,
                .targetHidden, .targetUnavailable, .choiceForbidden, .targetChoiceForbidden:
                true
            default: false
            }
        return Prospect(
            isListed: tree.nodes[place].isVisible && !isHidden && isReachable(place) && onlyChoice == nil,
            refusal: refusal)
    }

    /// Why a choice of an activity leads nowhere; `nil` when it delivers something.
    public func refusalOfChoice(of place: Int) -> SequencingRefusal? {
        do throws(SequencingRefusal) {
            try checkChoice(of: place)
            switch try SB_2_9(place) {
            case .deliver(let leaf): try DB_1_1(leaf)
            case .stranded(_, _, let refusal): throw refusal
            case .nothing, .endSession: throw SequencingRefusal(.clusterDeliversNothing, place)
            }
            return nil
        } catch {
            return error
        }
    }

}

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

    /// The objectives that content sees at launch: those with a name, with what is known of them.
    public func objectivesAtLaunch(of place: Int) -> [(id: ObjectiveID, progress: ObjectiveProgress)] {
        definition(place).objectives.indices.compactMap { index in
            guard let id = definition(place).objectives[index].id else { return nil }
            var known = ObjectiveProgress()
            known.isSatisfied = isSatisfied(index, at: place)
            known.measure = measure(of: index, at: place)
            known.isCompleted = value(.completionStatus, \.isCompleted, of: index, at: place)
            known.progress = value(.progressMeasure, \.progress, of: index, at: place)
            known.raw = value(.rawScore, \.raw, of: index, at: place)
            known.min = value(.minScore, \.min, of: index, at: place)
            known.max = value(.maxScore, \.max, of: index, at: place)
            return (id, known)
        }
    }
}
