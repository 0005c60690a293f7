internal import Assessment
public import CourseModel
internal import Sequencing

/// How far a learner is with one quiz.
public struct QuizResult: Hashable, Sendable {
    public var id: ActivityID
    /// How many attempts were begun.
    public var attempts: Int
    /// `nil` for no limit.
    public var attemptLimit: Int?
    /// The best finished attempt.
    public var best: Measure?
    /// Whether that passes; `nil` before there is one, or where nothing says what passes.
    public var isPassed: Bool?
}

extension Session {
    /// The quizzes that were begun, in the order of the path.
    public var results: [QuizResult] {
        quizzes.sorted { $0.key < $1.key }.map { place, progress in
            QuizResult(
                id: organization.activities[place].id, attempts: sequencer.tracking(of: place).attemptCount,
                attemptLimit: organization.definition(of: place).limits.attemptLimit, best: progress.best,
                isPassed: progress.best.flatMap { best in mastery(of: place).map { best >= $0 } })
        }
    }
}
