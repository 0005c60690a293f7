/// What an event of a journal is about; the table of kinds is in the documentation of the data folder.
public struct JournalKind: Hashable, Sendable, CustomStringConvertible {
    /// Small letters, digits and hyphens, a letter first, at most 64.
    public let text: String

    /// Refuses a text that no journal may hold.
    public init?(_ text: String) {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.utf8.first, letters.contains(first), text.utf8.count <= 64,
            text.utf8.allSatisfy({ letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    public static let open = JournalKind(known: "open")
    public static let deliver = JournalKind(known: "deliver")
    public static let cmi = JournalKind(known: "cmi")
    public static let answer = JournalKind(known: "answer")
    public static let track = JournalKind(known: "track")
    public static let nav = JournalKind(known: "nav")
    public static let end = JournalKind(known: "end")
    public static let draw = JournalKind(known: "draw")
    public static let note = JournalKind(known: "note")
    public static let dispense = JournalKind(known: "dispense")
    public static let move = JournalKind(known: "move")
    public static let award = JournalKind(known: "award")
    /// A window or device opened the web content that is delivered; it is the one of the line's `s`.
    public static let window = JournalKind(known: "x-window")
    /// What a course says of global objectives and shared data, or takes in of what another said.
    public static let objectives = JournalKind(known: "x-objectives")
    /// An administrator repaired the journal.
    public static let repair = JournalKind(known: "x-repair")
    /// Several events of one request.
    public static let batch = JournalKind(known: "batch")

    /// The kinds that this program understands.
    public static let known: Set<JournalKind> = [
        .open, .deliver, .cmi, .answer, .track, .nav, .end, .draw, .note, .dispense, .move, .award, .batch,
    ]

    /// `x-…`: a program that does not know it skips it.
    public var isOptional: Bool { text.utf8.starts(with: "x-".utf8) }

    /// Whether this program may go on after an event of this kind.
    public var isAcceptable: Bool { isOptional || JournalKind.known.contains(self) }

    /// The text itself.
    public var description: String { text }
}
