internal import CourseModel

extension Sequencer {
    /// SB.2.13 Jump Sequencing Request Process: no control mode or rule is asked; the delivery process still checks.
    func SB_2_13(_ target: Int) throws(SequencingRefusal) -> SequencingOutcome {
        guard state.current != nil else { throw SequencingRefusal(.jumpWithoutSession) }
        return .deliver(target)
    }
}
