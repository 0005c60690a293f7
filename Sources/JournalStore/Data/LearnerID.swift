/// A learner's opaque identifier, made by the engine: it says nothing about the person.
public struct LearnerID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 1 to 64 of `[a-z0-9-]`; 32 hexadecimal digits for those the engine makes.
    public let text: String

    /// An identifier that exists; refuses what could not be a folder of the engine's.
    public init?(_ text: String) {
        guard (1...64).contains(text.utf8.count), FolderName(text).text == text else { return nil }
        self.text = text
    }

    /// A new one: 128 bits of the chance that is passed in.
    public init(using chance: inout some RandomNumberGenerator) {
        text =
            JournalHash.hexadecimal(chance.next(), digits: 16) + JournalHash.hexadecimal(chance.next(), digits: 16)
    }

    /// Byte order.
    public static func < (left: LearnerID, right: LearnerID) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// The text.
    public var description: String { text }
}
