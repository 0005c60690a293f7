internal import CourseModel

extension Sequencer {
    /// UP.2.1 Sequencing Rule Check Subprocess: three-valued; no condition at all is unknown.
    func UP_2_1<Action>(_ rule: ResolvedDefinition.Rule<Action>, at place: Int) -> Bool? {
        combined(rule.conditions, rule.combination) { condition in
            let truth = truth(of: condition, at: place)
            return condition.isNegated ? truth.map { !$0 } : truth
        }
    }

    func truth(of condition: ResolvedDefinition.Condition, at place: Int) -> Bool? {
        switch condition.condition {
        case .satisfied: condition.objective.flatMap { isSatisfied($0, at: place) }
        case .objectiveStatusKnown: condition.objective.map { isSatisfied($0, at: place) != nil }
        case .objectiveMeasureKnown: condition.objective.map { measure(of: $0, at: place) != nil }
        case .objectiveMeasureGreaterThan:
            condition.objective.flatMap { measure(of: $0, at: place) }.map { $0.value > condition.threshold }
        case .objectiveMeasureLessThan:
            condition.objective.flatMap { measure(of: $0, at: place) }.map { $0.value < condition.threshold }
        case .completed: condition.objective.flatMap { isCompleted($0, at: place) }
        case .activityProgressKnown: condition.objective.map { isCompleted($0, at: place) != nil }
        case .attempted: state.activities[place].attemptCount > 0
        case .attemptLimitExceeded: attemptLimitExceeded(place)
        case .timeLimitExceeded, .outsideAvailableTimeRange: nil
        case .always: true
        }
    }
}

/// Combines three-valued answers: with `all` one no is no, with `any` one yes is yes; else an unknown is unknown.
func combined<Element>(
    _ elements: [Element], _ combination: ConditionCombination, _ truth: (Element) -> Bool?
) -> Bool? {
    guard !elements.isEmpty else { return nil }
    var isUnknown = false
    for element in elements {
        switch (truth(element), combination) {
        case (false?, .all): return false
        case (true?, .any): return true
        case (nil, _): isUnknown = true
        case (true?, .all), (false?, .any): continue
        }
    }
    return isUnknown ? nil : combination == .all
}
