internal import CourseModel
public import JournalStore
public import Learning
internal import Sequencing

/// What another version of a course would mean for those who follow it; nothing has moved yet.
public struct UpgradePlan: Sendable {
    /// One learner.
    public struct Step: Sendable {
        public var learner: LearnerID
        /// `nil` for the one local learner.
        public var login: String?
        /// The version followed until now.
        public var from: String
        /// Activities begun or done that are no longer there; the journal keeps what was done.
        public var lost: [CourseChanges.Named] = []
        /// Activities whose status would be another.
        public var changed: [StatusChange] = []
        /// Activities begun or done that stay as they are.
        public var kept = 0
        /// Of the course as a whole.
        public var before: OutlineEntry.Status
        public var after: OutlineEntry.Status
        /// Where the learner is, when it is no longer there.
        public var leaves: CourseChanges.Named?
    }

    /// An activity that is in both versions.
    public struct StatusChange: Sendable {
        public var activity: CourseChanges.Named
        public var before: OutlineEntry.Status
        public var after: OutlineEntry.Status
    }

    public var course: String
    /// The version to go to.
    public var version: String
    /// What it has otherwise, by the version followed until now.
    public var changes: [String: CourseChanges] = [:]
    /// In the order of the learners' identifiers; those who follow it already are left out.
    public var steps: [Step] = []
    /// Learners whose journals cannot be read or replayed, and why; they stay where they are.
    public var failures: [(learner: LearnerID, error: any Error)] = []
}

extension UpgradePlan.Step {
    /// Nothing of what was done is lost or counts otherwise.
    public var keepsAll: Bool { lost.isEmpty && changed.isEmpty && before == after && leaves == nil }

    /// What lies between the same journal in two versions.
    init(_ use: CourseUse, from version: String, _ old: Session, _ new: Session) {
        self.init(
            learner: use.learner, login: use.login, from: version, before: old.status(of: 0), after: new.status(of: 0))
        let places = ActivityIndex(new.organization)
        for (place, activity) in old.organization.activities.enumerated() where place > 0 {
            let status = old.status(of: place)
            guard let later = places[activity.id] else {
                if status != .notStarted { lost.append(.init(id: activity.id, title: activity.title)) }
                continue
            }
            if status != new.status(of: later) {
                let named = CourseChanges.Named(id: activity.id, title: activity.title)
                changed.append(.init(activity: named, before: status, after: new.status(of: later)))
            } else if status != .notStarted {
                kept += 1
            }
        }
        if let place = old.delivered ?? old.sequencer.suspended {
            let activity = old.organization.activities[place]
            if places[activity.id] == nil { leaves = .init(id: activity.id, title: activity.title) }
        }
    }
}
