internal import CourseModel

extension Sequencer {
    /// SB.2.10 Retry Sequencing Request Process.
    mutating func SB_2_10() throws(SequencingRefusal) -> SequencingOutcome {
        guard let current = state.current else { throw SequencingRefusal(.retryWithoutSession) }
        guard !state.activities[current].isActive, !state.activities[current].isSuspended else {
            throw SequencingRefusal(.retryOfRunningAttempt, current)
        }
        if isLeaf(current) { return .deliver(current) }
        do throws(SequencingRefusal) {
            let outcome = try SB_2_3(current, .forward, considersChildren: true)
            if case .deliver = outcome { return outcome }
        } catch {
            throw SequencingRefusal(.retryDeliversNothing, error.activity)
        }
        throw SequencingRefusal(.retryDeliversNothing, current)
    }
}
