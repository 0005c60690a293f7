public import CourseModel
internal import RuntimeData
internal import Sequencing

extension Session {
    /// The learner's controls that work now, `continue` to `abandonAll`, without those that the content hides.
    public var controls: [Navigation] {
        guard sequencer.isOpen else { return [] }
        let hidden = delivered.map { organization.activities[$0].hiddenControls } ?? []
        let working: [(Navigation, Bool)] = [
            (.continue, sequencer.canContinue), (.previous, sequencer.canPrevious), (.exit, sequencer.isValid(.exit)),
            (.exitAll, true), (.suspendAll, sequencer.isValid(.suspendAll)), (.abandon, sequencer.isValid(.abandon)),
            (.abandonAll, true),
        ]
        return working.filter { $0.1 && !hidden.contains($0.0.text) }.map(\.0)
    }

    /// The web content that is delivered has written something in its session, or has terminated.
    public var contentHasRun: Bool {
        guard let place = delivered, case .web = content(of: place) else { return false }
        return hasTerminated || data[place]?.hasSpoken == true
    }
}
