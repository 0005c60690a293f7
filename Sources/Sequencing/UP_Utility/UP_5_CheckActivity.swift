internal import CourseModel

extension Sequencer {
    /// UP.5 Check Activity Process: true when it must not be delivered.
    func UP_5(_ place: Int) -> Bool { preCondition(.disabled, at: place) != nil || UP_1(place) }
}
