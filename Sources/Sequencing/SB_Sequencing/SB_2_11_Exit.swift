internal import CourseModel

extension Sequencer {
    /// SB.2.11 Exit Sequencing Request Process: leaving the root ends the session.
    func SB_2_11() throws(SequencingRefusal) -> SequencingOutcome {
        guard let current = state.current else { throw SequencingRefusal(.exitWithoutSession) }
        guard !state.activities[current].isActive else { throw SequencingRefusal(.exitOfRunningAttempt, current) }
        return current == 0 ? .endSession : .nothing
    }
}
