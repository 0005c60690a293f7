/// Values as the standard writes them, and as authors mean them.
enum LooseValue {
    /// A value, and whether it is written as the standard wants it.
    typealias Found<Value> = (value: Value, isExact: Bool)

    /// An `xs:boolean`; letter case aside, and `yes` and `no`.
    static func boolean(_ text: String) -> Found<Bool>? {
        switch text {
        case "true", "1": (true, true)
        case "false", "0": (false, true)
        default:
            switch text.lowercased() {
            case "true", "yes": (true, false)
            case "false", "no": (false, false)
            default: nil
            }
        }
    }

    /// A word of a list; letter case and blanks after commas aside.
    static func word(_ text: String, among words: [String]) -> Found<String>? {
        if words.contains(text) { return (text, true) }
        let plain = text.lowercased().replacing(", ", with: ",")
        return words.first { $0.lowercased() == plain }.map { ($0, false) }
    }

    /// A number in a range; a decimal comma is forgiven.
    static func number(_ text: String, in range: ClosedRange<Double>) -> Found<Double>? {
        if let value = Double(text), range.contains(value) { return (value, true) }
        let value = Double(String(text.map { $0 == "," ? "." : $0 }))
        return value.flatMap { range.contains($0) ? ($0, false) : nil }
    }

    /// A count from 0.
    static func count(_ text: String) -> Int? { Int(text).flatMap { $0 >= 0 ? $0 : nil } }
}

extension String {
    /// An XML name without a colon, as `xs:ID` wants it: letters of any script, digits, `.`, `-`, `_`.
    var isXMLName: Bool {
        guard let first = unicodeScalars.first, first == "_" || first.isNameLetter else { return false }
        return unicodeScalars.allSatisfy {
            $0.isNameLetter || $0.properties.generalCategory == .decimalNumber
                || "._-\u{B7}".unicodeScalars.contains($0)
                || $0.properties.generalCategory == .nonspacingMark || $0.properties.generalCategory == .spacingMark
        }
    }

    /// An address that begins with a scheme and holds neither blanks nor what RFC 3987 leaves out.
    var isAbsoluteIRI: Bool {
        guard let colon = firstIndex(of: ":"), let first = utf8.first, first.isASCIILetter else { return false }
        let isScheme = self[..<colon].utf8.allSatisfy {
            $0.isASCIILetter || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
        }
        return isScheme && index(after: colon) < endIndex
            && !unicodeScalars.contains { $0.value <= 0x20 || "<>\"{}|\\^`\u{7F}".unicodeScalars.contains($0) }
    }

    /// The names of the query behind `?`.
    var queryNames: Set<String> {
        guard let mark = firstIndex(of: "?") else { return [] }
        let query = self[index(after: mark)...].prefix { $0 != "#" }
        return Set(query.split(separator: "&").map { String($0.prefix { $0 != "=" }) })
    }

    /// An `xs:duration`: `P1Y2M3DT4H5M6.7S`, at least one part, in this order.
    var isDuration: Bool {
        var rest = self[...]
        if rest.first == "-" { rest.removeFirst() }
        guard rest.popFirst() == "P", !rest.isEmpty else { return false }
        var (units, isTime) = ("YMD"[...], false)
        while !rest.isEmpty {
            if rest.first == "T" {
                guard !isTime, rest.count > 1 else { return false }
                rest.removeFirst()
                isTime = true
                units = "HMS"
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            var isFraction = false
            if rest.first == "." {
                let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
                guard !fraction.isEmpty else { return false }
                rest = rest.dropFirst(fraction.count + 1)
                isFraction = true
            }
            guard !digits.isEmpty, let unit = rest.popFirst(), let place = units.firstIndex(of: unit),
                !isFraction || unit == "S"
            else { return false }
            units = units[units.index(after: place)...]
        }
        return true
    }

    /// A CMITimespan: `HHHH:MM:SS.SS`, two to four digits of hours, at most two of a fraction.
    var isTimespan: Bool {
        let parts = split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, (2...4).contains(parts[0].count), parts[1].count == 2 else { return false }
        let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, seconds[0].count == 2, seconds.count == 1 || (1...2).contains(seconds[1].count) else {
            return false
        }
        return (parts[0...1] + seconds).allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}

extension Unicode.Scalar {
    fileprivate var isNameLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .letterNumber: true
        default: false
        }
    }
}
