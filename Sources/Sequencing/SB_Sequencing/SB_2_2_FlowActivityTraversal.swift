internal import CourseModel

extension Sequencer {
    /// SB.2.2 Flow Activity Traversal Subprocess: from a candidate to the leaf that can be delivered.
    mutating func SB_2_2(
        _ candidate: Int, _ direction: Direction, previous: Direction? = nil
    ) throws(SequencingRefusal) -> SequencingOutcome {
        var (place, direction, previous) = (candidate, direction, previous)
        while true {
            if let parent = parent(place) {
                note("SB.2.2", parent, "flow", is: controls(parent).flow)
                if !controls(parent).flow { throw SequencingRefusal(.flowForbidsTraversal, parent) }
            }
            let isSkipped = UP_2(.skip, at: place)
            if isSkipped, previous == nil { place = lastSkipped(from: place, direction) }
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

    /// The last of the skipped siblings that follow one another in a direction.
    private func lastSkipped(from place: Int, _ direction: Direction) -> Int {
        guard let parent = parent(place), let rank = rank(place), let tally = readyTally(of: parent) else {
            return place
        }
        return availableChildren(parent)[tally.skipped.endOfRun(from: rank, direction)]
    }
}
