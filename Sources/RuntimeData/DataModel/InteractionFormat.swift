/// What the correct responses and the learner's response of one type of interaction look like.
struct InteractionFormat: Codable, Hashable, Sendable {
    /// A word of `cmi.interactions.n.type`.
    var type: String
    /// No further pattern is taken.
    var max: Int?
    /// As many patterns must be taken; more may be.
    var spm: Int?
    /// No two patterns may be the same, in any order or in this one.
    var distinct: Distinct?
    var pattern: ResponseFormat
    var response: ResponseFormat

    /// When two patterns count as the same.
    enum Distinct: String, Codable, Hashable, Sendable { case set, sequence }
}

/// The shape of a response: delimiters in front, then one part or a list of parts between `[,]`.
struct ResponseFormat: Codable, Hashable, Sendable {
    /// `case_matters`, `order_matters`.
    var delimiters: [String]?
    /// `nil` for exactly one part.
    var list: List?
    /// Each part is a value …
    var item: ValueFormat?
    /// … or two, between `[.]`.
    var pair: Pair?

    /// How many parts, and whether one may come twice.
    struct List: Codable, Hashable, Sendable {
        var min: Int
        var spm: Int
        var unique: Bool?
    }

    /// `source[.]target`.
    struct Pair: Codable, Hashable, Sendable {
        var source: ValueFormat
        var target: ValueFormat
        /// Both may be empty, but not together.
        var oneSideAtLeast: Bool?
    }
}
