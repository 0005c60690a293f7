internal import CourseModel

/// Why an activity cannot be chosen, as facts that a sentence can be made of.
public struct Explanation: Hashable, Sendable {
    /// One fact that locks. Places name the activities to do, or the one whose setting it is.
    public enum Ground: Hashable, Sendable {
        /// To be passed; by one of these.
        case notSatisfied(by: [Int])
        /// To be finished; one of these.
        case notCompleted(by: [Int])
        /// To be begun.
        case notAttempted(Int)
        /// A score to be reached, from -1 to 1, by one of these.
        case scoreTooLow(by: [Int], least: Double)
        /// What has happened cannot be undone: it is passed, finished, begun, scored.
        case alreadyDone(by: [Int])
        /// All attempts are used; how many there were.
        case attemptsUsed(Int)
        /// A rule of the course closes it, and nothing names a way out.
        case rule
        /// A cluster that is to be followed in order (choice false).
        case inOrder(Int)
        /// A cluster without a way back (forwardOnly).
        case noWayBack(Int)
        /// Another activity must be left first (choiceExit false).
        case finishFirst(Int)
        /// A cluster that is to be entered at its beginning (preventActivation).
        case enterFirst(Int)
        /// From this cluster only its neighbours can be chosen (constrainChoice).
        case neighboursOnly(Int)
        /// Chance left it out of this attempt.
        case notSelected
        /// A cluster that delivers nothing by itself: one of its steps is to be chosen.
        case onlyGroups
    }

    public var refusal: SequencingRefusal
    /// All of these must go; of each inner list one is enough.
    public var grounds: [[Ground]]
}

extension Sequencer {
    /// The refusal of a choice, taken apart; `nil` when it can be chosen.
    public func explanation(of place: Int) -> Explanation? {
        guard let refusal = refusalOfChoice(of: place) else { return nil }
        return Explanation(refusal: refusal, grounds: leaving.grounds(of: refusal))
    }

    func grounds(of refusal: SequencingRefusal) -> [[Explanation.Ground]] {
        guard let place = refusal.activity else { return [[.onlyGroups]] }
        switch refusal.exception {
        case .deliveryOfUnavailable: return unavailability(of: place)
        case .clusterDeliversNothing:
            return isClosed(place) ? unavailability(of: place) : [[.onlyGroups]]
        case .targetHidden: return grounds(ofRules: .hiddenFromChoice, at: place, orElse: .inOrder(place))
        case .forwardTraversalStopped: return grounds(ofRules: .stopForwardTraversal, at: place, orElse: nil)
        case .choiceExitForbidsLeaving, .choiceExitForbidden: return [[.finishFirst(place)]]
        case .choiceForbidden, .targetChoiceForbidden: return [[.inOrder(place)]]
        case .forwardOnlyForbidsChoice: return [[.noWayBack(place)]]
        case .activationPrevented: return [[.enterFirst(place)]]
        case .choiceConstrained: return [[.neighboursOnly(place)]]
        case .targetUnavailable: return [[.notSelected]]
        default: return [[.rule]]
        }
    }

    private func unavailability(of place: Int) -> [[Explanation.Ground]] {
        if exceedsLimit(place) { return [[.attemptsUsed(state.activities[place].attemptCount)]] }
        return grounds(ofRules: .disabled, at: place, orElse: .rule)
    }

    /// What would have to change for the rules not to fire: with `any` every condition, with `all` one of them. What
    /// only the closed activity itself could change is what `other` says.
    private func grounds(
        ofRules action: PreConditionAction, at place: Int, orElse other: Explanation.Ground?
    ) -> [[Explanation.Ground]] {
        var all: [[Explanation.Ground]] = []
        for rule in definition(place).rules(action) where UP_2_1(rule, at: place) == true {
            var alternatives: [Explanation.Ground] = []
            for condition in rule.conditions where holds(condition, at: place) {
                var ground = ground(of: condition, at: place)
                if let other, ground.steps == [place] { ground = other }
                if !alternatives.contains(ground) { alternatives.append(ground) }
            }
            let open = alternatives.filter { $0.canGo }
            let needed =
                rule.combination == .any ? alternatives.map { [$0] } : [open.isEmpty ? alternatives : open]
            for group in needed where !all.contains(group) { all.append(group) }
        }
        return all.isEmpty ? [[.rule]] : all
    }

    private func holds(_ condition: ResolvedDefinition.Condition, at place: Int) -> Bool {
        truth(of: condition, at: place) == !condition.isNegated
    }

    /// What would have to change for a condition not to hold.
    private func ground(of condition: ResolvedDefinition.Condition, at place: Int) -> Explanation.Ground {
        let sources = condition.objective.map { activities(behind: $0, at: place) } ?? []
        switch (condition.condition, condition.isNegated) {
        case (.satisfied, true), (.objectiveStatusKnown, true), (.objectiveMeasureKnown, true):
            return .notSatisfied(by: sources)
        case (.completed, true), (.activityProgressKnown, true): return .notCompleted(by: sources)
        case (.attempted, true): return .notAttempted(place)
        case (.objectiveMeasureGreaterThan, true), (.objectiveMeasureLessThan, false):
            return .scoreTooLow(by: sources, least: condition.threshold)
        case (.satisfied, false), (.completed, false), (.attempted, false), (.objectiveStatusKnown, false),
            (.objectiveMeasureKnown, false), (.activityProgressKnown, false), (.objectiveMeasureGreaterThan, false),
            (.objectiveMeasureLessThan, true):
            return .alreadyDone(by: sources.isEmpty ? [place] : sources)
        case (.attemptLimitExceeded, false): return .attemptsUsed(state.activities[place].attemptCount)
        case (.attemptLimitExceeded, true), (.timeLimitExceeded, _), (.outsideAvailableTimeRange, _), (.always, _):
            return .rule
        }
    }

    /// The activities that can change what an objective says: those that write the global objectives it reads, or the
    /// activity itself.
    private func activities(behind objective: Int, at place: Int) -> [Int] {
        let read = definition(place).objectives[objective].maps.filter { !$0.reads.isDisjoint(with: .rollup) }
        let writers = Set(read.flatMap { tree.writers[$0.global] }).subtracting([place]).sorted()
        return writers.isEmpty ? [place] : writers
    }
}

extension Explanation.Ground {
    /// Something that a learner does can make it go.
    public var canGo: Bool {
        switch self {
        case .notSatisfied, .notCompleted, .notAttempted, .scoreTooLow, .inOrder, .noWayBack, .finishFirst,
            .enterFirst, .neighboursOnly, .onlyGroups:
            true
        case .alreadyDone, .attemptsUsed, .rule, .notSelected: false
        }
    }

    /// The activities to do first; one is enough.
    public var steps: [Int] {
        switch self {
        case .notSatisfied(let places), .notCompleted(let places), .scoreTooLow(let places, _): places
        case .notAttempted(let place), .enterFirst(let place): [place]
        case .alreadyDone, .attemptsUsed, .rule, .inOrder, .noWayBack, .finishFirst, .neighboursOnly, .notSelected,
            .onlyGroups:
            []
        }
    }
}
