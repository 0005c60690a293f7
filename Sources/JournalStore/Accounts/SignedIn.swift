public import CourseModel

/// A session of somebody who signed in, as the server keeps it: the bearer has a token, the server its hash.
public struct SignedIn: Hashable, Sendable {
    /// SHA-256 of the token, 64 hexadecimal digits.
    public let hash: String
    public let learner: LearnerID
    public let since: Instant
    /// When the session was last used, to within a few minutes.
    public var seen: Instant

    /// A session from its parts.
    public init(hash: String, learner: LearnerID, since: Instant, seen: Instant) {
        self.hash = hash
        self.learner = learner
        self.since = since
        self.seen = seen
    }

    /// One line of `sessions.jsonl`, without its newline.
    var json: String {
        "{\"hash\":\(jsonString(hash)),\"id\":\(jsonString(learner.text)),\"since\":\(jsonString("\(since)")),"
            + "\"seen\":\(jsonString("\(seen)"))}"
    }

    init?(json: JSONObject) {
        guard let hash = json["hash"]?.string, let learner = json["id"]?.string.flatMap({ LearnerID($0) }),
            let since = json["since"]?.string.flatMap({ Instant($0) }),
            let seen = json["seen"]?.string.flatMap({ Instant($0) })
        else { return nil }
        self.init(hash: hash, learner: learner, since: since, seen: seen)
    }
}
