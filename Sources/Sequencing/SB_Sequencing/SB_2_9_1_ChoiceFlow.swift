internal import CourseModel

extension Sequencer {
    /// SB.2.9.1 Choice Flow Subprocess: the neighbour in the direction, or the activity itself at the edge of the tree.
    func SB_2_9_1(_ place: Int, _ direction: Direction) -> Int { SB_2_9_2(place, direction) ?? place }
}
