public import CourseModel

extension Journal {
    /// Locks, catches up, decides, writes one line, puts it on disk, unlocks, and only then answers; see `begin`, `add`
    /// and `settle`. Throws a `JournalError` when nothing could be acknowledged.
    public mutating func append(
        _ request: JournalRequest, at clock: @Sendable () -> Instant, keeping journals: OpenJournals? = nil,
        catchingUp: ([JournalLine]) -> Void = { _ in }, deciding: () throws -> [JournalEvent]
    ) throws -> Acknowledgement {
        var writing = try begin(keeping: journals, catchingUp: catchingUp)
        let answer = try add(request, to: &writing, at: clock, deciding: deciding)
        do {
            try writing.sync()
        } catch {
            settle(writing, error)
            throw error
        }
        settle(writing)
        return answer
    }
}
