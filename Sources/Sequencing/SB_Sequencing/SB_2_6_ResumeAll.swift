internal import CourseModel

extension Sequencer {
    /// SB.2.6 Resume All Sequencing Request Process.
    func SB_2_6() throws(SequencingRefusal) -> SequencingOutcome {
        guard state.current == nil else { throw SequencingRefusal(.resumeDuringSession) }
        guard let suspended = state.suspended else { throw SequencingRefusal(.resumeWithoutSuspended) }
        return .deliver(suspended)
    }
}
