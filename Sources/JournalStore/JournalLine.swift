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
        JournalLine.signed(number, time, request, event, previous) + Array(",\"h\":\"\(hash)\"}".utf8)
    }

    private static func signed(
        _ number: Int, _ time: Instant, _ request: JournalRequest, _ event: JournalEvent, _ previous: JournalHash
    ) -> [UInt8] {
        var text = Array(
            "{\"n\":\(number),\"t\":\"\(time)\",\"k\":\"\(event.kind)\",\"s\":\"\(request.session)\"".utf8)
        text += Array(",\"c\":\(request.counter),\"d\":".utf8)
        text += event.data.bytes
        text += Array(",\"p\":\"\(previous)\"".utf8)
        return text
    }
}
