public import CourseModel
public import JournalStore

/// What can be asked for; every route and every command that acts for a person names one.
public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Pages that say nothing of anybody: help, accessibility, sign-in, an invitation.
    case readPublicPages
    /// The catalogue, the home and the search of courses.
    case browseCourses
    /// Takes courses, and sees one's own results, notes and sessions.
    case learn
    /// Looks at what a new package holds, and puts it on the shelf.
    case importCourse
    /// The list of groups that one trains, and the progress of one of them.
    case followGroup
    /// The results of one learner.
    case seeLearner
    /// Makes, invites, blocks; groups and roles.
    case manageAccounts
}

/// What an action is about.
public enum Subject: Hashable, Sendable {
    /// Nothing in particular.
    case site
    /// Somebody's own things.
    case learner(LearnerID, groups: Set<GroupID>)
    case group(GroupID)
}

/// Who may do what, in one place: every route and every command asks here. What is not named is refused.
public enum Authorization {
    /// Whether a person, or somebody who has not signed in, may do this.
    public static func allows(_ person: Person?, _ action: Action, on subject: Subject = .site) -> Bool {
        guard let person else { return action == .readPublicPages }
        let isAdministrator = person.roles.contains(.administrator)
        switch action {
        case .readPublicPages: return true
        case .browseCourses: return !person.roles.isEmpty
        case .learn: return isOwn(subject, person) && !person.roles.isEmpty
        case .importCourse: return isAdministrator || person.roles.contains(.trainer)
        case .followGroup: return isAdministrator || trains(subject, person)
        case .seeLearner: return isAdministrator || isOwn(subject, person) || trains(subject, person)
        case .manageAccounts: return isAdministrator
        }
    }

    /// Nothing in particular, or the person's own.
    private static func isOwn(_ subject: Subject, _ person: Person) -> Bool {
        switch subject {
        case .site: true
        case .learner(let learner, _): learner == person.learner
        case .group: false
        }
    }

    /// A group that the person trains, or a learner in one; the list of one's groups for who trains at all.
    private static func trains(_ subject: Subject, _ person: Person) -> Bool {
        guard person.roles.contains(.trainer) else { return false }
        switch subject {
        case .site: return true
        case .group(let group): return person.trains.contains(group)
        case .learner(_, let groups): return !groups.isDisjoint(with: person.trains)
        }
    }
}
