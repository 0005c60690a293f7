import Glibc

/// The history of one enrolment in a file that several programs may write to.
///
/// It holds no open file: each act opens, locks, catches up, closes. What was acknowledged is on disk.
public struct Journal: Sendable {
    public let path: String
    /// The file whose lock orders all writers; one a learner in a data folder.
    public let lockPath: String
    /// Whose journal it is; `nil` for a file by itself, which knows no blobs and no other journals.
    public let enrolment: Enrolment?

    /// Why nothing may be written, found by the last reading; `nil` when all is well.
    public internal(set) var obstacle: JournalError?
    /// What was set aside since this value was made.
    public internal(set) var tornTails: [TornTail] = []

    var chain = JournalChain()
    var numbers: [JournalRequest: Int] = [:]
    /// After an I/O error this value is of no further use; the journal must be opened anew.
    var failure: JournalError?
    /// All lines known here are on disk for sure, not only in the memory of the system.
    var isSynced = false
    /// The file's name is on disk for sure.
    var isFolderSynced = false
    private var identity: FileStatus.Identity?
    /// The hash of the line that a snapshot knows, as the file has it.
    private var hashOfKnown: JournalHash?

    /// Touches no file yet; a journal that is absent is empty.
    public init(path: String, lockPath: String) { self.init(path: path, lockPath: lockPath, enrolment: nil) }

    init(path: String, lockPath: String, enrolment: Enrolment?) {
        (self.path, self.lockPath, self.enrolment) = (path, lockPath, enrolment)
    }

    /// The same journal, nothing read yet.
    public var anew: Journal {
        var journal = Journal(path: path, lockPath: lockPath, enrolment: enrolment)
        journal.tornTails = tornTails
        return journal
    }

    /// An I/O error, or a file that was replaced, has put an end to this value; the journal must be opened anew.
    public var isSpent: Bool { failure != nil }

    /// The number of the last line that was read or written; 0 before the first.
    public var lastNumber: Int { chain.number }

    /// The hash of the last line that was read or written.
    public var lastHash: JournalHash { chain.hash }

    /// Whether a file of this size holds nothing that was not read.
    public func isWhole(ofBytes size: Int?) -> Bool { size == chain.bytes }

    /// Reads the lines that came since the last reading, those of other programs too.
    ///
    /// It stops before a damaged line or one of an unknown kind, and `obstacle` then says why. A torn end is left
    /// alone: the next append sets it aside.
    public mutating func read() throws(JournalError) -> [JournalLine] {
        if let failure { throw failure }
        return try read(under: JournalLock(reading: lockPath))
    }

    /// The same under a lock that one holds already.
    public mutating func read(under lock: borrowing JournalLock) throws(JournalError) -> [JournalLine] {
        if let failure { throw failure }
        guard let file = try OpenFile.reading(path) else {
            if chain.number > 0 { throw replaced() }
            return []
        }
        return try catchUp(on: file, file.status()).lines
    }

    /// Reads only what came after a line that a snapshot knows. The lines before it are verified and not handed over.
    ///
    /// `nil` when the journal has no such line; nothing counts as read then.
    public mutating func read(after number: Int, _ hash: JournalHash) throws(JournalError) -> [JournalLine]? {
        let lock = try JournalLock(reading: lockPath)
        guard let file = try OpenFile.reading(path) else { return nil }
        var journal = anew
        let lines = try journal.catchUp(on: file, file.status(), known: number).lines
        _ = consume lock
        guard journal.hashOfKnown == hash else { return nil }
        self = journal
        return lines
    }

    /// Reads what stands after the last line read, and whether bytes are left that are no line; the lines up to `known`
    /// are verified only.
    mutating func catchUp(
        on file: borrowing OpenFile, _ status: FileStatus, known: Int = 0
    ) throws(JournalError) -> (lines: [JournalLine], isTorn: Bool) {
        guard status.isRegular else { throw JournalError(path, .unreadable) }
        guard identity == nil || identity == status.identity, status.size >= chain.bytes else {
            throw replaced()
        }
        identity = status.identity
        obstacle = nil
        guard status.size > chain.bytes else { return ([], false) }

        var scanner = JournalScanner(after: chain)
        var collector = LineCollector(known: known)
        try file.read(from: chain.bytes) { piece in
            scanner.feed(piece) { collector.take($0, $1) }
            return !scanner.isHalted
        }
        scanner.finish { collector.take($0, $1) }
        for (request, number) in collector.requests where numbers[request] == nil { numbers[request] = number }
        if scanner.chain != chain { isSynced = false }
        (chain, hashOfKnown) = (scanner.chain, collector.hash)
        let reason = collector.obstacle ?? (scanner.isDamaged ? scanner.firstBad : nil).map { .damaged(line: $0) }
        obstacle = reason.map { JournalError(path, $0) }
        return (collector.lines, obstacle == nil && scanner.firstBad != nil)
    }

    /// The file is not the one that was read; this value is done.
    mutating func replaced() -> JournalError {
        let error = JournalError(path, .replaced)
        failure = error
        return error
    }

    /// The file that an append has just made.
    mutating func recognize(_ identity: FileStatus.Identity) { self.identity = identity }
}

extension Journal {
    /// The number of the format, as the `open` event may state it in `d.format`.
    public static let format = 1
}
