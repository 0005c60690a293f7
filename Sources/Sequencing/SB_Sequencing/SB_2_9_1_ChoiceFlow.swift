internal import CourseModel

extension Sequencer {
    /// SB.2.9.1 Choice Flow Subprocess: the neighbour in the direction, or the activity itself at the edge of the tree.
    func SB_2_9_1(_ place: Int, _ direction: Direction) -> Int { SB_2_9_2(place, direction) ?? place }

    /// SB.2.9.2 Choice Flow Tree Traversal Subprocess: the next sibling, or that of the nearest ancestor that has one.
    private func SB_2_9_2(_ place: Int, _ direction: Direction) -> Int? {
        var place = place
        while true {
            if let next = sibling(of: place, direction) { return next }
            guard let parent = tree.nodes[place].parent else { return nil }
            place = parent
        }
    }
}
