internal import Dispatch

/// A thread on which actors wait for the disk, so that the threads that serve requests never do.
final class DiskLane: SerialExecutor {
    private let queue: DispatchQueue

    /// A class, because an executor is one by its protocol; it holds no state but its queue.
    init(_ number: Int) { queue = DispatchQueue(label: "parcours.disk.\(number)") }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let lane = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: lane) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// So many waits for the disk go on at once.
    static let all = (0..<16).map { DiskLane($0) }
}
