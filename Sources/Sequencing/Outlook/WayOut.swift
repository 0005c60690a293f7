public import CourseModel

/// The way to an activity that is locked, found by trying it out on a copy.
extension Sequencer {
    /// Requests after which an activity can be chosen, where the learner does well in everything that they deliver, and
    /// in what is delivered already. Each one was carried out on a copy. `nil` when none were found; empty when it can be
    /// chosen now. A choice of what is delivered already means to do that well; after `exitAll` the course is opened
    /// anew.
    public func wayOut(to target: Int) -> [Navigation]? {
        guard tree.nodes.indices.contains(target), refusalOfChoice(of: target) != nil else { return [] }
        let plain = Walker(self)
        var ready = plain
        if let delivered, ready.doesWell() { ready.requests.append(.choice(tree.id(of: delivered))) }
        if ready.sequencer.refusalOfChoice(of: target) == nil { return ready.requests }
        return plain.way(to: target) ?? (delivered == nil ? nil : ready.way(to: target))
    }
}

/// Somebody who tries the way out.
private struct Walker {
    var sequencer: Sequencer
    var requests: [Navigation] = []
    private var dice = Dice()
    private var tried: Set<Try> = []

    /// Longer ways are nobody's advice.
    private static let mostSteps = 60

    private struct Try: Hashable {
        var request: Navigation
        var from: Int?
        var attempts: Int
    }

    init(_ sequencer: Sequencer) {
        self.sequencer = sequencer
        self.sequencer.trace = nil
    }

    /// Step by step until the target is open, or nothing new can be tried.
    func way(to target: Int) -> [Navigation]? {
        var walker = self
        for _ in 0..<Walker.mostSteps {
            if walker.sequencer.refusalOfChoice(of: target) == nil { return walker.requests }
            guard walker.takeStep(towards: target) else { return nil }
        }
        return nil
    }

    /// The first request that leads somewhere it has not led before.
    private mutating func takeStep(towards target: Int) -> Bool {
        for request in candidates(towards: target, depth: 0) {
            let attempts = sequencer.state.current.map { sequencer.state.activities[$0].attemptCount } ?? 0
            guard tried.insert(Try(request: request, from: sequencer.state.current, attempts: attempts)).inserted else {
                continue
            }
            var next = self
            guard next.carryOut(request) else { continue }
            next.tried = tried
            self = next
            return true
        }
        return false
    }

    private mutating func carryOut(_ request: Navigation) -> Bool {
        let decision = sequencer.decide(request, using: &dice)
        guard decision.delivered != nil || request == .exitAll && decision.endsSession else { return false }
        sequencer.apply(decision.steps)
        if decision.endsSession {
            let start = sequencer.decide(sequencer.suspended == nil ? .start : .resumeAll, using: &dice)
            sequencer.apply(start.steps)
        }
        requests.append(request)
        doesWell()
        return true
    }

    /// The content that runs is completed and passed; whether there is any.
    @discardableResult
    mutating func doesWell() -> Bool {
        guard let delivered = sequencer.delivered else { return false }
        var best = ObjectiveProgress()
        (best.isSatisfied, best.isCompleted, best.measure, best.progress) = (true, true, Measure(1), ProgressMeasure(1))
        var said = ActivityProgress()
        (said.isCompleted, said.progress, said.primary) = (true, ProgressMeasure(1), best)
        for objective in sequencer.definition(delivered).objectives {
            if let id = objective.id { said.objectives[id] = best }
        }
        sequencer.apply([.record(delivered, said, isSuspended: false)])
        return true
    }

    /// What may bring the target nearer, the best first.
    private func candidates(towards target: Int, depth: Int) -> [Navigation] {
        guard let explanation = sequencer.explanation(of: target) else { return [.choice(id(target))] }
        var all: [Navigation] = []
        for ground in explanation.grounds.joined() {
            for step in ground.steps where step != target && step != sequencer.delivered && depth < 4 {
                all += candidates(towards: step, depth: depth + 1)
            }
            if case .onlyGroups = ground { all += insideCandidates(of: target, depth: depth) }
        }
        guard depth == 0 else { return all }
        return all + neighbours(of: target) + [.exitAll]
    }

    private func insideCandidates(of cluster: Int, depth: Int) -> [Navigation] {
        guard depth < 2 else { return [] }
        return sequencer.availableChildren(cluster).prefix(4).flatMap { candidates(towards: $0, depth: depth + 1) }
    }

    /// Step by step in the direction of the target, then what holds it, then back.
    private func neighbours(of target: Int) -> [Navigation] {
        guard let current = sequencer.state.current else {
            return sequencer.pathFromRoot(to: target).reversed().dropFirst().map { .choice(id($0)) }
        }
        let isAhead = sequencer.comesAfter(target, current)
        var all: [Navigation] = isAhead ? [.continue] : [.previous]
        all += sequencer.pathFromRoot(to: target).reversed().dropFirst().map { .choice(id($0)) }
        for step in sequencer.pathFromRoot(to: current).reversed().dropLast() {
            let next = sequencer.SB_2_9_1(step, isAhead ? .forward : .backward)
            if next != step { all.append(.choice(id(next))) }
        }
        return all + (isAhead ? [.previous] : [.continue])
    }

    private func id(_ place: Int) -> ActivityID { sequencer.tree.id(of: place) }
}

/// Chance for a trial: what is drawn in earnest may be another draw.
private struct Dice: RandomNumberGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 32)
    }
}
