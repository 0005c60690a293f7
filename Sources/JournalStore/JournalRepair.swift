public import CourseModel
import Glibc

/// The repair of a damaged journal: what can be verified is kept, in the order of its numbers, and chained anew; the
/// damaged file stays beside it, byte for byte.
///
/// The new journal ends with a line of kind `x-repair` that says what was done.
public struct JournalRepair: Sendable {
    /// The journal.
    public let path: String
    /// How it was found.
    public let report: JournalReport
    /// How many lines are kept.
    public let kept: Int
    /// What is left out, and why, in the order of the file.
    public let leftOut: [JournalFault]
    /// Where the damaged file is, or would be.
    public let original: String
    private let lines: [JournalLine]
    private let name: String

    /// Only a damaged journal is repaired; a torn end mends itself at the next append.
    public var isNeeded: Bool { report.status == .damaged }

    /// What a repair would do; changes nothing. Throws for a journal of a newer program, and for what cannot be read.
    public init(planning path: String) throws(JournalError) {
        let lockPath = try DataFolder.lockPath(forJournal: path)
        let lock = try JournalLock(reading: lockPath)
        try self.init(of: path, under: lock)
    }

    private init(of path: String, under lock: borrowing JournalLock) throws(JournalError) {
        guard let file = try OpenFile.reading(path) else {
            throw JournalError(path, .system(call: "open", errno: ENOENT))
        }
        var salvage = Salvage()
        var digest = SHA256Stream()
        try file.read(from: 0) { piece in
            digest.update(piece)
            salvage.feed(piece)
            return true
        }
        self.path = path
        report = try Journal.verify(path, under: lock)
        (lines, leftOut) = salvage.finish()
        if let line = lines.first(where: { $0.unknownKind != nil }) {
            throw JournalError(path, .unknownKind(line.unknownKind ?? "", line: line.number))
        }
        kept = lines.count
        name = digest.name()
        original = try TornTail.freePath(for: "\(path).damaged")
    }

    /// Repairs the journal, unless it is not damaged (any more). `session` names the writer of the note.
    public static func carryOut(
        _ path: String, session: String, at now: Instant
    ) throws(JournalError) -> JournalRepair {
        let lock = try JournalLock(writing: DataFolder.lockPath(forJournal: path))
        let repair = try JournalRepair(of: path, under: lock)
        guard repair.isNeeded else { return repair }
        guard let request = JournalRequest(session: session, counter: 0) else {
            throw JournalError(path, .malformedRecord)
        }
        let bytes = try repair.bytes(request, now)
        guard link(path, repair.original) == 0 else { throw .lastCall("link", on: repair.original) }
        try SmallFile.replace(path, with: bytes)
        return repair
    }

    /// The lines chained anew, and the note.
    private func bytes(_ request: JournalRequest, _ now: Instant) throws(JournalError) -> [UInt8] {
        var (bytes, above): ([UInt8], JournalLine?) = ([], nil)
        func add(_ event: JournalEvent, _ request: JournalRequest, _ time: Instant) {
            let line = JournalLine(
                number: (above?.number ?? 0) + 1, time: max(time, above?.time ?? time), request: request, event: event,
                previous: above?.hash ?? .none)
            bytes += line.encoded + [UInt8(ascii: "\n")]
            above = line
        }
        for line in lines { add(line.event, line.request, line.time) }
        let text =
            "{\"original\":\(jsonString(Folder.name(of: original))),\"sha256\":\"\(name)\",\"kept\":\(kept),"
            + "\"leftOut\":\(leftOut.count)}"
        guard let data = JSONObject(text) else { throw JournalError(path, .malformedRecord) }
        add(JournalEvent(.repair, data), request, now)
        return bytes
    }

    /// `{"file","status","kept","leftOut":[{"line","what"}],"original":path|null}` on one line.
    public var json: String {
        let faults = leftOut.map(\.json).joined(separator: ",")
        return "{\"file\":\(jsonString(path)),\"status\":\"\(report.status.rawValue)\",\"kept\":\(kept),"
            + "\"leftOut\":[\(faults)],\"original\":\(isNeeded ? jsonString(original) : "null")}"
    }
}

extension JournalLine {
    /// A kind that this program does not know.
    fileprivate var unknownKind: String? {
        ([event] + (event.events ?? [])).first { !$0.kind.isAcceptable }?.kind.text
    }
}

/// Gathers every line that can be verified by itself, wherever it stands.
private struct Salvage {
    private var found: [(place: Int, line: JournalLine)] = []
    private var faults: [JournalFault] = []
    private var carried: [UInt8] = []
    private var place = 0

    mutating func feed(_ bytes: Span<UInt8>) {
        for index in bytes.indices {
            if bytes[index] != UInt8(ascii: "\n") {
                if carried.count <= JournalLine.largest { carried.append(bytes[index]) }
            } else {
                take()
            }
        }
    }

    private mutating func take() {
        place += 1
        defer { carried.removeAll(keepingCapacity: true) }
        guard carried.count < JournalLine.largest else { return fault(.overlong) }
        guard let hash = JournalEnvelope.goodHash(of: carried.span) else { return fault(.bytes) }
        guard let line = JournalEnvelope(carried.span, hash: hash)?.line(of: carried.span), line.event.events != nil
        else { return fault(.form) }
        found.append((place, line))
    }

    private mutating func fault(_ kind: JournalFault.Kind) { faults.append(JournalFault(line: place, kind: kind)) }

    /// The lines in the order of their numbers, each request once. Of two lines with one number the one holds that follows
    /// the line before.
    mutating func finish() -> (lines: [JournalLine], faults: [JournalFault]) {
        if !carried.isEmpty {
            place += 1
            fault(.unfinished)
        }
        var (lines, requests): ([JournalLine], Set<JournalRequest>) = ([], [])
        let sorted = found.enumerated().sorted { ($0.1.line.number, $0.0) < ($1.1.line.number, $1.0) }.map(\.1)
        for (index, (place, line)) in sorted.enumerated() {
            let isChained = line.previous == lines.last?.hash ?? .none
            let hasBetter =
                !isChained
                && sorted.contains(after: index, number: line.number) { $0.previous == lines.last?.hash ?? .none }
            if hasBetter || lines.last?.number == line.number || requests.contains(line.request) {
                faults.append(JournalFault(line: place, kind: .repeated))
            } else {
                lines.append(line)
                requests.insert(line.request)
            }
        }
        return (lines, faults.sorted { $0.line < $1.line })
    }
}

extension [(place: Int, line: JournalLine)] {
    /// Whether a later line of this number is such.
    fileprivate func contains(after index: Int, number: Int, _ isSuch: (JournalLine) -> Bool) -> Bool {
        var next = index + 1
        while next < count, self[next].line.number == number {
            if isSuch(self[next].line) { return true }
            next += 1
        }
        return false
    }
}
