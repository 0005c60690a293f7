public import CourseModel

/// What a learner answers, before it is known to fit the question: option names (`B`), or one typed text.
public struct Response: Hashable, Codable, Sendable {
    /// Option names in any order, or exactly one text.
    public var values: [String]

    /// A response from its values.
    public init(_ values: [String]) { self.values = values }
}

/// What an answer earned.
public struct Outcome: Hashable, Sendable {
    /// From 0 to `max`.
    public var score: Double
    public var max: Double
    /// What to tell the learner, as authored: of each chosen option, or of the typical error met.
    public var feedback: [Block]

    /// All points earned.
    public var isCorrect: Bool { score >= max }

    /// An outcome from its parts.
    public init(score: Double, max: Double, feedback: [Block]) {
        self.score = score
        self.max = max
        self.feedback = feedback
    }
}

/// Why a response cannot be graded; nothing is journaled then.
public enum ResponseError: Error, Hashable, Sendable {
    /// No option was chosen, or no text was typed.
    case empty
    /// The question has no such option.
    case noSuchOption(String)
    /// Only one option may be chosen.
    case onlyOneOption
    /// The text is no number.
    case notANumber(String)
}
