public import CourseModel
public import Sequencing

extension Session {
    /// Why an activity cannot be chosen, in words, and what to do first.
    func lock(at place: Int) -> Lock? { sequencer.explanation(of: place).map { lock($0) } }

    /// An explanation in words: each group of grounds is a clause, all of which hold.
    func lock(_ explanation: Explanation) -> Lock {
        var clauses: [Sentence] = []
        var wayOut: [ActivityID] = []
        for alternatives in explanation.grounds {
            let joined = LockSentences.alternatives(alternatives.map { clause(for: $0) })
            if !clauses.contains(joined) { clauses.append(joined) }
            let step = alternatives.lazy.compactMap { firstStep(for: $0) }.first
            if let step, !wayOut.contains(step) { wayOut.append(step) }
        }
        return Lock(
            reason: explanation.refusal.exception.rawValue, sentence: LockSentences.locked(until: clauses),
            wayOut: wayOut)
    }

    private func clause(for ground: Explanation.Ground) -> Sentence {
        switch ground {
        case .notSatisfied(let places): LockSentences.oneOf(places.map { LockSentences.pass(title($0)) })
        case .notCompleted(let places): LockSentences.oneOf(places.map { LockSentences.complete(title($0)) })
        case .notAttempted(let place): LockSentences.begin(title(place))
        case .scoreTooLow(let places, let least):
            LockSentences.oneOf(places.map { LockSentences.score(title($0), atLeast: least) })
        case .alreadyDone(let places): LockSentences.oneOf(places.map { LockSentences.alreadyDone(title($0)) })
        case .attemptsUsed(let count): LockSentences.attemptsUsed(count)
        case .rule: LockSentences.rule
        case .inOrder: LockSentences.inOrder
        case .noWayBack(let place): LockSentences.noWayBack(title(place))
        case .finishFirst(let place): LockSentences.finishFirst(title(place))
        case .enterFirst(let place): LockSentences.enterFirst(title(place))
        case .neighboursOnly(let place): LockSentences.neighboursOnly(title(place))
        case .notSelected: LockSentences.notSelected
        case .onlyGroups: LockSentences.onlyGroups
        }
    }

    private func firstStep(for ground: Explanation.Ground) -> ActivityID? {
        if case .finishFirst(let place) = ground { return organization.activities[place].id }
        return ground.steps.first.map { organization.activities[$0].id }
    }

    private func title(_ place: Int) -> String { organization.activities[place].title }
}

extension Session {
    /// Why an activity cannot be chosen now, the course's waiting time included; `nil` when it can.
    public func lock(at place: Int, _ now: Instant) -> Lock? {
        lock(at: place) ?? prerequisiteLock(at: place) ?? attemptDelay(at: place, now)?.lock
    }

    /// All that the processes of the book look at when an activity is chosen; the last entry names the exception.
    public func trace(of place: Int) -> [TraceEntry] { sequencer.traceOfChoice(of: place) }

    /// Why an activity cannot be chosen now, and requests that open it for a learner who does well; each was tried out
    /// (`Sequencer.wayOut`). `nil` when it can be chosen.
    public func advice(at place: Int, _ now: Instant) -> (lock: Lock, wayOut: [Navigation])? {
        guard var lock = lock(at: place, now) else { return nil }
        guard sequencer.refusalOfChoice(of: place) != nil else { return (lock, lock.wayOut.map { .choice($0) }) }
        if let way = sequencer.wayOut(to: place) { return (lock, way) }
        if !lock.wayOut.isEmpty { lock.sentence = LockSentences.withoutWayOut(lock.sentence) }
        lock.wayOut = []
        return (lock, [])
    }

    /// Takes over what the learner's other courses know.
    public mutating func adopt(objectives: [ObjectiveID: ObjectiveProgress], shared: [String: String]) {
        if organization.objectivesGlobalToSystem { sequencer.globalObjectives = objectives }
        if organization.sharedDataGlobalToSystem { sharedData.merge(shared) { _, new in new } }
    }
}
