internal import CourseModel
internal import RecordIndex
internal import Records

extension GroupReport {
    /// Why a trainer may want to look after somebody.
    public enum Trouble: Hashable, Sendable {
        /// An activity was tried this often, and is not passed.
        case failed(activity: String, attempts: Int)
        /// The course was begun and left; days since.
        case away(days: Int)
        /// Foreign content says that it is done, after so little time that somebody should ask; seconds of work.
        case hasty(seconds: Int64)
    }
}

extension GroupReport.Trouble {
    /// Two weeks without a visit.
    private static let away: Int64 = 14 * 86_400_000
    /// Tries of one activity, not passed, that call for help.
    private static let manyAttempts = 2
    /// Foreign content that is done in less time for each unit was hardly looked at; seconds.
    private static let leastTime: Int64 = 10

    /// What is the matter with one learner in one course, if anything.
    init?(in record: CompletionRecord, _ activities: [IndexedEnrolment.Activity], at now: Instant) {
        guard record.completion != "completed" else {
            let seconds = record.durationSeconds
            guard record.isDeclared, seconds < Self.leastTime * Int64(record.unitsDone) else { return nil }
            self = .hasty(seconds: seconds)
            return
        }
        let hard = activities.filter { $0.attempts >= Self.manyAttempts && $0.status == "failed" }
            .max { $0.attempts < $1.attempts }
        if let hard {
            self = .failed(activity: hard.title, attempts: hard.attempts)
        } else if let last = record.lastAccess, now.milliseconds - last.milliseconds >= Self.away {
            self = .away(days: Int((now.milliseconds - last.milliseconds) / 86_400_000))
        } else {
            return nil
        }
    }
}
