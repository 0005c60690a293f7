/// A group's identifier: what stands in accounts and addresses.
public struct GroupID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 1 to 64 of `[a-z0-9-]`.
    public let text: String

    /// Refuses what could not stand in an address as it is.
    public init?(_ text: String) {
        guard (1...64).contains(text.utf8.count), FolderName(text).text == text else { return nil }
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

    /// One line of `groups.jsonl`, without its newline.
    var json: String { "{\"id\":\(jsonString(id.text)),\"name\":\(jsonString(name))}" }

    init?(json: JSONObject) {
        guard let id = json["id"]?.string.flatMap({ GroupID($0) }), let name = json["name"]?.string else { return nil }
        self.init(id, name: name)
    }
}
