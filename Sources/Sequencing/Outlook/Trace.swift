public import CourseModel

/// One thing that a process looked at on its way to a decision.
public struct TraceEntry: Hashable, Sendable {
    /// The book's code: `UP.2`, `SB.2.9`.
    public var process: String
    /// Its place in the organization.
    public var activity: Int?
    /// What was asked, in the standard's words: `disabled if not satisfied(gate)`.
    public var rule: String
    /// What was found: `satisfied(gate) = false`, `fires`.
    public var facts: [String]
}

extension Sequencer {
    /// More than anybody reads.
    private static let longestTrace = 1_000

    /// Takes down what a process looked at, where somebody wants to know.
    mutating func note(_ process: String, _ activity: Int?, _ rule: String, _ facts: [String]) {
        guard let count = trace?.count, count < Sequencer.longestTrace else { return }
        trace?.append(TraceEntry(process: process, activity: activity, rule: rule, facts: facts))
    }

    /// Takes down a setting.
    mutating func note(_ process: String, _ activity: Int?, _ setting: String, is value: Bool) {
        if trace != nil { note(process, activity, setting, ["\(value)"]) }
    }

    /// Takes down a rule that was looked at.
    mutating func note<Action: RawRepresentable<String>>(
        _ rule: ResolvedDefinition.Rule<Action>, at place: Int, _ truth: Bool?
    ) {
        guard trace != nil else { return }
        let conditions = rule.conditions.map { name(of: $0, at: place) }
        let facts = zip(rule.conditions, conditions).map { condition, name in
            "\(name) = \(word(self.truth(of: condition, at: place)))"
        }
        let words = zip(rule.conditions, conditions).map { ($0.isNegated ? "not " : "") + $1 }
        note(
            "UP.2", place,
            "\(rule.action.rawValue) if \(words.joined(separator: rule.combination == .all ? " and " : " or "))",
            facts + [truth == true ? "fires" : "does not fire"])
    }

    private func name(of condition: ResolvedDefinition.Condition, at place: Int) -> String {
        let objective = condition.objective.flatMap { definition(place).objectives[$0].id?.text }
        let name = condition.condition.rawValue + (objective.map { "(\($0))" } ?? "")
        switch condition.condition {
        case .objectiveMeasureGreaterThan, .objectiveMeasureLessThan: return "\(name) \(condition.threshold)"
        default: return name
        }
    }

    private func word(_ truth: Bool?) -> String { truth.map { $0 ? "true" : "false" } ?? "unknown" }

    /// All that the processes look at when an activity is chosen, in order; the last entry names the exception, if any.
    public func traceOfChoice(of place: Int) -> [TraceEntry] {
        var watched = self
        watched.trace = []
        if let refusal = watched.tryChoice(of: place) {
            watched.note(
                refusal.process, refusal.activity ?? place, refusal.exception.rawValue, ["\(refusal.exception)"])
        }
        return watched.trace ?? []
    }

    /// All that the processes look at for a request, in order; the last entry says where it leads.
    public mutating func traceOfDecision(
        _ request: Navigation, using dice: inout some RandomNumberGenerator
    ) -> [TraceEntry] {
        trace = []
        defer { trace = nil }
        let decision = decide(request, using: &dice)
        if let refusal = decision.refusal {
            note(refusal.process, refusal.activity, refusal.exception.rawValue, ["\(refusal.exception)"])
        } else {
            note("OP.1", decision.delivered, request.text, [decision.endsSession ? "ends the session" : "done"])
        }
        return trace ?? []
    }
}

extension SequencingRefusal {
    /// The process that raises it: `SB.2.9` of `SB.2.9-3`.
    var process: String { String(exception.rawValue.prefix { $0 != "-" }) }
}
