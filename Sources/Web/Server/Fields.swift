/// The fields of a form or of a query, in their order; names may repeat.
struct Fields: Sendable {
    /// More fields than any form of ours has.
    static let most = 200

    private(set) var pairs: [(name: String, value: String)] = []

    /// Reads `application/x-www-form-urlencoded`; `nil` for what is no UTF-8, wrongly encoded, or too much.
    init?(_ encoded: some Collection<UInt8>) {
        for pair in encoded.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < Fields.most else { return nil }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Fields.decoded(parts[0], plusIsBlank: true),
                let value = parts.count == 2 ? Fields.decoded(parts[1], plusIsBlank: true) : ""
            else { return nil }
            pairs.append((name, value))
        }
    }

    /// The first value of a name; `nil` when it is not there.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// Every value of a name.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// Undoes percent-encoding; `nil` where it is wrong, or the bytes are no UTF-8.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsBlank: Bool = false) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else {
                    return nil
                }
                plain.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: plain.append(UInt8(ascii: " "))
            default: plain.append(byte)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }

    /// A text as one segment of a path or one value of a query.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
