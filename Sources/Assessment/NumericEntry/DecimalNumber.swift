/// Numbers as people write them in French and in English: `47,3`, `47.30`, `1 234,5`, `-0,5`.
public enum DecimalNumber {
    /// The longest number read, in bytes.
    public static let longest = 40

    /// Reads a plain decimal number, outer blanks ignored; `nil` for anything else.
    ///
    /// Comma or point before the decimals; blanks (also non-breaking) only between groups of three digits. No unit and
    /// no percent sign: "47,3 €" where millions were asked must not pass for right. No exponent, infinity or NaN.
    public static func value(_ text: some StringProtocol) -> Double? {
        guard text.utf8.count <= longest else { return nil }
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        var plain = ""
        if let sign = scalars.first, "+-\u{2212}".unicodeScalars.contains(sign) {
            if sign != "+" { plain = "-" }
            scalars.removeFirst()
        }
        let parts = scalars.split(separator: ",", omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: ".", omittingEmptySubsequences: false) }
        guard parts.count <= 2, let whole = parts.first.flatMap({ digits(inGroups: $0) }) else { return nil }
        plain += whole
        if parts.count == 2 {
            guard !parts[1].isEmpty, parts[1].allSatisfy(isDigit) else { return nil }
            plain += "." + parts[1].map(String.init).joined()
        }
        return Double(plain).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Writes a number with a decimal comma and no exponent: `47,3`, `1500`.
    public static func text(_ value: Double) -> String {
        let parts = value.magnitude.description.split(separator: "e")
        guard value.isFinite, let mantissa = parts.first else { return "" }
        let pieces = mantissa.split(separator: ".")
        var whole = pieces.first.map(String.init) ?? "0"
        var decimals = pieces.count == 2 && pieces[1] != "0" ? String(pieces[1]) : ""
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        if exponent > 0 {
            decimals += String(repeating: "0", count: max(0, exponent - decimals.count))
            whole += decimals.prefix(exponent)
            decimals = String(decimals.dropFirst(exponent))
        } else if exponent < 0 {
            decimals = String(repeating: "0", count: -exponent - 1) + whole + decimals
            whole = "0"
        }
        return (value < 0 ? "-" : "") + whole + (decimals.isEmpty ? "" : "," + decimals)
    }

    /// `1234` or `1 234`, never `12 34`; `nil` for anything else.
    private static func digits(inGroups scalars: ArraySlice<Unicode.Scalar>) -> String? {
        let groups = scalars.split(omittingEmptySubsequences: false, whereSeparator: \.properties.isWhitespace)
        guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(isDigit) }) else {
            return nil
        }
        let isGrouped = groups.count > 1
        guard !isGrouped || first.count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined().map(String.init).joined()
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
