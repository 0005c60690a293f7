/// The 512 bytes before an entry of a tar archive.
struct TarHeader {
    static let nameBytes = 100

    var name: [UInt8]
    /// Bytes of content, below 8 GiB times eight: eleven octal digits.
    var size: Int
    /// `0` a regular file, `x` a pax header of the entry that follows.
    var type: Unicode.Scalar
    /// Seconds since 1970.
    var modified: Int

    /// The header as bytes, with its checksum.
    var block: [UInt8] {
        var block = [UInt8](repeating: 0, count: TarWriting.block)
        func put(_ bytes: some Collection<UInt8>, at offset: Int) {
            for (place, byte) in bytes.enumerated() { block[offset + place] = byte }
        }
        put(name.prefix(TarHeader.nameBytes), at: 0)
        put(TarHeader.octal(0o600, digits: 7), at: 100)
        put(TarHeader.octal(0, digits: 7), at: 108)
        put(TarHeader.octal(0, digits: 7), at: 116)
        put(TarHeader.octal(size, digits: 11), at: 124)
        put(TarHeader.octal(max(0, modified), digits: 11), at: 136)
        put(Array("        ".utf8), at: 148)
        block[156] = UInt8(ascii: type)
        put(Array("ustar\u{0}00".utf8), at: 257)
        put(TarHeader.octal(TarHeader.sum(of: block), digits: 6) + [0], at: 148)
        return block
    }

    init(name: [UInt8], size: Int, type: Unicode.Scalar, modified: Int) {
        (self.name, self.size, self.type, self.modified) = (name, size, type, modified)
    }

    /// Reads a header; `nil` when the checksum is wrong or a number is none.
    init?(_ block: [UInt8]) {
        guard block.count == TarWriting.block, let claimed = TarHeader.number(block[148..<156]) else { return nil }
        var blank = block
        for place in 148..<156 { blank[place] = UInt8(ascii: " ") }
        guard claimed == TarHeader.sum(of: blank), block[257..<262].elementsEqual("ustar".utf8),
            let size = TarHeader.number(block[124..<136]), let modified = TarHeader.number(block[136..<148])
        else { return nil }
        self.init(
            name: Array(block[0..<TarHeader.nameBytes].prefix { $0 != 0 }), size: size,
            type: Unicode.Scalar(block[156]), modified: modified)
    }

    /// `LENGTH key=value` and a newline; the length counts its own digits.
    static func paxRecord(_ key: String, _ value: String) -> [UInt8] {
        let rest = " \(key)=\(value)\n"
        var length = rest.utf8.count + 1
        while "\(length)".utf8.count + rest.utf8.count != length { length += 1 }
        return Array("\(length)\(rest)".utf8)
    }

    /// The path that pax records name.
    static func paxPath(_ records: [UInt8]) -> [UInt8]? {
        var rest = records[...]
        while let blank = rest.firstIndex(of: UInt8(ascii: " ")),
            let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > blank - rest.startIndex,
            length <= rest.count
        {
            let record = rest[(blank + 1)..<(rest.startIndex + length)]
            if record.starts(with: Array("path=".utf8)) { return Array(record.dropFirst(5).dropLast()) }
            rest = rest.dropFirst(length)
        }
        return nil
    }

    private static func octal(_ number: Int, digits: Int) -> [UInt8] {
        let text = String(number, radix: 8)
        return Array((String(repeating: "0", count: max(0, digits - text.utf8.count)) + text).utf8.suffix(digits))
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
        return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8).flatMap { $0 < 0 ? nil : $0 }
    }

    private static func sum(of block: [UInt8]) -> Int { block.reduce(0) { $0 + Int($1) } }
}
