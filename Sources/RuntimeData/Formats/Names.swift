/// The forms of identifiers and language tags.
enum Names {
    /// `language_type`: letters, then parts of letters and digits; `i` and `x` need a part behind them.
    static func isLanguageTag(_ text: some Sequence<UInt8>) -> Bool {
        let parts = ArraySlice(Array(text)).parts(between: "-")
        let first = parts[0]
        guard (1...8).contains(first.count), first.allSatisfy(\.isLetter) else { return false }
        if first.count == 1 {
            let letter = first.map { $0 | 0x20 }
            guard letter == [UInt8(ascii: "i")] || letter == [UInt8(ascii: "x")], parts.count > 1 else { return false }
        }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { $0.isLetter || $0.isDigit }
        }
    }

    /// `long_identifier_type`, `short_identifier_type`: not blank; what starts with `urn:` must be `urn:NID:NSS`.
    static func isIdentifier(_ text: some Sequence<UInt8>) -> Bool {
        let bytes = ArraySlice(Array(text))
        guard !bytes.isBlank else { return false }
        guard bytes.prefix(4).map({ $0 | 0x20 }).elementsEqual("urn:".utf8.map { $0 | 0x20 }) else { return true }
        let name = bytes.dropFirst(4).prefix { $0 != UInt8(ascii: ":") }
        let isName =
            (1...32).contains(name.count) && name.first != UInt8(ascii: "-")
            && name.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        return isName && !bytes.dropFirst(4 + name.count + 1).isBlank
    }

    /// `{target=ID}choice`: the identifier, blanks trimmed, and the word; `nil` for any other form.
    static func targeted(_ text: some Sequence<UInt8>) -> (target: String, word: String)? {
        let bytes = ArraySlice(Array(text))
        guard bytes.starts(with: "{target=".utf8), let end = bytes.lastIndex(of: UInt8(ascii: "}")), end >= 8 else {
            return nil
        }
        let target = bytes[8..<end].drop(while: \.isBlank)
        guard let last = target.lastIndex(where: { !$0.isBlank }) else { return nil }
        return (
            String(decoding: target[...last], as: UTF8.self), String(decoding: bytes[(end + 1)...], as: UTF8.self)
        )
    }
}
