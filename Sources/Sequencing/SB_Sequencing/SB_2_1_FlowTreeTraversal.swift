internal import CourseModel

extension Sequencer {
    /// Where a step through the tree leads.
    enum Traversal: Hashable, Sendable {
        /// An activity, and the direction from there on (a forward-only cluster turns it round).
        case next(Int, Direction)
        /// Past the last activity.
        case endSession
    }

    /// SB.2.1 Flow Tree Traversal Subprocess: one step in document order.
    func SB_2_1(
        _ place: Int, _ direction: Direction, considersChildren: Bool, previous: Direction? = nil
    ) throws(SequencingRefusal) -> Traversal {
        var place = place
        var direction = direction
        var isReversed = false
        if previous == .backward, let parent = parent(place),
            availableChildren(parent).last == place, let first = availableChildren(parent).first
        {
            (place, direction, isReversed) = (first, .backward, true)
        }
        if considersChildren, !isLeaf(place) { return try stepInside(place, direction) }
        switch direction {
        case .forward:
            if let next = SB_2_9_2(place, .forward) { return .next(next, .forward) }
            guard edition.flowsPastTheEnd else { throw SequencingRefusal(.lastActivityReached, place) }
            return .endSession
        case .backward:
            while true {
                guard let parent = parent(place) else { throw SequencingRefusal(.firstActivityReached) }
                if controls(parent).forwardOnly, !isReversed {
                    throw SequencingRefusal(.forwardOnlyForbidsBackward, parent)
                }
                if let next = sibling(of: place, .backward) { return .next(next, .backward) }
                (place, isReversed) = (parent, false)
            }
        }
    }

    private func stepInside(_ cluster: Int, _ direction: Direction) throws(SequencingRefusal) -> Traversal {
        let children = availableChildren(cluster)
        guard let first = children.first, let last = children.last else {
            if direction == .forward, edition.flowsPastTheEnd, SB_2_9_2(cluster, .forward) == nil { return .endSession }
            throw SequencingRefusal(.noAvailableChildren, cluster)
        }
        switch direction {
        case .forward: return .next(first, .forward)
        case .backward: return controls(cluster).forwardOnly ? .next(first, .forward) : .next(last, .backward)
        }
    }
}
