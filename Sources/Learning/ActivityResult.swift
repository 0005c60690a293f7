internal import Assessment
public import CourseModel
internal import Sequencing

/// How a learner fared in one quiz, or in one activity whose content reports of itself.
public struct ActivityResult: Hashable, Sendable {
    public var id: ActivityID
    /// How many attempts were begun.
    public var attempts: Int
    /// `nil` for no limit.
    public var attemptLimit: Int?
    /// Of a quiz, that of the best finished attempt; of other content, what it reported.
    public var score: Measure?
    public var status: OutlineEntry.Status
    /// Whether the content said so itself, and nobody here scored it.
    public var isDeclared: Bool
}

extension Session {
    /// What was begun of quizzes and foreign activities, in the order of the path.
    public var results: [ActivityResult] {
        organization.activities.indices.compactMap { place in
            if let progress = quizzes[place] { return result(of: progress, at: place) }
            guard case .web = content(of: place), sequencer.tracking(of: place).attemptCount > 0 else { return nil }
            return result(at: place, score: sequencer.standing(of: place).measure, status(of: place), isDeclared: true)
        }
    }

    private func result(of quiz: QuizProgress, at place: Int) -> ActivityResult {
        let isPassed = quiz.best.flatMap { best in mastery(of: place).map { best >= $0 } }
        let status: OutlineEntry.Status =
            quiz.best == nil ? .inProgress : isPassed.map { $0 ? .passed : .failed } ?? .completed
        return result(at: place, score: quiz.best, status, isDeclared: false)
    }

    private func result(
        at place: Int, score: Measure?, _ status: OutlineEntry.Status, isDeclared: Bool
    ) -> ActivityResult {
        ActivityResult(
            id: organization.activities[place].id, attempts: sequencer.tracking(of: place).attemptCount,
            attemptLimit: organization.definition(of: place).limits.attemptLimit, score: score, status: status,
            isDeclared: isDeclared)
    }
}
