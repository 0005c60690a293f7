internal import CourseModel
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
            if let step = alternatives.lazy.compactMap({ firstStep(for: $0) }).first, !wayOut.contains(step) { wayOut.append(step) }
        }
        return Lock(
            reason: explanation.refusal.exception.rawValue, sentence: LockSentences.locked(until: clauses),
            wayOut: wayOut)
    }

    private func clause(for ground: Explanation.Ground) -> Sentence {
        switch ground {
        case .notSatisfied(let sources):
            sources.isEmpty ? LockSentences.rule : LockSentences.alternatives(sources.map { LockSentences.pass(title($0)) })
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
