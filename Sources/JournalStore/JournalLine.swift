public import CourseModel

/// One line of a journal: an acknowledged request, numbered, dated, and chained to the line above.
public struct JournalLine: Hashable, Sendable {
    /// The most bytes a line has, its newline included: 256 KiB.
    public static let largest = 262_144
    /// What `n` and `c` may be: numbers that every reader of JSON holds exactly.
    static let numbers = 0...9_007_199_254_740_991
    /// The moments that the form of `t` can say: years 0000 to 9999.
    static let times = Instant(milliseconds: -62_167_219_200_000)...Instant(milliseconds: 253_402_300_799_999)

    /// `n`, from 1.
    public let number: Int
    /// `t`, never before the line above.
    public let time: Instant
    /// `s` and `c`: what makes a repeated request recognizable.
    public let request: JournalRequest
    /// `k` and `d`: what happened.
    public let event: JournalEvent
    /// `p`: the hash of the line above.
    public let previous: JournalHash
    /// `h`: the hash of this line.
    public let hash: JournalHash

    /// The line that follows `previous`; its hash is computed.
    init(number: Int, time: Instant, request: JournalRequest, event: JournalEvent, previous: JournalHash) {
        let signed = JournalLine.signed(number, time, request, event, previous)
        self.init(
            number: number, time: time, request: request, event: event, previous: previous,
            hash: JournalHash(signing: signed.span))
    }

    init(
        number: Int, time: Instant, request: JournalRequest, event: JournalEvent, previous: JournalHash,
        hash: JournalHash
    ) {
        self.number = number
        self.time = time
        self.request = request
        self.event = event
        self.previous = previous
        self.hash = hash
    }

    /// The bytes on disk without the newline.
    public var encoded: [UInt8] {
        var text = JournalLine.signed(number, time, request, event, previous)
        text.append(#","h":""#)
        text.append(hash)
        text.append("\"}")
        return text
    }

    private static func signed(
        _ number: Int, _ time: Instant, _ request: JournalRequest, _ event: JournalEvent, _ previous: JournalHash
    ) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(event.data.bytes.count + request.session.utf8.count + 192)
        text.append(#"{"n":"#)
        text.append(decimal: number)
        text.append(#","t":""#)
        text.append(contentsOf: time.bytes)
        text.append(#"","k":""#)
        text.append(contentsOf: event.kind.text.utf8)
        text.append(#"","s":""#)
        text.append(contentsOf: request.session.utf8)
        text.append(#"","c":"#)
        text.append(decimal: request.counter)
        text.append(#","d":"#)
        text.append(contentsOf: event.data.bytes)
        text.append(#","p":""#)
        text.append(previous)
        text.append("\"")
        return text
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Sixteen hexadecimal digits.
    fileprivate mutating func append(_ hash: JournalHash) {
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: hash.value >> shift & 15)
            append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    /// A number that is not negative.
    fileprivate mutating func append(decimal number: Int) {
        var (digits, rest): ([UInt8], Int) = ([], number)
        repeat {
            digits.append(UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0
        append(contentsOf: digits.reversed())
    }
}
