/// A group's identifier: what stands in accounts and addresses.
public struct GroupID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 1 to 64 of `[a-z0-9-]`.
    public let text: String

    /// Refuses what could not stand in an address as it is.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
        }
        guard (1...64).contains(text.utf8.count), isPlain else { return nil }
        self.text = text
    }

    /// Byte order.
    public static func < (left: GroupID, right: GroupID) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// The text.
    public var description: String { text }
}

/// People who learn together, with a trainer; who is in it stands in their accounts.
public struct Group: Hashable, Sendable {
    public let id: GroupID
    public var name: String

    /// A group from its parts.
    public init(_ id: GroupID, name: String) {
        self.id = id
        self.name = name
    }
}
