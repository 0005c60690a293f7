public import CourseModel

/// What an API object needs to serve the content that is delivered, as plain values to embed in its page.
///
/// With the edition's table of `Scorm/` it is enough to answer every call until the next commit.
public struct ContentState: Hashable, Sendable, Encodable {
    public var activity: ActivityID
    /// From 1.
    public var attempt: Int
    /// Whose table holds.
    public var edition: Edition
    /// Values beyond the smallest permitted maximum are refused.
    public var strict: Bool
    /// What GetValue answers now, by the element's name; where nothing is said, the table's default.
    public var values: [String: String]
    /// How many records each collection holds, by its name: `cmi.objectives`; empty ones are left out.
    public var counts: [String: Int]
    /// What the content may do with each record of `adl.data`.
    public var dataStores: [DataStore]
    public var navigation: Navigable

    /// The flags of one data store.
    public struct DataStore: Hashable, Sendable, Encodable {
        public var read: Bool
        public var write: Bool
    }

    /// `adl.nav.request_valid` at launch: what is not listed is not valid.
    public struct Navigable: Hashable, Sendable, Encodable {
        public var `continue`: Bool
        public var previous: Bool
        public var choice: [ActivityID]
        public var jump: [ActivityID]
    }
}
