internal import Dispatch

/// Hashes passwords away from the server's threads: two at once, at most 64 waiting, the rest refused at once.
actor HashingQueue {
    static let atOnce = 2
    static let mostWaiting = 64

    private let queue = DispatchQueue(label: "passwords", attributes: .concurrent)
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// The result of some work, when its turn comes; `nil` when too many are waiting.
    func result<Result: Sendable>(of work: @escaping @Sendable () -> Result) async -> Result? {
        if running >= Self.atOnce {
            guard waiting.count < Self.mostWaiting else { return nil }
            await withCheckedContinuation { waiting.append($0) }
        } else {
            running += 1
        }
        let result = await withCheckedContinuation { done in queue.async { done.resume(returning: work()) } }
        if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
        return result
    }
}
