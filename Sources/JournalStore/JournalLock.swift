import Glibc

/// The right to write to the journals of one learner, or to read them while nobody writes; given back when it goes
/// out of scope.
public struct JournalLock: ~Copyable, Sendable {
    /// How long one waits for it, in milliseconds, before `JournalError.Reason.locked`.
    public static let patience = 10_000

    /// `nil` where reading needs no lock: nobody has ever written here, or nobody may.
    let file: KeptFile?

    /// Waits until nobody else writes or reads.
    public init(writing path: String, patience: Int = JournalLock.patience) throws(JournalError) {
        try self.init(writing: path, patience: patience, on: nil)
    }

    /// The same on a file that is open already, if it is still the one at the path.
    init(writing path: String, patience: Int, on kept: KeptFile?) throws(JournalError) {
        if let kept {
            try kept.file.lock(LOCK_EX, patience: patience)
            if kept.isInPlace {
                file = kept
                return
            }
        }
        file = try JournalLock.locked(path, patience: patience)
    }

    /// The file may stay open for the next who takes it; the lock does not.
    deinit { if let file { flock(file.file.descriptor, LOCK_UN) } }

    /// Waits until nobody writes; makes no file.
    public init(reading path: String, patience: Int = JournalLock.patience) throws(JournalError) {
        guard let file = try OpenFile.reading(path) else {
            self.file = nil
            return
        }
        try file.lock(LOCK_SH, patience: patience)
        self.file = try KeptFile(file)
    }

    /// Waits for the right to make learners: a lock on their common folder.
    init(folder path: String) throws(JournalError) {
        let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        try folder.lock(LOCK_EX, patience: JournalLock.patience)
        file = try KeptFile(folder)
    }

    /// The file may be removed, with its learner, while one waits: then the lock is on nothing, and one begins again.
    private static func locked(_ path: String, patience: Int) throws(JournalError) -> KeptFile {
        for _ in 0..<100 {
            let kept = try KeptFile(OpenFile(path, O_RDWR | O_CREAT))
            try kept.file.lock(LOCK_EX, patience: patience)
            if kept.isInPlace { return kept }
        }
        throw JournalError(path, .locked)
    }
}
