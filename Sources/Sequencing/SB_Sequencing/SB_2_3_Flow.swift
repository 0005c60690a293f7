internal import CourseModel

extension Sequencer {
    /// SB.2.3 Flow Subprocess: from an activity to the next one that can be delivered.
    mutating func SB_2_3(
        _ place: Int, _ direction: Direction, considersChildren: Bool
    ) throws(SequencingRefusal) -> SequencingOutcome {
        guard case .next(let next, let turned) = try SB_2_1(place, direction, considersChildren: considersChildren)
        else { return .endSession }
        return try SB_2_2(next, turned, previous: direction == .backward && turned == .forward ? .backward : nil)
    }
}
