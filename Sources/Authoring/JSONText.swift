/// A JSON value whose members keep their order, so that the same findings give the same bytes.
enum JSONText {
    case null
    case number(Int)
    case string(String)
    case array([JSONText])
    case object([(String, JSONText)])

    /// A text, or null.
    static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    /// The value on one line.
    var text: String {
        switch self {
        case .null: "null"
        case .number(let number): String(number)
        case .string(let string): JSONText.quoted(string)
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { JSONText.quoted($0.0) + ":" + $0.1.text }.joined(separator: ",") + "}"
        }
    }

    /// A string literal; controls, line separators and marks of direction are escaped.
    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22: text += "\\\""
            case 0x5C: text += "\\\\"
            case 0x0A: text += "\\n"
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
