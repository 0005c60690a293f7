public import CourseModel
public import JournalStore

/// Who asks for something: what `Authorization` decides upon.
public struct Person: Hashable, Sendable {
    public let learner: LearnerID
    public let roles: Set<Role>
    public let groups: Set<GroupID>
    public let trains: Set<GroupID>

    /// The learner's opaque identifier, as text.
    public var id: String { learner.text }

    /// A person as an account has them.
    public init(_ account: Account) {
        self.init(account.learner, roles: account.roles, groups: account.groups, trains: account.trains)
    }

    /// A person from their parts.
    public init(_ learner: LearnerID, roles: Set<Role>, groups: Set<GroupID> = [], trains: Set<GroupID> = []) {
        self.learner = learner
        self.roles = roles
        self.groups = groups
        self.trains = trains
    }
}
