internal import CourseModel

/// What a learner could choose now: the whole table of contents with the reason of every lock, from one pass over the
/// tree.
public struct Outlook: Sendable {
    /// In document order.
    public let prospects: [Sequencer.Prospect]
    private let leaving: Sequencer

    /// Looks at a sequencer as it stands.
    public init(_ sequencer: Sequencer) {
        let leaving = sequencer.leaving
        let survey = ChoiceSurvey(leaving, leavesActive: sequencer.leavesActive)
        let onlyChoice = sequencer.onlyChoice
        prospects = sequencer.tree.nodes.indices.map { place in
            Sequencer.Prospect(
                of: place, in: sequencer.tree, refusal: survey.refusal(of: place),
                isReachable: survey.isReachable(place), onlyChoice)
        }
        self.leaving = leaving
    }

    /// A refusal taken apart. The same refusal has the same explanation, whatever was chosen.
    public func explanation(of refusal: SequencingRefusal) -> Explanation {
        Explanation(refusal: refusal, grounds: leaving.grounds(of: refusal))
    }
}
