public import CourseModel
internal import Sequencing

extension Session {
    /// Why an activity cannot be chosen, in words, and what to do first.
    func lock(at place: Int) -> Lock? {
        guard let explanation = sequencer.explanation(of: place) else { return nil }
        var clauses: [Sentence] = []
        var wayOut: [ActivityID] = []
        for alternatives in explanation.grounds {
            let words = alternatives.map { clause(for: $0) }
            let joined = LockSentences.alternatives(words)
            if !clauses.contains(joined) { clauses.append(joined) }
            if let step = alternatives.lazy.compactMap({ firstStep(for: $0) }).first, !wayOut.contains(step) {
                wayOut.append(step)
            }
        }
        return Lock(
            reason: explanation.refusal.exception.rawValue, sentence: LockSentences.locked(until: clauses),
            wayOut: wayOut)
    }

    private func clause(for ground: Explanation.Ground) -> Sentence {
        switch ground {
        case .notSatisfied(let sources):
            sources.isEmpty
                ? LockSentences.rule : LockSentences.alternatives(sources.map { LockSentences.pass(title($0)) })
        case .notCompleted(let place): LockSentences.complete(title(place))
        case .attemptsUsed(let count): LockSentences.attemptsUsed(count)
        case .rule: LockSentences.rule
        case .inOrder: LockSentences.inOrder
        case .finishFirst(let place): LockSentences.finishFirst(title(place))
        }
    }

    private func firstStep(for ground: Explanation.Ground) -> ActivityID? {
        switch ground {
        case .notSatisfied(let sources): sources.first.map { organization.activities[$0].id }
        case .notCompleted(let place), .finishFirst(let place): organization.activities[place].id
        case .attemptsUsed, .rule, .inOrder: nil
        }
    }

    private func title(_ place: Int) -> String { organization.activities[place].title }
}

extension Session {
    /// Why an activity cannot be chosen now, the course's waiting time included; `nil` when it can.
    public func lock(at place: Int, _ now: Instant) -> Lock? {
        lock(at: place) ?? attemptDelay(at: place, now)?.lock
    }

    /// The processes that decide about a choice of an activity, the last one first to blame.
    public func trace(of place: Int) -> [(process: String, activity: String?, rule: String, facts: [String])] {
        guard let explanation = sequencer.explanation(of: place) else { return [] }
        let code = explanation.refusal.exception.rawValue
        let process = code.split(separator: "-").first.map(String.init) ?? code
        let blamed = explanation.refusal.activity.map { organization.activities[$0].id.text }
        let facts = explanation.grounds.map { $0.map { clause(for: $0).english }.joined(separator: " or ") }
        return [(process, blamed, "\(explanation.refusal.exception)", facts)]
    }

    /// Takes over what the learner's other courses know.
    public mutating func adopt(objectives: [ObjectiveID: ObjectiveProgress], shared: [String: String]) {
        if organization.objectivesGlobalToSystem { sequencer.globalObjectives = objectives }
        if organization.sharedDataGlobalToSystem { sharedData.merge(shared) { _, new in new } }
    }
}
