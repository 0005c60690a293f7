public import CourseModel

/// Everything that is kept of one learner, as that person gets it.
public struct Dossier: Sendable {
    /// A course that was begun.
    public struct Course: Hashable, Sendable {
        public var record: CompletionRecord
        public var activities: [Activity]
        /// In the order in which they were given.
        public var answers: [Answer]

        /// A course from its parts.
        public init(record: CompletionRecord, activities: [Activity], answers: [Answer]) {
            (self.record, self.activities, self.answers) = (record, activities, answers)
        }
    }

    /// An activity that was attempted.
    public struct Activity: Hashable, Sendable {
        public var title: String
        public var status: String
        public var attempts: Int
        public var lastSeen: Instant?

        /// An activity from its parts.
        public init(title: String, status: String, attempts: Int, lastSeen: Instant?) {
            (self.title, self.status, self.attempts, self.lastSeen) = (title, status, attempts, lastSeen)
        }
    }

    /// An answer as it was given.
    public struct Answer: Hashable, Sendable {
        public var date: Instant
        public var question: String
        /// What was chosen or typed, in words.
        public var response: String
        /// Points; `nil` where content of others only said right or wrong.
        public var score: Double?

        /// An answer from its parts.
        public init(date: Instant, question: String, response: String, score: Double?) {
            (self.date, self.question, self.response, self.score) = (date, question, response, score)
        }
    }

    public var id: String
    /// What is known of the person, by name of the field.
    public var profile: [(name: Sentence, value: String)]
    public var courses: [Course]

    /// A dossier from its parts.
    public init(id: String, profile: [(name: Sentence, value: String)], courses: [Course]) {
        (self.id, self.profile, self.courses) = (id, profile, courses)
    }
}
