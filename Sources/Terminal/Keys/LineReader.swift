/// Bytes → typed lines. What is no UTF-8 is replaced, and a line beyond the limit is cut.
struct LineReader: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private static let limit = 65_536

    /// Nothing is half typed.
    var isEmpty: Bool { bytes.isEmpty }

    mutating func add(_ more: [UInt8]) { bytes += more }

    /// The next whole line, without its end.
    mutating func next() -> String? {
        guard let end = bytes.firstIndex(of: 0x0A) else {
            if bytes.count > Self.limit { bytes = Array(bytes.prefix(Self.limit)) }
            return nil
        }
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        bytes = Array(bytes[(end + 1)...])
        return line
    }

    /// What stands after the last line end, once nothing more comes.
    mutating func last() -> String? {
        guard !bytes.isEmpty else { return nil }
        let line = String(decoding: bytes, as: UTF8.self)
        bytes = []
        return line
    }
}
