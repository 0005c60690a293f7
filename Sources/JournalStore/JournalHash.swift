/// What chains the lines: the first 16 hexadecimal digits of SHA-256 over a line's bytes before `,"h":`.
public struct JournalHash: Hashable, Sendable, CustomStringConvertible {
    let value: UInt64

    /// What the first line names as its previous: sixteen zeros.
    public static let none = JournalHash(value: 0)

    init(value: UInt64) { self.value = value }

    /// The hash of the bytes that a line holds before `,"h":`.
    init(signing bytes: Span<UInt8>) { value = SHA256.prefix(bytes) }

    /// Reads sixteen lower-case digits from a text; anything else is `nil`.
    public init?(_ digits: String) { self.init(Array(digits.utf8).span) }

    /// Reads sixteen lower-case digits; anything else is `nil`.
    init?(_ digits: Span<UInt8>) {
        guard digits.count == 16 else { return nil }
        var value: UInt64 = 0
        for index in digits.indices {
            switch digits[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(digits[index] - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(digits[index] - 87)
            default: return nil
            }
        }
        self.value = value
    }

    /// Sixteen lower-case digits.
    public var description: String { JournalHash.hexadecimal(value, digits: 16) }

    static func hexadecimal(_ value: UInt64, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
