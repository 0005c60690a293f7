/// A well-formed piece of a JSON text, read on demand.
struct JSONFragment: Hashable {
    let bytes: [UInt8]

    /// The object it is.
    var object: JSONObject? { bytes.first == UInt8(ascii: "{") ? JSONObject(wellFormed: bytes) : nil }

    /// The truth value it is.
    var truth: Bool? {
        switch String(decoding: bytes, as: UTF8.self) {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// The whole number it is, from 0 to 2⁵³ − 1.
    var number: Int? {
        var scanner = JSONScanner(at: 0)
        let number = scanner.readNumber(in: bytes.span)
        return scanner.position == bytes.count ? number : nil
    }

    /// The string it is, escapes resolved.
    var string: String? {
        guard bytes.first == UInt8(ascii: "\""), bytes.count >= 2 else { return nil }
        let text = bytes.span
        var scanner = JSONScanner(at: 1)
        var result = ""
        while scanner.position < text.count - 1 {
            let isEscape = text[scanner.position] == UInt8(ascii: "\\")
            guard let value = isEscape ? scanner.readEscape(in: text) : scanner.readScalar(in: text),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The elements of the list it is.
    var elements: [JSONFragment]? { bytes.first == UInt8(ascii: "[") ? entries.map(\.value) : nil }

    /// What the container holds, in order, with names in an object.
    var entries: [(name: String?, value: JSONFragment)] {
        let text = bytes.span
        let isObject = bytes.first == UInt8(ascii: "{")
        var entries: [(name: String?, value: JSONFragment)] = []
        var scanner = JSONScanner(at: 1)
        while scanner.position < text.count - 1 {
            var name: String?
            if isObject {
                guard let key = fragment(&scanner), scanner.skip(":", in: text) else { return entries }
                name = key.string
            }
            guard let value = fragment(&scanner) else { return entries }
            entries.append((name, value))
            guard scanner.skip(",", in: text) else { return entries }
        }
        return entries
    }

    private func fragment(_ scanner: inout JSONScanner) -> JSONFragment? {
        scanner.skipSpaces(in: bytes.span)
        let start = scanner.position
        guard start < bytes.count, scanner.skipValue(in: bytes.span) else { return nil }
        let end = scanner.position
        scanner.skipSpaces(in: bytes.span)
        return JSONFragment(bytes: Array(bytes[start..<end]))
    }
}
