internal import CourseModel

extension Sequencer {
    /// SB.2.8 Previous Sequencing Request Process.
    mutating func SB_2_8() throws(SequencingRefusal) -> SequencingOutcome {
        guard let current = state.current else { throw SequencingRefusal(.previousWithoutSession) }
        if let parent = parent(current), !controls(parent).flow {
            throw SequencingRefusal(.previousWithoutFlow, parent)
        }
        return try SB_2_3(current, .backward, considersChildren: false)
    }
}
