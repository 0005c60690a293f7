public import CourseModel
public import JournalStore

/// Somebody who is to have an account.
public struct NewAccount: Hashable, Sendable {
    public var profile: LearnerProfile
    public var roles: Set<Role>
    public var groups: Set<GroupID>
    public var trains: Set<GroupID>

    /// Somebody, as what, in which groups.
    public init(
        _ profile: LearnerProfile, roles: Set<Role> = [.learner], groups: Set<GroupID> = [],
        trains: Set<GroupID> = []
    ) {
        self.profile = profile
        self.roles = roles
        self.groups = groups
        self.trains = trains
    }

    /// How long an invitation holds: a week.
    public static let invitationHolds: Int64 = 7 * 24 * 60 * 60 * 1000

    /// Makes the accounts; each code goes into the link by which the owner chooses a password. A learner of that login
    /// who has no account yet, from the terminal say, gets one and keeps all progress; `nil` where there is an account.
    public static func make(
        _ people: [NewAccount], in folder: DataFolder, at now: Instant
    ) throws(JournalError) -> [Secret?] {
        var chance = SystemRandomNumberGenerator()
        let wanted = people.map { (profile: $0.profile, learner: LearnerID(using: &chance)) }
        let learners = try folder.findOrCreate(wanted)
        var codes: [Secret?] = []
        try folder.changeAccounts { accounts in
            var known = Set(accounts.map(\.learner))
            for (person, learner) in zip(people, learners) {
                guard known.insert(learner).inserted else {
                    codes.append(nil)
                    continue
                }
                let code = Secret()
                codes.append(code)
                accounts.append(
                    Account(
                        learner, roles: person.roles, groups: person.groups, trains: person.trains,
                        invitation: code.invitation(at: now)))
            }
        }
        return codes
    }
}

extension Secret {
    /// What an account keeps of a code that was just made.
    func invitation(at now: Instant) -> Account.Invitation {
        .init(hash: hash, until: Instant(milliseconds: now.milliseconds + NewAccount.invitationHolds))
    }
}

extension DataFolder {
    /// A fresh invitation for somebody who has an account: the password there is holds until it is taken up.
    public func invite(_ learner: LearnerID, at now: Instant) throws(JournalError) -> Secret? {
        let code = Secret()
        var isKnown = false
        try changeAccounts { accounts in
            guard let place = accounts.firstIndex(where: { $0.learner == learner }) else { return }
            isKnown = true
            accounts[place].invitation = code.invitation(at: now)
        }
        return isKnown ? code : nil
    }
}
