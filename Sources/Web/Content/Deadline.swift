/// What work gives, or `nil` when it takes longer than that; the work itself goes on.
func answered<Value: Sendable>(
    within time: Duration, _ work: @escaping @Sendable () async -> Value
) async -> Value? {
    let (answers, answer) = AsyncStream<Value?>.makeStream()
    Task { answer.yield(await work()) }
    let bell = Task {
        do { try await Task.sleep(for: time) } catch { return }  // the answer came first
        answer.yield(nil)
    }
    defer { bell.cancel() }
    for await first in answers { return first }
    return nil
}
