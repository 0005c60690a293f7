internal import CourseModel

/// How the processes look at the tree and its state.
extension Sequencer {
    func definition(_ place: Int) -> ResolvedDefinition { tree.definitions[tree.nodes[place].definition] }

    func controls(_ place: Int) -> ControlMode { definition(place).controlMode }

    func isLeaf(_ place: Int) -> Bool { tree.nodes[place].children.isEmpty }

    func isTracked(_ place: Int) -> Bool { definition(place).delivery.tracked }

    /// Available Children of a cluster.
    func availableChildren(_ place: Int) -> [Int] { state.activities[place].available ?? tree.nodes[place].children }

    /// Whether its parent offers the activity.
    func isAvailable(_ place: Int) -> Bool {
        guard let parent = tree.nodes[place].parent, let available = state.activities[parent].available else {
            return true
        }
        return available.contains(place)
    }

    /// Whether every ancestor offers the branch.
    func isReachable(_ place: Int) -> Bool { pathFromRoot(to: place).allSatisfy(isAvailable) }

    /// Whether `place` stands after `other` in the tree as chance ordered it; ancestors come before what they hold.
    func comesAfter(_ place: Int, _ other: Int) -> Bool {
        let ancestor = commonAncestor(place, other)
        guard ancestor != place, ancestor != other else { return place > other }
        let branches = [place, other].map { step in pathFromRoot(to: step)[tree.nodes[ancestor].depth + 1] }
        return (rank(branches[0]) ?? 0) > (rank(branches[1]) ?? 0)
    }

    /// The place among the parent's available children.
    func rank(_ place: Int) -> Int? {
        guard let parent = tree.nodes[place].parent else { return nil }
        return state.activities[parent].available.map { $0.firstIndex(of: place) } ?? tree.nodes[place].rank
    }

    /// The next or previous available sibling.
    func sibling(of place: Int, _ direction: Direction) -> Int? {
        guard let parent = tree.nodes[place].parent, let rank = rank(place) else { return nil }
        let siblings = availableChildren(parent)
        let next = direction == .forward ? rank + 1 : rank - 1
        return siblings.indices.contains(next) ? siblings[next] : nil
    }

    /// Root first, `place` last.
    func pathFromRoot(to place: Int) -> [Int] {
        var path = [place]
        while let last = path.last, let parent = tree.nodes[last].parent { path.append(parent) }
        return path.reversed()
    }

    /// Whether `place` is `ancestor` or lies below it.
    func isInside(_ place: Int, _ ancestor: Int) -> Bool {
        place >= ancestor && place < tree.nodes[ancestor].subtreeEnd
    }

    /// The deepest activity that is a proper ancestor of both, or one of them where it holds the other.
    func commonAncestor(_ one: Int, _ other: Int) -> Int {
        var ancestor = one
        while !isInside(other, ancestor) {
            guard let parent = tree.nodes[ancestor].parent else { return 0 }
            ancestor = parent
        }
        return ancestor
    }
}

/// A direction of traversal.
enum Direction: Hashable, Sendable { case forward, backward }
