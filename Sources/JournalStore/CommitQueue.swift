import CDisk
import Dispatch
import Glibc
import Synchronization

/// Puts the lines of many journals on disk together: those who come while one sync runs share the next. To wait for more
/// before a sync was measured, and gains nothing.
///
/// A class because all writers of a process share one; its only state is behind a mutex.
public final class CommitQueue: Sendable {
    /// A file with lines that wait for their sync; open as long as its writer waits.
    struct File: Sendable {
        let path: String
        let descriptor: Int32
        let device: UInt64
        let folderIsDue: Bool

        /// A sync for this file alone; `nil` when it succeeded.
        func sync() -> JournalError.Reason? {
            guard fdatasync(descriptor) == 0 else { return .system(call: "fdatasync", errno: errno) }
            guard folderIsDue else { return nil }
            do {
                try Folder.sync(Folder.parent(of: path))
                return nil
            } catch {
                return error.reason
            }
        }

        /// Data and names of everything on its device. Each file that waits was opened before its bytes were written, so
        /// that no failure of theirs is missed.
        func syncDevice() -> JournalError.Reason? {
            syncfs(descriptor) == 0 ? nil : .system(call: "syncfs", errno: errno)
        }
    }

    private struct Waiting {
        let file: File
        let answer: @Sendable (JournalError.Reason?) -> Void
    }

    /// What came of a sync, for the thread that waits; a class because the queue fills it in.
    private final class Answer: Sendable {
        let reason = Mutex<JournalError.Reason?>(nil)
    }

    private struct State {
        var waiting: [Waiting] = []
        var isRunning = false
    }

    /// What its writers hold open between their lines.
    public let journals = OpenJournals()
    private let state = Mutex(State())
    private let disk = DispatchQueue(label: "parcours.commit", qos: .userInitiated)

    /// Nobody waits yet.
    public init() {}

    /// Waits until the file is on disk, or cannot be.
    func sync(_ file: File) async throws(JournalError) {
        let reason = await withCheckedContinuation { answer in add(file) { answer.resume(returning: $0) } }
        if let reason { throw JournalError(file.path, reason) }
    }

    /// The same on a thread that may wait.
    func wait(for file: File) throws(JournalError) {
        let done = DispatchSemaphore(value: 0)
        let answer = Answer()
        add(file) { reason in
            answer.reason.withLock { $0 = reason }
            done.signal()
        }
        done.wait()
        if let reason = answer.reason.withLock({ $0 }) { throw JournalError(file.path, reason) }
    }

    private func add(_ file: File, answer: @escaping @Sendable (JournalError.Reason?) -> Void) {
        let isFirst = state.withLock { state in
            state.waiting.append(Waiting(file: file, answer: answer))
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if isFirst { disk.async { self.run() } }
    }

    /// Syncs until nobody waits any more.
    private func run() {
        while true {
            let batch = state.withLock { state in
                defer { state.waiting = [] }
                state.isRunning = !state.waiting.isEmpty
                return state.waiting
            }
            guard !batch.isEmpty else { return }
            for (_, files) in Dictionary(grouping: batch, by: \.file.device) { CommitQueue.settle(files) }
        }
    }

    /// One sync for files of one device; all are told what came of it.
    private static func settle(_ batch: [Waiting]) {
        let reason = batch.count == 1 ? batch[0].file.sync() : batch[0].file.syncDevice()
        for waiting in batch { waiting.answer(reason) }
    }
}

extension Folder {
    /// Puts everything that was written to the device of a folder on disk, in one call.
    static func syncDevice(of path: String) throws(JournalError) {
        let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        guard syncfs(folder.descriptor) == 0 else { throw .lastCall("syncfs", on: path) }
    }
}
