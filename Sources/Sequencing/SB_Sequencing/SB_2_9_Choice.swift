internal import CourseModel

extension Sequencer {
    /// SB.2.9 Choice Sequencing Request Process.
    mutating func SB_2_9(_ target: Int) throws(SequencingRefusal) -> SequencingOutcome {
        note("SB.2.9", target, "current activity", is: state.current != nil)
        try checkTarget(target)
        let ancestor = state.current.map { choiceAncestor($0, target) } ?? 0
        try checkWay(to: target, from: state.current, ancestor: ancestor)
        guard !isLeaf(target) else { return .deliver(target) }
        var blamed = target
        do throws(SequencingRefusal) {
            let outcome = try SB_2_3(target, .forward, considersChildren: true)
            if case .deliver = outcome { return outcome }
        } catch {
            blamed = error.activity ?? target
        }
        return .stranded(
            ancestor: ancestor, target: target, SequencingRefusal(.clusterDeliversNothing, blamed))
    }

    /// The common ancestor as the process means it: the parent for two in the same cluster.
    func choiceAncestor(_ current: Int, _ target: Int) -> Int {
        if current != target, let parent = parent(current), parent == self.parent(target) {
            return parent
        }
        return commonAncestor(current, target)
    }

    /// Whether the target can be chosen at all, wherever the learner is.
    mutating func checkTarget(_ target: Int) throws(SequencingRefusal) {
        guard isReachable(target) else { throw SequencingRefusal(.targetUnavailable, target) }
        if let hidden = pathFromRoot(to: target).first(where: { UP_2(.hiddenFromChoice, at: $0) }) {
            throw SequencingRefusal(.targetHidden, hidden)
        }
        if let parent = parent(target), !controls(parent).choice {
            throw SequencingRefusal(.targetChoiceForbidden, parent)
        }
    }

    private mutating func checkWay(to target: Int, from current: Int?, ancestor: Int) throws(SequencingRefusal) {
        if current == target { return }
        if let current, let parent = parent(current), parent == self.parent(target) {
            return try checkSiblings(from: current, to: target)
        }
        guard let current, current != ancestor else { return try checkDescent(from: ancestor, to: target) }
        try checkLeaving(current, upTo: target == ancestor ? target : ancestor)
        if target == ancestor { return }
        try checkConstraint(leaving: current, below: ancestor, to: target)
        try checkDescent(from: ancestor, to: target, isForward: comesAfter(target, current))
    }

    /// The same cluster: every sibling on the way must let the choice pass.
    private mutating func checkSiblings(from current: Int, to target: Int) throws(SequencingRefusal) {
        guard let start = rank(current), let end = rank(target), let parent = parent(current) else {
            throw SequencingRefusal(.emptyChoicePath)
        }
        // Backward only the parent's control mode counts, the same for every sibling; forward only those with a rule do.
        guard start <= end else { return try SB_2_4(current, .backward) }
        if let tally = readyTally(of: parent), tally.stopping.first(in: start..<end) == nil { return }
        for place in availableChildren(parent)[start..<end] { try SB_2_4(place, .forward) }
    }

    /// Into the tree: no activity on the way stops it or refuses to be begun this way.
    private mutating func checkDescent(from ancestor: Int, to target: Int, isForward: Bool = true)
        throws(SequencingRefusal)
    {
        let path = pathFromRoot(to: target).dropLast().drop { $0 != ancestor }
        guard !path.isEmpty else { throw SequencingRefusal(.emptyChoicePath) }
        for place in path {
            if isForward { try SB_2_4(place, .forward) }
            guard place != ancestor, !state.activities[place].isActive else { continue }
            note("SB.2.9", place, "preventActivation", is: definition(place).constrainedChoice.preventActivation)
            if definition(place).constrainedChoice.preventActivation {
                throw SequencingRefusal(.activationPrevented, place)
            }
        }
    }

    /// Out of a branch: nothing on the way up forbids it.
    private mutating func checkLeaving(_ current: Int, upTo ancestor: Int) throws(SequencingRefusal) {
        for place in pathFromRoot(to: current).reversed().prefix(while: { $0 != ancestor }) {
            note("SB.2.9", place, "choiceExit", is: controls(place).choiceExit)
            if !controls(place).choiceExit { throw SequencingRefusal(.choiceExitForbidden, place) }
        }
    }

    /// The lowest cluster on the way up that constrains choice keeps the target near.
    private mutating func checkConstraint(leaving current: Int, below ancestor: Int, to target: Int)
        throws(SequencingRefusal)
    {
        let way = pathFromRoot(to: current).reversed().prefix { $0 != ancestor }
        guard let constrained = way.first(where: { definition($0).constrainedChoice.constrainChoice }) else { return }
        note("SB.2.9", constrained, "constrainChoice", is: true)
        let near = SB_2_9_1(constrained, comesAfter(target, constrained) ? .forward : .backward)
        guard isInside(target, near) || target == constrained else {
            throw SequencingRefusal(.choiceConstrained, constrained)
        }
    }
}
