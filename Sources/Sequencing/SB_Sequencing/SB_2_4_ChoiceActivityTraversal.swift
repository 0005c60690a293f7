internal import CourseModel

extension Sequencer {
    /// SB.2.4 Choice Activity Traversal Subprocess: whether a choice may pass an activity.
    mutating func SB_2_4(_ place: Int, _ direction: Direction) throws(SequencingRefusal) {
        switch direction {
        case .forward:
            if UP_2(.stopForwardTraversal, at: place) {
                throw SequencingRefusal(.forwardTraversalStopped, place)
            }
        case .backward:
            guard let parent = parent(place) else { throw SequencingRefusal(.nothingBeforeRootByChoice) }
            note("SB.2.4", parent, "forwardOnly", is: controls(parent).forwardOnly)
            if controls(parent).forwardOnly { throw SequencingRefusal(.forwardOnlyForbidsChoice, parent) }
        }
    }
}
