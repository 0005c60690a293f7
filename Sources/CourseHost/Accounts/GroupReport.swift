public import CourseModel

/// How a group fares: who is where, who is stuck, which questions fail. The figures are those of `records`.
public struct GroupReport: Hashable, Sendable {
    /// One learner in one course.
    public struct Learner: Hashable, Sendable {
        public var name: String
        public var unitsDone: Int
        public var unitsTotal: Int
        /// The title of the activity before the learner.
        public var current: String?
        public var lastAccess: Instant?
        /// `completed`, `incomplete`, `not attempted`.
        public var completion: String
        /// 0 to 1.
        public var score: Double?
        /// Whether foreign content had a part in what is said here of completion and score.
        public var isDeclared: Bool
        public var trouble: Trouble?
    }

    /// One activity over all learners of the group.
    public struct Activity: Hashable, Sendable {
        public var title: String
        /// Learners who are there now, who have finished it, who have failed it.
        public var here: Int
        public var done: Int
        public var failed: Int
    }

    /// One question over all learners of the group.
    public struct Question: Hashable, Sendable {
        /// What is asked, as plain text; the identifier where the course no longer has it.
        public var prompt: String
        public var attempts: Int
        /// The part of the answers that were right, 0 to 1.
        public var rightPart: Double
    }

    /// One course.
    public struct Course: Hashable, Sendable {
        public var title: String
        public var learners: [Learner]
        public var activities: [Activity]
        /// The most often missed first.
        public var questions: [Question]
    }

    public var courses: [Course]
    public var members: Int
    /// Names of those who have begun no course.
    public var notBegun: [String]
}
