import Glibc

/// An open file or folder, closed when it goes out of scope; every failed call becomes a `JournalError`.
struct OpenFile: ~Copyable, Sendable {
    let path: String
    let descriptor: CInt

    /// Opens without following a link in the last place; new files are for their owner alone.
    init(_ path: String, _ flags: CInt) throws(JournalError) {
        let descriptor = retrying { open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600) }
        guard descriptor >= 0 else { throw .lastCall("open", on: path) }
        self.path = path
        self.descriptor = descriptor
    }

    /// Opens a file that may be absent.
    static func ifPresent(_ path: String, _ flags: CInt) throws(JournalError) -> OpenFile? {
        do {
            return try OpenFile(path, flags)
        } catch {
            guard error.reason == .system(call: "open", errno: ENOENT) else { throw error }
            return nil
        }
    }

    /// Opens a regular file for reading; a pipe or device is refused, not waited for.
    static func reading(_ path: String) throws(JournalError) -> OpenFile? {
        guard let file = try OpenFile.ifPresent(path, O_RDONLY | O_NONBLOCK) else { return nil }
        guard try file.status().isRegular else { throw JournalError(path, .unreadable) }
        return file
    }

    deinit { close(descriptor) }

    /// What the system says about the file.
    func status() throws(JournalError) -> FileStatus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .lastCall("fstat", on: path) }
        return FileStatus(status)
    }

    /// Waits for an advisory lock, which goes with the descriptor: asks again after naps of a fifth of a millisecond up to
    /// five. `patience` is in milliseconds; `locked` when it is over.
    func lock(_ mode: CInt, patience: Int) throws(JournalError) {
        var (waited, nap) = (0, 200)
        while retrying({ flock(descriptor, mode | LOCK_NB) }) != 0 {
            guard errno == EWOULDBLOCK else { throw .lastCall("flock", on: path) }
            guard waited < patience * 1000 else { throw JournalError(path, .locked) }
            usleep(UInt32(nap))
            waited += nap
            nap = min(nap * 3 / 2, 5000)
        }
    }

    /// Hands over the bytes from `offset` on, a piece at a time; returning `false` ends it. Where no more than `expected`
    /// bytes are wanted, no more memory is taken.
    func read(
        from offset: Int, expecting expected: Int = .max, _ body: (Span<UInt8>) throws(JournalError) -> Bool
    ) throws(JournalError) {
        let remaining = min(expected, max(0, try status().size - offset))
        var buffer = [UInt8](repeating: 0, count: min(remaining, 262_143) + 1)
        var position = offset
        while true {
            let count = buffer.withUnsafeMutableBytes { buffer in
                retrying { pread(descriptor, buffer.baseAddress, buffer.count, position) }
            }
            guard count >= 0 else { throw .lastCall("read", on: path) }
            guard count > 0, try body(buffer.span.extracting(0..<count)) else { return }
            position += count
        }
    }

    /// Writes all the bytes where the file stands; more than one call only when the system takes fewer.
    func write(_ bytes: Span<UInt8>) throws(JournalError) { try OpenFile.write(bytes, to: descriptor, path) }

    /// The same by the descriptor, where the file itself cannot be borrowed.
    static func write(_ bytes: Span<UInt8>, to descriptor: CInt, _ path: String) throws(JournalError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.extracting(start..<bytes.count).withUnsafeBufferPointer { rest in
                retrying { Glibc.write(descriptor, rest.baseAddress, rest.count) }
            }
            guard count > 0 else { throw .lastCall("write", on: path) }
            start += count
        }
    }

    /// Puts the data on disk. After a failure it must not be tried again: the system may have dropped the bytes.
    func syncData() throws(JournalError) {
        guard fdatasync(descriptor) == 0 else { throw .lastCall("fdatasync", on: path) }
    }

    /// Puts data and names on disk.
    func sync() throws(JournalError) {
        guard fsync(descriptor) == 0 else { throw .lastCall("fsync", on: path) }
    }

    /// Cuts the file to this many bytes.
    func cut(to bytes: Int) throws(JournalError) {
        guard retrying({ ftruncate(descriptor, bytes) }) == 0 else { throw .lastCall("ftruncate", on: path) }
    }
}

/// What the system says about a file: which one it is, how long, what type.
struct FileStatus {
    /// Device and number; another file at the same path has another one.
    struct Identity: Hashable, Sendable {
        let device: UInt64
        let number: UInt64
    }

    let identity: Identity
    let size: Int
    let isRegular: Bool
    let isFolder: Bool

    init(_ status: stat) {
        identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        size = Int(status.st_size)
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isFolder = status.st_mode & S_IFMT == S_IFDIR
    }

    /// What is at the path, a link itself rather than what it names; `nil` when nothing is.
    init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// Repeats a call that a signal interrupted.
func retrying<Result: FixedWidthInteger & SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
