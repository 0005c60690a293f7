public import CourseModel
import Glibc

/// A journal while its learner's lock is held: lines may be added to it, and they are on disk once they are synced.
///
/// What goes out of scope without being settled is cut off again; nothing of it was acknowledged.
public struct JournalWriting: ~Copyable, Sendable {
    /// Holds off all other writers of the learner; `read(under:)` looks at the learner's other journals meanwhile.
    public let lock: JournalLock
    var file: KeptFile?
    /// Where the files stay open when this is settled; `nil` where they are closed.
    let journals: OpenJournals?
    /// Where the lines that are added begin.
    let start: Int
    /// Bytes stand behind `start` that nobody was told of.
    var isDirty = false
    /// Lines wait for their sync: those added, or those of others that a repeated request asks about.
    var isDue = false
    /// The file's name waits for its sync.
    let folderIsDue: Bool

    /// Lines were added that are not acknowledged yet.
    public var hasLines: Bool { isDirty }

    init(
        _ lock: consuming JournalLock, _ file: KeptFile?, keptBy journals: OpenJournals?, start: Int, folderIsDue: Bool
    ) {
        self.lock = lock
        (self.file, self.journals) = (file, journals)
        (self.start, self.folderIsDue) = (start, folderIsDue)
    }

    /// What may stay open once the lock is given back.
    var pair: OpenJournals.Pair? {
        guard let lock = lock.file, let file else { return nil }
        return OpenJournals.Pair(lock: lock, journal: file)
    }

    deinit { cutBack() }

    /// What cannot be cut is read again by whoever opens the journal next; it was not acknowledged.
    private func cutBack() {
        if isDirty, let file { ftruncate(file.file.descriptor, start) }
    }

    /// Puts the lines on disk: together with those of others that wait at the same time, or by a sync of their own
    /// without a queue. After a failure it must not be tried again: the system may have dropped the bytes.
    public func sync(through queue: CommitQueue? = nil) throws(JournalError) {
        guard let due else { return }
        guard let queue else {
            if let reason = due.sync() { throw JournalError(due.path, reason) }
            return
        }
        try queue.wait(for: due)
    }

    /// The same for asynchronous code.
    public func sync(through queue: CommitQueue) async throws(JournalError) {
        if let due { try await queue.sync(due) }
    }

    private var due: CommitQueue.File? {
        guard isDue, let file else { return nil }
        return CommitQueue.File(
            path: file.file.path, descriptor: file.file.descriptor, device: file.identity.device,
            folderIsDue: folderIsDue)
    }
}

extension Journal {
    /// Takes the learner's lock and catches up; a torn end is set aside.
    ///
    /// `catchingUp` gets the lines that others wrote since the last reading, before an obstacle to writing is thrown;
    /// they are not handed over again. With `journals` the files are those it holds open, and it gets them back. Throws a
    /// `JournalError`, or what `catchingUp` throws.
    public mutating func begin(
        patience: Int = JournalLock.patience, keeping journals: OpenJournals? = nil,
        catchingUp: ([JournalLine]) throws -> Void = { _ in }
    ) throws -> JournalWriting {
        if let failure { throw failure }
        let kept = journals?.take(path)
        let lock = try JournalLock(writing: lockPath, patience: patience, on: kept?.lock)
        guard let (file, status) = try opened(kept?.journal) else {
            if chain.number > 0 { throw replaced() }
            return JournalWriting(lock, nil, keptBy: journals, start: 0, folderIsDue: !isFolderSynced)
        }
        let (lines, isTorn) = try catchUp(on: file.file, status)
        if isTorn { setTornEndAside(of: file.file) }
        if !lines.isEmpty { try catchingUp(lines) }
        if let obstacle { throw obstacle }
        return JournalWriting(lock, file, keptBy: journals, start: chain.bytes, folderIsDue: !isFolderSynced)
    }

    /// The journal, open for writing, and how long it is now: the file that was kept, if it is still the one at the path.
    private func opened(_ kept: KeptFile?) throws(JournalError) -> (KeptFile, FileStatus)? {
        if let kept, let status = FileStatus(at: path), status.identity == kept.identity { return (kept, status) }
        guard let file = try OpenFile.ifPresent(path, O_RDWR | O_APPEND | O_NONBLOCK) else { return nil }
        let status = try file.status()
        return (KeptFile(file, status.identity), status)
    }

    private mutating func setTornEndAside(of file: borrowing OpenFile) {
        do {
            tornTails.append(try TornTail.setAside(from: file, at: chain.bytes))
        } catch {
            (failure, obstacle) = (error, error)
        }
    }

    /// Decides, and writes one line. Its acknowledgement is true once the writing is synced and settled.
    ///
    /// `deciding` gives what happened, in order; several events become one line. A refusal that it throws comes out as
    /// it is, and nothing is written. It is not asked when the request was written before. After a failed write all
    /// that was added is lost, and so is this value; a line that is too large leaves both as they were.
    public mutating func add(
        _ request: JournalRequest, to writing: inout JournalWriting, at clock: @Sendable () -> Instant,
        deciding: () throws -> [JournalEvent]
    ) throws -> Acknowledgement {
        if let failure { throw failure }
        if let number = numbers[request] {
            if !isSynced || !isFolderSynced { writing.isDue = true }
            return .duplicate(of: number)
        }
        let events = try deciding()
        guard !events.isEmpty else { return .unchanged }
        let line = try line(of: events, for: request, at: clock())
        try write(line, to: &writing)
        return .appended(line)
    }

    /// Ends a writing: what was added counts from now on, or, after the error of its sync, is cut off again, and this
    /// value is of no further use. Gives the lock back.
    public mutating func settle(_ writing: consuming JournalWriting, _ error: JournalError? = nil) {
        let journals = writing.journals
        guard error == nil else {
            failure = error
            journals?.closeAll()
            return
        }
        if writing.isDue { (isSynced, isFolderSynced) = (true, true) }
        writing.isDirty = false
        let pair = writing.pair
        _ = consume writing
        if let pair { journals?.give(pair) }
    }

    private func line(
        of events: [JournalEvent], for request: JournalRequest, at now: Instant
    ) throws(JournalError) -> JournalLine {
        guard let event = JournalEvent.one(of: events), let contained = event.events,
            ([event] + contained).allSatisfy({ $0.kind.isAcceptable })
        else { throw JournalError(path, .malformedRecord) }
        let latest = JournalLine.times
        let time = max(chain.time ?? latest.lowerBound, min(max(now, latest.lowerBound), latest.upperBound))
        return JournalLine(
            number: chain.number + 1, time: time, request: request, event: event, previous: chain.hash)
    }

    private mutating func write(_ line: JournalLine, to writing: inout JournalWriting) throws(JournalError) {
        let bytes = line.encoded + [UInt8(ascii: "\n")]
        guard bytes.count <= JournalLine.largest else { throw JournalError(path, .tooLarge(bytes: bytes.count)) }
        do {
            if writing.file == nil {
                let file = try KeptFile(OpenFile(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK))
                recognize(file.identity)
                writing.file = file
            }
            (writing.isDirty, writing.isDue) = (true, true)
            try writing.file?.file.write(bytes.span)
        } catch {
            failure = error
            throw error
        }
        chain = JournalChain(number: line.number, time: line.time, hash: line.hash, bytes: chain.bytes + bytes.count)
        numbers[line.request] = line.number
    }
}
