import CourseModel

/// How far a journal is good: what the next line must follow.
struct JournalChain: Hashable {
    /// The number of the last line; 0 before the first.
    var number = 0
    /// The time of the last line.
    var time: Instant?
    /// The hash of the last line.
    var hash = JournalHash.none
    /// Bytes up to and with the last line's newline.
    var bytes = 0

    /// Why the line is not the next one; `nil` when it is.
    func fault(before line: JournalEnvelope) -> JournalFault.Kind? {
        guard line.number == number + 1 else { return .number }
        guard line.previous == hash else { return .chain }
        return time.map { $0 <= line.time } ?? true ? nil : .time
    }

    /// Moves past the next line, of this many bytes with its newline.
    mutating func advance(past line: JournalEnvelope, of count: Int) {
        self = JournalChain(number: line.number, time: line.time, hash: line.hash, bytes: bytes + count)
    }
}
