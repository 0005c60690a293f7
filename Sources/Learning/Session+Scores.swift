internal import Assessment
internal import CourseModel

extension Session {
    /// Points of the best finished attempts at all native quizzes, and what they could be; `nil` before the first.
    public var bestScore: (raw: Double, max: Double)? {
        var sum = (raw: 0.0, max: 0.0)
        for (place, progress) in quizzes.sorted(by: { $0.key < $1.key }) {
            guard let best = progress.best, let quiz = quiz(at: place) else { continue }
            sum.raw += best.value * quiz.maxScore
            sum.max += quiz.maxScore
        }
        return sum.max > 0 ? sum : nil
    }

    /// Every leaf is a lesson or quiz of ours: nothing in the record was merely declared by foreign content.
    public var isScoredHere: Bool {
        organization.activities.allSatisfy { activity in
            if case .web = activity.content { return false }
            return true
        }
    }
}
