internal import CourseModel

extension Sequencer {
    /// SB.2.9.2 Choice Flow Tree Traversal Subprocess: the next sibling, or that of the nearest ancestor that has one.
    func SB_2_9_2(_ place: Int, _ direction: Direction) -> Int? {
        var place = place
        while true {
            if let next = sibling(of: place, direction) { return next }
            guard let parent = parent(place) else { return nil }
            place = parent
        }
    }
}
