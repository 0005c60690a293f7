internal import CourseModel

extension Sequencer {
    /// SB.2.2 Flow Activity Traversal Subprocess: from a candidate to the leaf that can be delivered.
    func SB_2_2(
        _ candidate: Int, _ direction: Direction, previous: Direction? = nil
    ) throws(SequencingRefusal) -> SequencingOutcome {
        var (place, direction, previous) = (candidate, direction, previous)
        while true {
            if let parent = tree.nodes[place].parent, !controls(parent).flow {
                throw SequencingRefusal(.flowForbidsTraversal, parent)
            }
            let isSkipped = preCondition(.skip, at: place) != nil
            if !isSkipped, UP_5(place) { throw SequencingRefusal(.activityUnavailable, place) }
            if !isSkipped, isLeaf(place) { return .deliver(place) }
            let step = try SB_2_1(
                place, direction, considersChildren: !isSkipped, previous: isSkipped ? previous : nil)
            guard case .next(let next, let turned) = step else { return .endSession }
            if isSkipped {
                if previous == .backward, turned == .backward { (direction, previous) = (.backward, nil) }
            } else {
                previous = direction == .backward && turned == .forward ? .backward : nil
                direction = turned
            }
            place = next
        }
    }
}
