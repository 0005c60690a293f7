internal import CourseModel

extension Sequencer {
    /// DB.1.1 Delivery Request Process: only an available leaf below available clusters is delivered.
    mutating func DB_1_1(_ place: Int) throws(SequencingRefusal) {
        note("DB.1.1", place, "leaf", is: isLeaf(place))
        guard isLeaf(place) else { throw SequencingRefusal(.deliveryOfCluster, place) }
        if let unavailable = pathFromRoot(to: place).first(where: { UP_5($0) }) {
            throw SequencingRefusal(.deliveryOfUnavailable, unavailable)
        }
    }
}
