internal import CourseModel

extension Sequencer {
    /// UP.5 Check Activity Process: true when it must not be delivered.
    mutating func UP_5(_ place: Int) -> Bool { UP_2(.disabled, at: place) || UP_1(place) }

    /// The same without taking anything down.
    func isClosed(_ place: Int) -> Bool { fires(.disabled, at: place) || exceedsLimit(place) }
}
