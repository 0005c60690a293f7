internal import CourseModel

extension Sequencer {
    /// DB.1.1 Delivery Request Process: only an available leaf below available clusters is delivered.
    func DB_1_1(_ place: Int) throws(SequencingRefusal) {
        guard isLeaf(place) else { throw SequencingRefusal(.deliveryOfCluster, place) }
        if let unavailable = pathFromRoot(to: place).first(where: UP_5) {
            throw SequencingRefusal(.deliveryOfUnavailable, unavailable)
        }
    }
}
