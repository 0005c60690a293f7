/// A name that only its author understands: two are the same when their bytes are.
///
/// Swift's own string comparison calls `"é"` and `"e\u{301}"` equal; manifests hold both as different names.
public protocol Identifier: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral
{
    /// The name as the author wrote it, outer blanks trimmed.
    var text: String { get }

    /// Takes a name as it stands.
    init(_ text: String)
}

extension Identifier {
    /// Bytes decide.
    public static func == (left: Self, right: Self) -> Bool {
        let same = left.text.utf8.withContiguousStorageIfAvailable { own in
            right.text.utf8.withContiguousStorageIfAvailable { own.elementsEqual($0) }
        }
        return (same ?? nil) ?? left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Byte order, the same in every locale.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Feeds the bytes, so that equal names have equal hashes.
    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// The name itself.
    public var description: String { text }

    /// A name in source text.
    public init(stringLiteral value: String) { self.init(value) }

    /// Reads the bare string.
    public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }

    /// Writes the bare string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The identifier of an organization or item: one activity of the course.
public struct ActivityID: Identifier {
    /// The name as the author wrote it.
    public let text: String

    /// Takes a name as it stands.
    public init(_ text: String) { self.text = text }
}

/// The identifier of an objective, local to its activity or global to the learner.
public struct ObjectiveID: Identifier {
    /// The name as the author wrote it.
    public let text: String

    /// Takes a name as it stands.
    public init(_ text: String) { self.text = text }
}
