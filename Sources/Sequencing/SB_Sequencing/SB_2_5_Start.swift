internal import CourseModel

extension Sequencer {
    /// SB.2.5 Start Sequencing Request Process.
    func SB_2_5() throws(SequencingRefusal) -> SequencingOutcome {
        guard state.current == nil else { throw SequencingRefusal(.startDuringSession) }
        return isLeaf(0) ? .deliver(0) : try SB_2_3(0, .forward, considersChildren: true)
    }
}
