public import CourseModel
import Glibc

extension Journal {
    /// Locks, catches up, decides, writes one line, puts it on disk, unlocks, and only then answers.
    ///
    /// - `catchingUp` gets the lines that others wrote since the last reading; they are not handed over again.
    /// - `deciding` gives what happened, in order; several events become one line. A refusal that it throws comes out
    ///   as it is, and nothing is written. It is not asked when the request was written before.
    ///
    /// Throws a `JournalError` when nothing could be acknowledged.
    public mutating func append(
        _ request: JournalRequest, at clock: @Sendable () -> Instant,
        catchingUp: ([JournalLine]) -> Void = { _ in }, deciding: () throws -> [JournalEvent]
    ) throws -> Acknowledgement {
        if let failure { throw failure }
        let lock = try JournalLock(writing: lockPath)
        return try append(request, under: lock, at: clock, catchingUp: catchingUp, deciding: deciding)
    }

    /// The same under a lock for writing that one holds already, where a decision looks at several journals.
    public mutating func append(
        _ request: JournalRequest, under lock: borrowing JournalLock, at clock: @Sendable () -> Instant,
        catchingUp: ([JournalLine]) -> Void = { _ in }, deciding: () throws -> [JournalEvent]
    ) throws -> Acknowledgement {
        if let failure { throw failure }
        let lines = try prepare()
        if !lines.isEmpty { catchingUp(lines) }
        if let obstacle { throw obstacle }
        if let number = numbers[request] {
            try confirm()
            return .duplicate(of: number)
        }
        let events = try deciding()
        guard !events.isEmpty else { return .unchanged }
        let line = try self.line(of: events, for: request, at: clock())
        try write(line)
        return .appended(line)
    }

    /// Catches up, and sets a torn end aside.
    private mutating func prepare() throws(JournalError) -> [JournalLine] {
        guard let file = try OpenFile.ifPresent(path, O_RDWR | O_NONBLOCK) else {
            if chain.number > 0 { throw JournalError(path, .replaced) }
            return []
        }
        let (lines, isTorn) = try catchUp(on: file)
        guard isTorn else { return lines }
        do {
            tornTails.append(try TornTail.setAside(from: file, at: chain.bytes))
        } catch {
            (failure, obstacle) = (error, error)
        }
        return lines
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

    /// Writes the line at the end of the file; after any failure the file is cut back and this value is done.
    private mutating func write(_ line: JournalLine) throws(JournalError) {
        let bytes = line.encoded + [UInt8(ascii: "\n")]
        guard bytes.count <= JournalLine.largest else { throw JournalError(path, .tooLarge(bytes: bytes.count)) }
        let file = try OpenFile(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK)
        do {
            try file.write(bytes.span)
            try file.syncData()
            try syncFolder()
            try recognize(file)
        } catch {
            failure = error
            // What cannot be cut either is read again by whoever opens the journal next; it was not acknowledged.
            ftruncate(file.descriptor, chain.bytes)
            throw error
        }
        chain = JournalChain(
            number: line.number, time: line.time, hash: line.hash, bytes: chain.bytes + bytes.count)
        numbers[line.request] = line.number
        isSynced = true
    }

    /// Makes sure that lines of others, which may have died before their sync, are on disk.
    private mutating func confirm() throws(JournalError) {
        guard !isSynced || !isFolderSynced else { return }
        do {
            try OpenFile(path, O_RDWR | O_NONBLOCK).syncData()
            try syncFolder()
            isSynced = true
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func syncFolder() throws(JournalError) {
        guard !isFolderSynced else { return }
        try Folder.sync(Folder.parent(of: path))
        isFolderSynced = true
    }
}
