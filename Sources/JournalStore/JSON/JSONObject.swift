/// One well-formed JSON object as a journal holds it: compact, nested 64 deep at most, with no raw control, bidi or
/// line-separator character.
public struct JSONObject: Hashable, Sendable {
    /// The text, UTF-8.
    public let bytes: [UInt8]

    /// `{}`.
    public static let empty = JSONObject(wellFormed: Array("{}".utf8))

    /// Takes any well-formed object, drops its blanks and escapes what a journal must not hold raw; `nil` for
    /// anything else.
    public init?(_ text: [UInt8]) {
        let compact = JSONCompactor.compact(text)
        var scanner = JSONScanner(at: 0)
        guard scanner.skipObject(in: compact.span), scanner.position == compact.count else { return nil }
        bytes = compact
    }

    /// The same from text.
    public init?(_ text: String) { self.init(Array(text.utf8)) }

    /// Bytes that a scanner has walked over.
    init(wellFormed bytes: [UInt8]) { self.bytes = bytes }

    /// The text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// No two members have one name.
    public var namesAreUnique: Bool { members != nil }

    /// Its members in order; `nil` when two have one name, which readers of JSON understand differently.
    var members: [(name: String, value: JSONFragment)]? {
        var members: [(name: String, value: JSONFragment)] = []
        for entry in JSONFragment(bytes: bytes).entries {
            guard let name = entry.name, !members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
                return nil
            }
            members.append((name, entry.value))
        }
        return members
    }

    /// The first member of this name.
    subscript(name: String) -> JSONFragment? {
        JSONFragment(bytes: bytes).entries.first { $0.name?.utf8.elementsEqual(name.utf8) ?? false }?.value
    }
}
