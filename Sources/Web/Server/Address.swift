internal import HummingbirdCore

/// The path and query of a request, decoded once, or refused.
struct Address: Sendable {
    /// The login of `/as/LOGIN/…`, which stands before any other path.
    var login: String?
    var segments: ArraySlice<String>
    var query: Fields

    /// Throws a `PageError` for what no page of ours has as its address.
    init(_ uri: URI) throws {
        let path = uri.path
        guard path.hasPrefix("/"), path.utf8.count <= 4096, let query = Fields(Array((uri.query ?? "").utf8)) else {
            throw PageError.badAddress
        }
        var segments: [String] = []
        for raw in path.utf8.split(separator: UInt8(ascii: "/")) {
            guard let segment = Fields.decoded(raw), segment != ".", segment != "..",
                !segment.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" })
            else { throw PageError.badAddress }
            segments.append(segment)
        }
        self.query = query
        self.segments = segments[...]
        if segments.first == "as", segments.count >= 2 {
            login = segments[1]
            self.segments = segments.dropFirst(2)
        }
    }
}
