import Glibc

/// What a look at every byte of a journal says.
public struct JournalReport: Hashable, Sendable {
    /// How good the file is.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Every byte belongs to a good line.
        case clean
        /// Unusable bytes at the very end only, as a power cut leaves them.
        case torn
        /// Something no power cut explains; the journal is read-only.
        case damaged
    }

    /// Lines that can be used.
    public let records: Int
    /// The number of the last of them; 0 where there is none.
    public let last: Int
    public let status: Status
    /// Bytes at the beginning that are good lines in order.
    public let good: Int
    /// Lines, from 1, that are unusable or out of order; the first ten thousand.
    public let bad: [Int]
    /// What is wrong with each of them.
    public let faults: [JournalFault]

    /// `{"records","last","status","good","bad"}` on one line.
    public var json: String {
        let bad = bad.map(String.init).joined(separator: ",")
        return "{\"records\":\(records),\"last\":\(last),\"status\":\"\(status.rawValue)\",\"good\":\(good),"
            + "\"bad\":[\(bad)]}"
    }

    init(_ scanner: JournalScanner) {
        records = scanner.usable
        last = scanner.lastNumber
        status = scanner.isDamaged ? .damaged : scanner.bad.isEmpty ? .clean : .torn
        good = scanner.chain.bytes
        bad = scanner.bad
        faults = scanner.faults
    }
}

extension Journal {
    /// Looks at every byte of a journal while nobody writes; changes nothing, and holds one line in memory.
    ///
    /// Throws when the file is absent or cannot be read.
    public static func verify(_ path: String, lockPath: String) throws(JournalError) -> JournalReport {
        try verify(path, lockPath: lockPath) { _ in }
    }

    /// The same; `noting` sees each line of the good beginning.
    static func verify(
        _ path: String, lockPath: String, noting: (Span<UInt8>) -> Void
    ) throws(JournalError) -> JournalReport {
        let lock = try JournalLock(reading: lockPath)
        return try verify(path, under: lock, noting: noting)
    }

    static func verify(
        _ path: String, under lock: borrowing JournalLock, noting: (Span<UInt8>) -> Void = { _ in }
    ) throws(JournalError) -> JournalReport {
        guard let file = try OpenFile.reading(path) else {
            throw JournalError(path, .system(call: "open", errno: ENOENT))
        }
        var scanner = JournalScanner()
        try file.read(from: 0) { piece in
            scanner.feed(piece) { _, line in
                noting(line)
                return true
            }
            return true
        }
        scanner.finish { _, _ in true }
        return JournalReport(scanner)
    }
}
