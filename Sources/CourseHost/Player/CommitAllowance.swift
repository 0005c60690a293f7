internal import CourseModel

/// How much one enrolment may commit: four commits a second, eight at once, and four MiB a day.
struct CommitAllowance: Sendable {
    static let interval: Int64 = 250
    static let burst: Int64 = 8
    static let bytesADay = 4 * 1024 * 1024

    private var next = Instant(milliseconds: 0)
    private var day: Int64 = 0
    private var bytes = 0

    /// Takes a commit of so many bytes, or says why not; a refused one takes nothing.
    mutating func take(_ size: Int, at now: Instant) throws(AttemptPasses.Refusal) {
        let start = max(next, now)
        let ahead = start.milliseconds - now.milliseconds
        guard ahead < CommitAllowance.interval * CommitAllowance.burst else {
            throw .tooFast(wait: ahead - CommitAllowance.interval * (CommitAllowance.burst - 1))
        }
        let today = now.milliseconds / 86_400_000
        let before = today == day ? bytes : 0
        guard size <= CommitAllowance.bytesADay - before else { throw .tooMuch }
        (day, bytes) = (today, before + size)
        next = start + CommitAllowance.interval
    }
}
