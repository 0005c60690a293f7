internal import CourseModel

/// What NB.2.1, SB.2.9 and DB.1.1 say of a choice of every activity, found in one pass over the tree: what holds of an
/// activity's ancestors is handed down, what flow would deliver is handed up.
struct ChoiceSurvey {
    /// What one activity inherits.
    private struct Facts {
        var isReachable = true
        /// The first on the way from the root that is hidden from choice (UP.2), or not to be delivered (UP.5).
        var hidden: Int?
        var unavailable: Int?
        /// The common ancestor with the current activity.
        var ancestor = 0
        /// It lies on the way from the root to the current activity.
        var isOnPath = false
        var isForward = true
        /// What stands in the way down from the common ancestor.
        var obstacle: SequencingRefusal?
    }

    /// Where the current activity stands, and what holds it there, by the depth of the common ancestor.
    private struct Position {
        var place: Int
        var path: [Int]
        /// The lowest that is active and without choiceExit, that is without choiceExit, that constrains choice.
        var heldActive: [Int?]
        var held: [Int?]
        var constrained: [Int?]
        /// The nearest sibling after the current activity that stops a choice (SB.2.4-1).
        var stop: (rank: Int, place: Int)?
    }

    private let sequencer: Sequencer
    private var facts: [Facts] = []
    private let position: Position?
    private let flow: FlowSurvey

    /// The current activity was still active when the choice was asked for.
    private let leavesActive: Bool

    init(_ sequencer: Sequencer, leavesActive: Bool) {
        self.sequencer = sequencer
        self.leavesActive = leavesActive
        position = sequencer.state.current.map { ChoiceSurvey.position(of: $0, in: sequencer, leavesActive) }
        flow = FlowSurvey(sequencer)
        facts.reserveCapacity(sequencer.tree.nodes.count)
        for place in sequencer.tree.nodes.indices { facts.append(inherited(by: place)) }
    }

    func isReachable(_ place: Int) -> Bool { facts[place].isReachable }

    /// Why a choice leads nowhere; `nil` when it delivers something.
    func refusal(of target: Int) -> SequencingRefusal? {
        navigationRefusal(of: target) ?? targetRefusal(of: target) ?? wayRefusal(to: target)
            ?? deliveryRefusal(of: target)
    }

    // MARK: Handed down

    private func inherited(by place: Int) -> Facts {
        guard let parent = sequencer.parent(place) else { return rootFacts() }
        var own = facts[parent]
        own.isReachable = own.isReachable && sequencer.isAvailable(place)
        if own.hidden == nil, sequencer.fires(.hiddenFromChoice, at: place) { own.hidden = place }
        if own.unavailable == nil, sequencer.isClosed(place) { own.unavailable = place }
        if facts[parent].isOnPath {
            relate(place, below: parent, &own)
        } else {
            own.obstacle = own.obstacle ?? obstacle(at: parent, isForward: own.isForward, isAncestor: false)
        }
        return own
    }

    private func rootFacts() -> Facts {
        var own = Facts()
        own.isOnPath = true
        if sequencer.fires(.hiddenFromChoice, at: 0) { own.hidden = 0 }
        if sequencer.isClosed(0) { own.unavailable = 0 }
        return own
    }

    /// A child of an activity on the way to the current one, or of the root where there is none.
    private func relate(_ place: Int, below parent: Int, _ own: inout Facts) {
        own.isOnPath = position?.path.dropFirst(sequencer.tree.nodes[place].depth).first == place
        own.ancestor = own.isOnPath ? place : parent
        guard !own.isOnPath else { return }
        if let position, position.place != parent {
            own.isForward = sequencer.comesAfter(place, position.place)
        }
        own.obstacle = obstacle(at: parent, isForward: own.isForward, isAncestor: true)
    }

    /// SB.2.4 Forward and preventActivation at one activity of the way down.
    private func obstacle(at place: Int, isForward: Bool, isAncestor: Bool) -> SequencingRefusal? {
        if isForward, sequencer.fires(.stopForwardTraversal, at: place) {
            return SequencingRefusal(.forwardTraversalStopped, place)
        }
        guard !isAncestor, !sequencer.state.activities[place].isActive,
            sequencer.definition(place).constrainedChoice.preventActivation
        else { return nil }
        return SequencingRefusal(.activationPrevented, place)
    }

