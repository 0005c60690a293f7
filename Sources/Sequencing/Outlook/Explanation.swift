internal import CourseModel

/// Why an activity cannot be chosen, as facts that a sentence can be made of.
public struct Explanation: Hashable, Sendable {
    /// One fact that locks: what is asked of which activity's status.
    public enum Ground: Hashable, Sendable {
        /// An objective is not satisfied yet; the activities that can satisfy it, if any.
        case notSatisfied(by: [Int])
        /// Something is not completed yet.
        case notCompleted(Int)
        /// All attempts are used; how many there were.
        case attemptsUsed(Int)
        /// A rule of the course closes it, and nothing names a way out.
        case rule
        /// The course is to be followed in order: `flow` only.
        case inOrder
        /// Another activity must be left or finished first.
        case finishFirst(Int)
    }

    public var refusal: SequencingRefusal
    /// All of these must go; of each inner list one is enough.
    public var grounds: [[Ground]]
}

extension Sequencer {
    /// The refusal of a choice, taken apart.
    public func explanation(of place: Int) -> Explanation? {
        guard let refusal = refusalOfChoice(of: place) else { return nil }
        return Explanation(refusal: refusal, grounds: grounds(of: refusal, at: refusal.activity ?? place))
    }

    private func grounds(of refusal: SequencingRefusal, at place: Int) -> [[Explanation.Ground]] {
        switch refusal.exception {
        case .deliveryOfUnavailable, .activityUnavailable, .clusterDeliversNothing:
            if UP_1(place) { return [[.attemptsUsed(state.activities[place].attemptCount)]] }
            return grounds(ofRules: .disabled, at: place)
        case .targetHidden: return grounds(ofRules: .hiddenFromChoice, at: place)
        case .forwardTraversalStopped: return grounds(ofRules: .stopForwardTraversal, at: place)
        case .choiceExitForbidsLeaving, .choiceExitForbidden: return [[.finishFirst(place)]]
        case .choiceForbidden, .targetChoiceForbidden, .activationPrevented, .choiceConstrained,
            .forwardOnlyForbidsChoice:
            return [[.inOrder]]
        default: return [[.rule]]
        }
    }

    /// What would have to change for the rules not to fire: with `any` every condition, with `all` one of them.
    private func grounds(ofRules action: PreConditionAction, at place: Int) -> [[Explanation.Ground]] {
        var all: [[Explanation.Ground]] = []
        for rule in definition(place).rules(action) where UP_2_1(rule, at: place) == true {
            var alternatives: [Explanation.Ground] = []
            for condition in rule.conditions {
                let ground = ground(of: condition, at: place)
                if !alternatives.contains(ground) { alternatives.append(ground) }
            }
            let needed = rule.combination == .any ? alternatives.map { [$0] } : [alternatives]
            for group in needed where !all.contains(group) { all.append(group) }
        }
        return all.isEmpty ? [[.rule]] : all
    }

    private func ground(of condition: ResolvedDefinition.Condition, at place: Int) -> Explanation.Ground {
        guard condition.isNegated else { return .rule }
        switch condition.condition {
        case .satisfied, .objectiveStatusKnown, .objectiveMeasureKnown:
            return .notSatisfied(by: condition.objective.map { sources(of: $0, at: place) } ?? [])
        case .completed, .activityProgressKnown: return .notCompleted(place)
        case .attempted, .attemptLimitExceeded, .timeLimitExceeded, .outsideAvailableTimeRange, .always,
            .objectiveMeasureGreaterThan, .objectiveMeasureLessThan:
            return .rule
        }
    }

    /// The activities that write the global objectives which an objective reads: leaves where there are any.
    private func sources(of objective: Int, at place: Int) -> [Int] {
        let read = definition(place).objectives[objective].maps.filter { !$0.reads.isEmpty }.map(\.global)
        return Set(read.flatMap { tree.writers[$0] }).subtracting([place]).sorted()
    }
}
