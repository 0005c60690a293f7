public import CourseModel

extension Quiz {
    /// The part of the quiz's points that `score` is: 0 to 1, to nine decimals, so that sums of tenths meet a
    /// threshold of tenths. `nil` where the quiz has no points to earn.
    public func measure(ofScore score: Double) -> Measure? {
        let part = score / maxScore
        guard part.isFinite else { return nil }
        return Measure((min(1, max(0, part)) * 1e9).rounded() / 1e9)
    }

    /// The part of the quiz's points that these outcomes earned; an item without an outcome earns nothing.
    public func measure(of outcomes: some Sequence<Outcome>) -> Measure? {
        measure(ofScore: outcomes.reduce(0) { $0 + $1.score })
    }

    /// Whether a measure passes; `nil` where the quiz does not say what passes.
    public func isPassed(by measure: Measure) -> Bool? { mastery.map { measure >= $0 } }
}
