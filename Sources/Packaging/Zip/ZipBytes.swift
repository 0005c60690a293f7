/// Little-endian numbers, one after the other; reading past the end gives `nil`.
struct ZipBytes {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }
    var count: Int { rest.count }

    mutating func number(_ count: Int) -> UInt64? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }

    mutating func take(_ count: Int) -> [UInt8]? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }
}

/// The extra fields of a header that say something about the entry's name and sizes.
struct ZipExtra {
    /// Sizes and offset of zip64, in the order in which the header needs them.
    var long = ZipBytes([])
    /// The name again in UTF-8, from field 0x7075.
    var unicodeName: [UInt8]?

    /// `nil` when one of these fields is there twice, or is about another name than the header's.
    init?(_ bytes: [UInt8], name: [UInt8]) {
        var (fields, seen) = (ZipBytes(bytes), Set<UInt64>())
        while let number = fields.number(2), let count = fields.number(2), let content = fields.take(Int(count)) {
            guard number == 1 || number == 0x7075 else { continue }
            guard seen.insert(number).inserted else { return nil }
            var content = ZipBytes(content)
            if number == 1 {
                long = content
            } else {
                guard content.number(1) == 1, content.number(4) == UInt64(checksum(name)) else { return nil }
                unicodeName = content.take(content.count)
            }
        }
    }

    /// A number of the header, or the one that stands for it here; `nil` where that is missing.
    mutating func full(_ short: UInt64) -> UInt64? { short == 0xFFFF_FFFF ? long.number(8) : short }
}

/// The CRC-32 of a name.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
}
