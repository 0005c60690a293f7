public import CourseModel
public import RuntimeData

/// What content wrote elsewhere, in a browser, since its last commit. Nothing in it is believed before it is checked.
///
/// In JSON `{"activity","attempt","writes":[["cmi.location","3"],…],"ends":true}`.
public struct ContentCommit: Hashable, Sendable, Codable {
    public var activity: ActivityID
    /// The attempt it belongs to, as `ContentState` named it.
    public var attempt: Int
    /// In the order of the SetValue calls.
    public var writes: [CMI.Write]
    /// The content has terminated, or was taken away.
    public var ends: Bool

    /// A commit from its parts.
    public init(activity: ActivityID, attempt: Int, writes: [CMI.Write], ends: Bool) {
        (self.activity, self.attempt, self.writes, self.ends) = (activity, attempt, writes, ends)
    }

    /// What came of it.
    public struct Verdict: Hashable, Sendable {
        /// To be kept before the content hears "true".
        public var events: [Event] = []
        /// What the table refuses; the rest stands.
        public var refused: [Refused] = []
        /// Where the content wants to go, now that it has terminated.
        public var request: Navigation?

        /// Nothing came of it yet.
        public init() {}
    }

    /// A write that the edition's table refuses.
    public struct Refused: Hashable, Sendable, Codable {
        /// Its place among the writes, from 0.
        public var place: Int
        public var element: String
        /// What GetLastError would have answered.
        public var code: Int
        /// What GetDiagnostic would have answered: the element, what was given, what is expected.
        public var reason: String
    }
}
