import Glibc

/// The history of one enrolment in a file that several programs may write to.
///
/// It holds no open file: each act opens, locks, catches up, closes. What was acknowledged is on disk.
public struct Journal: Sendable {
    public let path: String
    /// The file whose lock orders all writers; one a learner in a data folder.
    public let lockPath: String

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

    /// Touches no file yet; a journal that is absent is empty.
    public init(path: String, lockPath: String) {
        self.path = path
        self.lockPath = lockPath
    }

    /// The number of the last line that was read or written; 0 before the first.
    public var lastNumber: Int { chain.number }

    /// The hash of the last line that was read or written.
    public var lastHash: JournalHash { chain.hash }

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
            if chain.number > 0 { throw JournalError(path, .replaced) }
            return []
        }
        return try catchUp(on: file).lines
    }

    /// Reads what stands after the last known line, and whether bytes are left that are no line.
    mutating func catchUp(on file: borrowing OpenFile) throws(JournalError) -> (lines: [JournalLine], isTorn: Bool) {
        let status = try file.status()
        guard status.isRegular else { throw JournalError(path, .unreadable) }
        guard identity == nil || identity == status.identity, status.size >= chain.bytes else {
            throw JournalError(path, .replaced)
        }
        identity = status.identity
        obstacle = nil
        guard status.size > chain.bytes else { return ([], false) }

        let path = path
        var lines: [JournalLine] = []
        var stop: JournalError?
        var scanner = JournalScanner(after: chain)
        let accept = { (envelope: JournalEnvelope, bytes: Span<UInt8>) -> Bool in
            guard let line = envelope.line(of: bytes) else { return false }
            stop = line.obstacle.map { JournalError(path, $0) }
            if stop == nil { lines.append(line) }
            return stop == nil
        }
        try file.read(from: chain.bytes) { piece in
            scanner.feed(piece, accept: accept)
            return !scanner.isHalted
        }
        scanner.finish(accept: accept)
        remember(lines, upTo: scanner.chain)
        obstacle = stop ?? (scanner.isDamaged ? scanner.firstBad : nil).map { JournalError(path, .damaged(line: $0)) }
        return (lines, obstacle == nil && scanner.firstBad != nil)
    }

    private mutating func remember(_ lines: [JournalLine], upTo chain: JournalChain) {
        for line in lines where numbers[line.request] == nil { numbers[line.request] = line.number }
        self.chain = chain
        if !lines.isEmpty { isSynced = false }
    }

    /// The file that an append has just made or extended.
    mutating func recognize(_ file: borrowing OpenFile) throws(JournalError) {
        identity = try file.status().identity
    }
}

extension JournalLine {
    /// Why a program that read this line must not go on; `nil` when it may.
    fileprivate var obstacle: JournalError.Reason? {
        guard let events = event.events else { return .damaged(line: number) }
        for event in [event] + events where !event.kind.isAcceptable {
            return .unknownKind(event.kind.text, line: number)
        }
        if event.kind == .open, let format = event.data["format"]?.number, format > Journal.format {
            return .newerFormat("journal \(format)")
        }
        return nil
    }
}

extension Journal {
    /// The number of the format, as the `open` event may state it in `d.format`.
    public static let format = 1
}
