/// Rewrites a JSON text for a journal: no blanks between tokens, and no raw character that must be escaped.
///
/// It does not judge: what was malformed stays malformed, and the scanner refuses it afterwards.
struct JSONCompactor {
    private var result: [UInt8] = []
    private var isInString = false
    /// Blanks that separate two tokens unless one of them is a structural character.
    private var blankIsDue = false

    static func compact(_ text: [UInt8]) -> [UInt8] {
        var compactor = JSONCompactor()
        compactor.result.reserveCapacity(text.count)
        var scanner = JSONScanner(at: 0)
        while scanner.position < text.count {
            if compactor.isInString {
                compactor.takeFromString(&scanner, of: text.span)
            } else {
                compactor.takeToken(text[scanner.position])
                scanner.position += 1
            }
        }
        return compactor.result
    }

    private mutating func takeToken(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            blankIsDue = true
            return
        case UInt8(ascii: "\""): isInString = true
        default: break
        }
        if blankIsDue, let last = result.last, !isStructural(last), !isStructural(byte) {
            result.append(UInt8(ascii: " "))
        }
        blankIsDue = false
        result.append(byte)
    }

    private mutating func takeFromString(_ scanner: inout JSONScanner, of text: Span<UInt8>) {
        let start = scanner.position
        let byte = text[start]
        if byte == UInt8(ascii: "\\"), start + 1 < text.count {
            result += [byte, text[start + 1]]
            scanner.position += 2
        } else if let scalar = scanner.readScalar(in: text), JSONScanner.mustBeEscaped(scalar) {
            result += Array("\\u\(JournalHash.hexadecimal(UInt64(scalar), digits: 4))".utf8)
        } else {
            scanner.position = max(scanner.position, start + 1)
            for index in start..<scanner.position { result.append(text[index]) }
            isInString = byte != UInt8(ascii: "\"")
        }
    }

    private func isStructural(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
            UInt8(ascii: ","):
            true
        default: false
        }
    }
}

/// A string as JSON, with the escapes that a journal demands.
func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" {
            result += "\\"
            result.unicodeScalars.append(scalar)
        } else if JSONScanner.mustBeEscaped(scalar.value) {
            result += "\\u\(JournalHash.hexadecimal(UInt64(scalar.value), digits: 4))"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
