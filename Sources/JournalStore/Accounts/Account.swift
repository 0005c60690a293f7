public import CourseModel

/// A right to sign in: whose, as what, in which groups. Names and logins are in `learner.json`, not here.
public struct Account: Hashable, Sendable {
    /// A link that lets its bearer choose a password, once.
    public struct Invitation: Hashable, Sendable {
        /// SHA-256 of the code, 64 hexadecimal digits; the code itself is in the link only.
        public let hash: String
        public let until: Instant

        /// An invitation from its parts.
        public init(hash: String, until: Instant) {
            self.hash = hash
            self.until = until
        }
    }

    public let learner: LearnerID
    public var roles: Set<Role>
    /// The groups that the person learns in, by identifier.
    public var groups: Set<GroupID>
    /// The groups that the person trains.
    public var trains: Set<GroupID>
    /// The password's Argon2id hash with its parameters; `nil` until one is chosen.
    public var password: String?
    public var invitation: Invitation?
    /// Cannot sign in; everything is kept.
    public var isBlocked: Bool

    /// An account that has no password yet.
    public init(
        _ learner: LearnerID, roles: Set<Role> = [.learner], groups: Set<GroupID> = [], trains: Set<GroupID> = [],
        password: String? = nil, invitation: Invitation? = nil, isBlocked: Bool = false
    ) {
        self.learner = learner
        self.roles = roles
        self.groups = groups
        self.trains = trains
        self.password = password
        self.invitation = invitation
        self.isBlocked = isBlocked
    }
}

extension Account {
    /// One line of `accounts.jsonl`, without its newline; what is not there is left out.
    var json: String {
        var members = ["\"id\":\(jsonString(learner.text))", "\"roles\":\(jsonList(roles.map(\.rawValue)))"]
        if !groups.isEmpty { members.append("\"groups\":\(jsonList(groups.map(\.text)))") }
        if !trains.isEmpty { members.append("\"trains\":\(jsonList(trains.map(\.text)))") }
        if let password { members.append("\"password\":\(jsonString(password))") }
        if let invitation {
            members.append(
                "\"invitation\":{\"hash\":\(jsonString(invitation.hash)),\"until\":\(jsonString("\(invitation.until)"))}"
            )
        }
        if isBlocked { members.append("\"blocked\":true") }
        return "{\(members.joined(separator: ","))}"
    }

    /// Reads a line; `nil` when it is not one that this program writes.
    init?(json: JSONObject) {
        guard let learner = json["id"]?.string.flatMap({ LearnerID($0) }),
            let roles = json["roles"]?.strings?.map({ Role(rawValue: $0) }), !roles.contains(nil)
        else { return nil }
        var invitation: Invitation?
        if let object = json["invitation"]?.object {
            guard let hash = object["hash"]?.string, let until = object["until"]?.string.flatMap({ Instant($0) }) else {
                return nil
            }
            invitation = Invitation(hash: hash, until: until)
        }
        self.init(
            learner, roles: Set(roles.compactMap(\.self)),
            groups: Set((json["groups"]?.strings ?? []).compactMap { GroupID($0) }),
            trains: Set((json["trains"]?.strings ?? []).compactMap { GroupID($0) }),
            password: json["password"]?.string, invitation: invitation, isBlocked: json["blocked"]?.truth ?? false)
    }
}

/// The texts as a JSON list, in byte order, so that the same content gives the same bytes.
private func jsonList(_ texts: [String]) -> String {
    let sorted = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return "[\(sorted.map { jsonString($0) }.joined(separator: ","))]"
}

extension JSONFragment {
    /// The list of texts that it is.
    var strings: [String]? {
        guard let texts = elements?.map(\.string), !texts.contains(nil) else { return nil }
        return texts.compactMap(\.self)
    }
}
