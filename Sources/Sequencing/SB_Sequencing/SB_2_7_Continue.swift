internal import CourseModel

extension Sequencer {
    /// SB.2.7 Continue Sequencing Request Process.
    mutating func SB_2_7() throws(SequencingRefusal) -> SequencingOutcome {
        guard let current = state.current else { throw SequencingRefusal(.continueWithoutSession) }
        if let parent = parent(current), !controls(parent).flow {
            throw SequencingRefusal(.continueWithoutFlow, parent)
        }
        return try SB_2_3(current, .forward, considersChildren: false)
    }
}
