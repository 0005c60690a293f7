public import CourseModel

/// A quiz: items and how they are passed (QTI assessment test).
public struct Quiz: Hashable, Sendable {
    public var title: String
    /// The part of the points that passes; `nil` where the quiz does not say.
    public var mastery: Measure?
    /// How often it may be taken; `nil` for no limit.
    public var attempts: Int?
    /// Never empty; in document order.
    public var items: [Item]

    /// A quiz from its parts.
    public init(title: String, mastery: Measure? = nil, attempts: Int? = nil, items: [Item]) {
        self.title = title
        self.mastery = mastery
        self.attempts = attempts
        self.items = items
    }

    /// The sum of the points of all items.
    public var maxScore: Double { items.reduce(0) { $0 + $1.points } }
}

/// One question (QTI assessment item).
public struct Item: Hashable, Sendable {
    /// `m1-q1`; unique in its quiz.
    public var id: String
    /// The objective it checks, as written: `O1.3`.
    public var objective: String?
    /// What a full answer is worth.
    public var points: Double
    /// The question.
    public var prompt: [Block]
    public var interaction: Interaction
    /// Shown after any answer, whatever it was.
    public var generalFeedback: [Block]

    /// An item from its parts.
    public init(
        id: String, objective: String? = nil, points: Double = 1, prompt: [Block], interaction: Interaction,
        generalFeedback: [Block] = []
    ) {
        self.id = id
        self.objective = objective
        self.points = points
        self.prompt = prompt
        self.interaction = interaction
        self.generalFeedback = generalFeedback
    }
}

/// How a question is answered; one case a kind, and no `default` where one is handled.
public enum Interaction: Hashable, Sendable {
    /// One option is right (`cardinality: single`) or several are.
    case choice(Choice)
    /// A short text (QTI text entry).
    case textEntry(TextEntry)
    /// A number with a tolerance (QTI text entry, float).
    case numericEntry(NumericEntry)
}

/// The options of a choice; an option is named by its place: `A`, `B` …
public struct Choice: Hashable, Sendable {
    /// One option of a choice.
    public struct Option: Hashable, Sendable {
        /// `A`, `B` … in document order.
        public var id: String
        public var text: [Inline]
        public var isCorrect: Bool
        public var feedback: [Block]

        /// An option from its parts.
        public init(id: String, text: [Inline], isCorrect: Bool, feedback: [Block] = []) {
            self.id = id
            self.text = text
            self.isCorrect = isCorrect
            self.feedback = feedback
        }
    }

    /// Several options may be chosen; else exactly one.
    public var isMultiple: Bool
    public var options: [Option]

    /// A choice from its parts.
    public init(isMultiple: Bool, options: [Option]) {
        self.isMultiple = isMultiple
        self.options = options
    }
}

/// A short text and what is accepted; case, accents' composition, blanks and points between letters and digits do
/// not matter.
public struct TextEntry: Hashable, Sendable {
    /// The first is the one to show as the right answer.
    public var accepted: [String]
    public var typicalErrors: [TypicalError<String>]

    /// A text entry from its parts.
    public init(accepted: [String], typicalErrors: [TypicalError<String>] = []) {
        self.accepted = accepted
        self.typicalErrors = typicalErrors
    }
}

/// A number, right within a tolerance.
public struct NumericEntry: Hashable, Sendable {
    public var value: Double
    /// 0 or more.
    public var tolerance: Double
    public var typicalErrors: [TypicalError<Double>]

    /// A numeric entry from its parts.
    public init(value: Double, tolerance: Double, typicalErrors: [TypicalError<Double>] = []) {
        self.value = value
        self.tolerance = tolerance
        self.typicalErrors = typicalErrors
    }
}

/// Wrong answers that many give, and what to tell them.
public struct TypicalError<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Empty: any other wrong answer.
    public var values: [Value]
    public var feedback: [Block]

    /// Holds for every wrong answer that no other typical error names.
    public var meansAnyOther: Bool { values.isEmpty }

    /// An error from its parts.
    public init(values: [Value], feedback: [Block]) {
        self.values = values
        self.feedback = feedback
    }
}
