internal import CourseModel

/// Who a learner is: the content of `learner.json`, kept there and nowhere else.
public struct LearnerProfile: Hashable, Sendable {
    /// What `--learner` and the sign-in name; `nil` for the one local learner.
    public var login: String?
    /// How the learner is addressed.
    public var name: String
    public var givenName: String?
    public var familyName: String?
    public var email: String?
    public var organization: String?

    /// A profile from what is known.
    public init(
        login: String?, name: String, givenName: String? = nil, familyName: String? = nil, email: String? = nil,
        organization: String? = nil
    ) {
        self.login = login
        self.name = name
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.organization = organization
    }

    /// The most scalars in a login.
    public static let longestLogin = 128

    /// Whether a login can be told from others and stand in an address: not blank, nothing that would steer a terminal,
    /// not `.` or `..`, and not too long.
    public static func isUsable(login: String) -> Bool {
        login.unicodeScalars.count <= longestLogin && login != "." && login != ".."
            && !login.unicodeScalars.contains(where: \.isCommand) && !login.allSatisfy(\.isWhitespace)
    }

    /// Whether it is the learner that a terminal and an open web share when nobody is named.
    public var isLocal: Bool { login == nil }

    /// One JSON object and a newline; what is unknown is left out.
    var json: [UInt8] {
        let fields = [
            ("login", login), ("name", name), ("givenName", givenName), ("familyName", familyName), ("email", email),
            ("organization", organization),
        ]
        let members = fields.compactMap { key, value in value.map { "\"\(key)\":\(jsonString($0))" } }
        return Array("{\(members.joined(separator: ","))}\n".utf8)
    }

    /// Reads `learner.json`; other members are left to programs that know them.
    init?(json: [UInt8]) {
        guard let object = JSONObject(json), let name = object["name"]?.string else { return nil }
        self.init(
            login: object["login"]?.string, name: name, givenName: object["givenName"]?.string,
            familyName: object["familyName"]?.string, email: object["email"]?.string,
            organization: object["organization"]?.string)
    }
}
