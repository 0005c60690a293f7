public import CourseModel
public import Learning
internal import Sequencing

/// One thing that sequencing looked at when it decided about an activity, with activities by identifier.
public struct DecisionStep: Hashable, Sendable {
    /// The book's code: `SB.2.9`.
    public let process: String
    public let activity: String?
    /// What was asked, in the standard's words.
    public let rule: String
    /// What was found.
    public let facts: [String]
}

extension Session {
    /// Why an activity can or cannot be chosen; empty where it does not exist.
    public func decisionSteps(of id: ActivityID) -> [DecisionStep] {
        guard let place = sequencer.place(of: id) else { return [] }
        return trace(of: place).map { entry in
            DecisionStep(
                process: entry.process, activity: entry.activity.map { organization.activities[$0].id.text },
                rule: entry.rule, facts: entry.facts)
        }
    }
}
