import Glibc

/// Why a file of the data folder could not be used: which file, which line, what the system said, and what to do.
public struct JournalError: Error, Hashable, Sendable {
    /// The reason, one case a kind of failure.
    public enum Reason: Hashable, Sendable {
        /// A system call failed with this `errno`; nothing was acknowledged.
        case system(call: String, errno: Int32)
        /// Another program held the lock for too long.
        case locked
        /// A line that cannot be right; the journal is read-only until an administrator acts.
        case damaged(line: Int)
        /// A line of a kind that this program does not know; a newer one wrote it.
        case unknownKind(String, line: Int)
        /// The file says that it has a newer format than this program knows.
        case newerFormat(String)
        /// The file was replaced or shortened while it was open.
        case replaced
        /// The folder holds other things and no `FORMAT` file.
        case notADataFolder
        /// Not a regular file or not readable as what it should be.
        case unreadable
        /// The content is not the one that the file's name, a hash, says.
        case altered
        /// A record that cannot be written: not one JSON object, or a name out of range.
        case malformedRecord
        /// The line would have this many bytes.
        case tooLarge(bytes: Int)
        /// A learner with this login, or this identifier, is there already.
        case learnerExists
    }

    /// The file or folder.
    public let path: String
    public let reason: Reason

    /// A failure from its parts.
    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// The failure of the call that just returned −1.
    static func lastCall(_ call: String, on path: String) -> JournalError {
        JournalError(path, .system(call: call, errno: errno))
    }

    private static let systemNames: [Int32: String] = [
        EIO: "EIO", ENOSPC: "ENOSPC", EDQUOT: "EDQUOT", EFBIG: "EFBIG", EROFS: "EROFS", EACCES: "EACCES",
        EPERM: "EPERM", ENOENT: "ENOENT", ENOTDIR: "ENOTDIR", EISDIR: "EISDIR", EEXIST: "EEXIST", ELOOP: "ELOOP",
        EMFILE: "EMFILE", ENFILE: "ENFILE", ENOMEM: "ENOMEM", EINVAL: "EINVAL", ENAMETOOLONG: "ENAMETOOLONG",
        ENOLCK: "ENOLCK", EPIPE: "EPIPE", EBADF: "EBADF", ENXIO: "ENXIO", ENOTEMPTY: "ENOTEMPTY",
    ]

    /// The line to look at, from 1; `nil` where no line is to blame.
    public var line: Int? {
        switch reason {
        case .damaged(let line), .unknownKind(_, let line): line
        case .system, .locked, .newerFormat, .replaced, .notADataFolder, .unreadable, .altered, .malformedRecord,
            .tooLarge,
            .learnerExists:
            nil
        }
    }

    /// Whether the file can still be read, though not written.
    public var leavesReadOnly: Bool {
        switch reason {
        case .damaged, .unknownKind, .newerFormat: true
        case .system, .locked, .replaced, .notADataFolder, .unreadable, .altered, .malformedRecord, .tooLarge,
            .learnerExists:
            false
        }
    }

    /// Stable, for programs: `EIO`, `ENOSPC` …, or a word of our own.
    public var code: String {
        switch reason {
        case .system(_, let number): JournalError.systemNames[number] ?? "E\(number)"
        case .locked: "locked"
        case .damaged: "damaged"
        case .unknownKind: "unknown-kind"
        case .newerFormat: "newer-format"
        case .replaced: "replaced"
        case .notADataFolder: "not-a-data-folder"
        case .unreadable: "unreadable"
        case .altered: "altered"
        case .malformedRecord: "malformed"
        case .tooLarge: "toolarge"
        case .learnerExists: "learner-exists"
        }
    }
}
