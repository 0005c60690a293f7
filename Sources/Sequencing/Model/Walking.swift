internal import CourseModel

/// How the processes look at the tree and its state.
extension Sequencer {
    func definition(_ place: Int) -> ResolvedDefinition { tree.definitions[tree.nodes[place].definition] }

    func controls(_ place: Int) -> ControlMode { tree.definitions[tree.nodes[place].definition].controlMode }

    func parent(_ place: Int) -> Int? { tree.nodes[place].parent }

    func isLeaf(_ place: Int) -> Bool { tree.nodes[place].children.isEmpty }

    func isTracked(_ place: Int) -> Bool { tree.definitions[tree.nodes[place].definition].delivery.tracked }

    /// Available Children of a cluster.
    func availableChildren(_ place: Int) -> [Int] { state.draws[place]?.children ?? tree.nodes[place].children }

    /// Whether its parent offers the activity.
    func isAvailable(_ place: Int) -> Bool {
        guard let parent = parent(place), let draw = state.draws[parent] else { return true }
        return draw.ranks[place] != nil
    }

    /// Whether every ancestor offers the branch.
    func isReachable(_ place: Int) -> Bool { state.draws.isEmpty || pathFromRoot(to: place).allSatisfy(isAvailable) }

    /// Whether `place` stands after `other` in the tree as chance ordered it; ancestors come before what they hold.
    func comesAfter(_ place: Int, _ other: Int) -> Bool {
        guard !state.draws.isEmpty else { return place > other }
        let ancestor = commonAncestor(place, other)
        guard ancestor != place, ancestor != other else { return place > other }
        let branches = [place, other].map { step in pathFromRoot(to: step)[tree.nodes[ancestor].depth + 1] }
        return (rank(branches[0]) ?? 0) > (rank(branches[1]) ?? 0)
    }

    /// The place among the parent's available children.
    func rank(_ place: Int) -> Int? {
        guard let parent = parent(place) else { return nil }
        guard let draw = state.draws[parent] else { return tree.nodes[place].rank }
        return draw.ranks[place]
    }

    /// The next or previous available sibling.
    func sibling(of place: Int, _ direction: Direction) -> Int? {
        guard let parent = parent(place), let rank = rank(place) else { return nil }
        let next = direction == .forward ? rank + 1 : rank - 1
        guard let draw = state.draws[parent] else {
            return tree.nodes[parent].children.indices.contains(next) ? tree.nodes[parent].children[next] : nil
        }
        return draw.children.indices.contains(next) ? draw.children[next] : nil
    }

    /// Root first, `place` last.
    func pathFromRoot(to place: Int) -> [Int] {
        var path = [place]
        path.reserveCapacity(tree.nodes[place].depth + 1)
        var step = place
        while let parent = parent(step) {
            path.append(parent)
            step = parent
        }
        path.reverse()
        return path
    }

    /// Whether `place` is `ancestor` or lies below it.
    func isInside(_ place: Int, _ ancestor: Int) -> Bool {
        place >= ancestor && place < tree.nodes[ancestor].subtreeEnd
    }

    /// The deepest activity that is a proper ancestor of both, or one of them where it holds the other.
    func commonAncestor(_ one: Int, _ other: Int) -> Int {
        var ancestor = one
        while !isInside(other, ancestor) {
            guard let parent = parent(ancestor) else { return 0 }
            ancestor = parent
        }
        return ancestor
    }
}

/// A direction of traversal.
enum Direction: Hashable, Sendable { case forward, backward }