    private static func position(of current: Int, in sequencer: Sequencer, _ leavesActive: Bool) -> Position {
        let path = sequencer.pathFromRoot(to: current)
        var position = Position(
            place: current, path: path, heldActive: path.map { _ in nil }, held: path.map { _ in nil },
            constrained: path.map { _ in nil })
        for depth in path.indices.dropLast().reversed() {
            let step = path[depth + 1]
            let holds = !sequencer.controls(step).choiceExit
            let isActive = sequencer.state.activities[step].isActive || step == current && leavesActive
            position.heldActive[depth] =
                position.heldActive[depth + 1] ?? (holds && isActive ? step : nil)
            position.held[depth] = position.held[depth + 1] ?? (holds ? step : nil)
            position.constrained[depth] =
                position.constrained[depth + 1]
                ?? (sequencer.definition(step).constrainedChoice.constrainChoice ? step : nil)
        }
        if let parent = sequencer.parent(current), let rank = sequencer.rank(current) {
            let siblings = sequencer.availableChildren(parent)
            position.stop = siblings[rank...].enumerated().first {
                sequencer.fires(.stopForwardTraversal, at: $1)
            }.map { (rank + $0, $1) }
        }
        return position
    }

    // MARK: The checks, in the order of the processes

    /// NB.2.1.
    private func navigationRefusal(of target: Int) -> SequencingRefusal? {
        if let parent = sequencer.parent(target), !sequencer.controls(parent).choice {
            return SequencingRefusal(.choiceForbidden, parent)
        }
        guard let position else { return nil }
        let current = position.place
        if sequencer.edition.choiceExitBindsAnyChoice, leavesActive,
            !sequencer.controls(current).choiceExit
        {
            return SequencingRefusal(.choiceExitForbidsLeaving, current)
        }
        guard target != current, !isSibling(target, position) else { return nil }
        return position.heldActive[depthOfAncestor(of: target)].map { SequencingRefusal(.choiceExitForbidsLeaving, $0) }
    }

    /// The part of SB.2.9 that does not depend on where the learner is.
    private func targetRefusal(of target: Int) -> SequencingRefusal? {
        if !facts[target].isReachable { return SequencingRefusal(.targetUnavailable, target) }
        return facts[target].hidden.map { SequencingRefusal(.targetHidden, $0) }
    }

    /// The part of SB.2.9 about the way from the current activity.
    private func wayRefusal(to target: Int) -> SequencingRefusal? {
        guard let position else {
            return target == 0 ? SequencingRefusal(.emptyChoicePath) : facts[target].obstacle
        }
        if target == position.place { return nil }
        if isSibling(target, position) { return siblingRefusal(of: target, position) }
        if facts[target].ancestor == position.place { return facts[target].obstacle }
        let depth = depthOfAncestor(of: target)
        if let held = position.held[depth] { return SequencingRefusal(.choiceExitForbidden, held) }
        if facts[target].isOnPath { return nil }
        if let constrained = position.constrained[depth] {
            let near = sequencer.SB_2_9_1(constrained, facts[target].isForward ? .forward : .backward)
            if !sequencer.isInside(target, near) { return SequencingRefusal(.choiceConstrained, constrained) }
        }
        return facts[target].obstacle
    }

    private func siblingRefusal(of target: Int, _ position: Position) -> SequencingRefusal? {
        guard let rank = sequencer.rank(target), let current = sequencer.rank(position.place),
            let parent = sequencer.parent(target)
        else { return SequencingRefusal(.emptyChoicePath) }
        if rank > current {
            guard let stop = position.stop, stop.rank < rank else { return nil }
            return SequencingRefusal(.forwardTraversalStopped, stop.place)
        }
        return sequencer.controls(parent).forwardOnly ? SequencingRefusal(.forwardOnlyForbidsChoice, parent) : nil
    }

    /// SB.2.9 step 8 and DB.1.1.
    private func deliveryRefusal(of target: Int) -> SequencingRefusal? {
        let outcome = sequencer.isLeaf(target) ? .deliver(target) : flow.into(target)
        switch outcome {
        case .deliver(let leaf): return facts[leaf].unavailable.map { SequencingRefusal(.deliveryOfUnavailable, $0) }
        case .refused(let blamed): return SequencingRefusal(.clusterDeliversNothing, blamed ?? target)
        case .pastTheEnd: return SequencingRefusal(.clusterDeliversNothing, target)
        }
    }

    private func isSibling(_ target: Int, _ position: Position) -> Bool {
        guard let parent = sequencer.parent(target) else { return false }
        return parent == sequencer.parent(position.place)
    }

    private func depthOfAncestor(of target: Int) -> Int { sequencer.tree.nodes[facts[target].ancestor].depth }
}
