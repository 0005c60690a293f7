internal import CourseModel

extension Sequencer {
    /// SB.2.4 Choice Activity Traversal Subprocess: whether a choice may pass an activity.
    func SB_2_4(_ place: Int, _ direction: Direction) throws(SequencingRefusal) {
        switch direction {
        case .forward:
            if preCondition(.stopForwardTraversal, at: place) != nil {
                throw SequencingRefusal(.forwardTraversalStopped, place)
            }
        case .backward:
            guard let parent = parent(place) else { throw SequencingRefusal(.nothingBeforeRootByChoice) }
            if controls(parent).forwardOnly { throw SequencingRefusal(.forwardOnlyForbidsChoice, parent) }
        }
    }
}
