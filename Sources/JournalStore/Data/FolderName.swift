/// A folder's name for an identifier that may hold anything.
///
/// `[a-z0-9-]` stay, every other byte is `%XX`; what is longer than 200 bytes is cut there, and `-` and 32 digits of
/// its SHA-256 follow. `lock` and `blobs`, which a learner's folder holds itself, begin with `%`.
public struct FolderName: Hashable, Sendable, CustomStringConvertible {
    static let longest = 200
    private static let reserved = ["lock", "blobs"]

    /// The name, `[a-z0-9%A-F-]`, never empty, at most 233 bytes.
    public let text: String

    /// The name for an identifier, by its bytes; an empty one gives `%`.
    public init(_ identifier: String) {
        let isReserved = FolderName.reserved.contains(identifier)
        let pieces = identifier.utf8.enumerated().map { index, byte in
            FolderName.keeps(byte) && !(isReserved && index == 0)
                ? String(Unicode.Scalar(byte)) : "%" + JournalHash.hexadecimal(UInt64(byte), digits: 2).uppercased()
        }
        let full = pieces.isEmpty ? "%" : pieces.joined()
        guard full.utf8.count > FolderName.longest else {
            text = full
            return
        }
        var prefix = ""
        for piece in pieces {
            guard prefix.utf8.count + piece.utf8.count <= FolderName.longest else { break }
            prefix += piece
        }
        text = prefix + "-" + sha256Name(of: Array(identifier.utf8)).prefix(32)
    }

    /// A folder found on disk; `nil` when no identifier gives this name.
    public init?(onDisk name: String) {
        guard !name.isEmpty, name.utf8.count <= FolderName.longest + 33 else { return nil }
        self.init(folder: name)
        guard identifier.map({ FolderName($0).text == name }) ?? (name.utf8.count > FolderName.longest) else {
            return nil
        }
    }

    private init(folder: String) { text = folder }

    /// The identifier; `nil` when it was too long to be kept whole.
    public var identifier: String? {
        guard text.utf8.count <= FolderName.longest else { return nil }
        if text == "%" { return "" }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The text.
    public var description: String { text }

    private static func keeps(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
