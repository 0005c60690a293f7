/// Who asks for the how-many-eth time: what makes a repeated request recognizable.
public struct JournalRequest: Hashable, Sendable {
    /// The writer's session: 1 to 128 printable ASCII characters, no quotation mark, no backslash.
    public let session: String
    /// The writer's own counter, 0 to 2⁵³ − 1.
    public let counter: Int

    /// Refuses a session or counter that no journal may hold.
    public init?(session: String, counter: Int) {
        guard (1...128).contains(session.utf8.count), session.utf8.allSatisfy(JournalRequest.mayHold),
            JournalLine.numbers.contains(counter)
        else { return nil }
        self.session = session
        self.counter = counter
    }

    static func mayHold(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
