/// Gathers the lines of a good beginning, up to one that this program must not go on after.
struct LineCollector {
    private(set) var lines: [JournalLine] = []
    /// Who asked for which line, of all lines.
    private(set) var requests: [(JournalRequest, Int)] = []
    /// Why one must not go on.
    private(set) var obstacle: JournalError.Reason?
    /// The hash of the last of the known lines.
    private(set) var hash: JournalHash?
    private let known: Int

    /// Lines up to number `known` are not kept.
    init(known: Int) { self.known = known }

    mutating func take(_ envelope: JournalEnvelope, _ bytes: Span<UInt8>) -> Bool {
        guard envelope.number > known else {
            guard let request = envelope.request(in: bytes, last: requests.last?.0) else { return false }
            requests.append((request, envelope.number))
            if envelope.number == known { hash = envelope.hash }
            return true
        }
        guard let line = envelope.line(of: bytes) else { return false }
        obstacle = line.obstacle
        guard obstacle == nil else { return false }
        lines.append(line)
        requests.append((line.request, line.number))
        return true
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
