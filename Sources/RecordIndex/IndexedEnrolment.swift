public import CourseModel
public import Records

/// What the index keeps of one enrolment; whose it is, only the learner's identifier says.
public struct IndexedEnrolment: Hashable, Sendable {
    /// Which enrolment: the learner, and the course's folder under the learner's.
    public struct Key: Hashable, Sendable {
        public let learner: String
        public let folder: String

        /// A key from its parts.
        public init(learner: String, folder: String) { (self.learner, self.folder) = (learner, folder) }
    }

    /// The journal when it was read: its last line, and the file from outside.
    public struct Position: Hashable, Sendable {
        /// `n` and `h` of the last line.
        public var line: Int
        public var hash: String
        public var bytes: Int
        /// Nanoseconds since 1970.
        public var modified: Int64

        /// A position from its parts.
        public init(line: Int, hash: String, bytes: Int, modified: Int64) {
            (self.line, self.hash, self.bytes, self.modified) = (line, hash, bytes, modified)
        }
    }

    /// An activity that was attempted.
    public struct Activity: Hashable, Sendable {
        public var id: String
        public var title: String
        /// `inProgress`, `completed`, `passed`, `failed`.
        public var status: String
        public var attempts: Int
        public var lastSeen: Instant?

        /// An activity from its parts.
        public init(id: String, title: String, status: String, attempts: Int, lastSeen: Instant?) {
            (self.id, self.title, self.status) = (id, title, status)
            (self.attempts, self.lastSeen) = (attempts, lastSeen)
        }
    }

    /// A question and how its answers fared, over all attempts.
    public struct Question: Hashable, Sendable {
        public var activity: String
        public var item: String
        public var attempts: Int
        public var right: Int
        /// Answers that were not wholly right.
        public var wrong: Int

        /// A question from its parts.
        public init(activity: String, item: String, attempts: Int, right: Int, wrong: Int) {
            (self.activity, self.item) = (activity, item)
            (self.attempts, self.right, self.wrong) = (attempts, right, wrong)
        }
    }

    public var key: Key
    public var position: Position
    /// The completion record with the names left empty.
    public var record: CompletionRecord
    /// The identifier of the activity before the learner; `nil` when there is none.
    public var current: String?

    /// What is kept, from its parts.
    public init(key: Key, position: Position, record: CompletionRecord, current: String?) {
        (self.key, self.position, self.record, self.current) = (key, position, record, current)
    }
}
