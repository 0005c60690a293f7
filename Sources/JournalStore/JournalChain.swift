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

    /// Whether the line is the next one.
    func isFollowed(by line: JournalEnvelope) -> Bool {
        line.number == number + 1 && line.previous == hash && time.map { $0 <= line.time } ?? true
    }

    /// Moves past the next line, of this many bytes with its newline.
    mutating func advance(past line: JournalEnvelope, of count: Int) {
        self = JournalChain(number: line.number, time: line.time, hash: line.hash, bytes: bytes + count)
    }
}
