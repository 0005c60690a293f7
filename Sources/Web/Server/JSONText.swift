/// The little JSON that the shell writes.
enum JSONText {
    /// A value.
    enum Value {
        case text(String)
        case number(Int)
        /// JSON as it stands.
        case raw(String)
    }

    /// An object, its members in the order given.
    static func object(_ members: [(String, Value)]) -> String {
        "{" + members.map { "\(quoted($0)):\(text($1))" }.joined(separator: ",") + "}"
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        case .raw(let json): json
        }
    }

    /// A string; nothing in it can end a script element.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "<", ">", "&": out += escape(scalar)
            default:
                if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 {
                    out += escape(scalar)
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
