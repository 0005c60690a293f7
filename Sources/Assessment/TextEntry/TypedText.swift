/// A short answer reduced to what counts: `Article L. 2111-3`, `l2111‑3` and `L 2111-3` are the same.
///
/// Case, composition of accents, blanks, the kind of dash or apostrophe, points that are not between two digits, and
/// a leading word "article" do not count. Accents do.
public struct TypedText: Hashable, Sendable {
    /// What is left; empty where nothing counts.
    public let text: String

    /// Reduces a text as typed or as authored.
    public init(_ typed: String) {
        text = TypedText.reduced(TypedText.withoutArticle(typed.lowercased()))
    }

    private static func withoutArticle(_ text: String) -> Substring {
        let words = text.split(maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
        guard words.count == 2, let first = words.first, let rest = words.last else { return text[...] }
        let names: Set<Substring> = ["article", "art.", "art", "l'article", "l’article", "articles"]
        return names.contains(first) ? rest : text[...]
    }

    private static func reduced(_ text: Substring) -> String {
        let scalars: [Unicode.Scalar] = text.unicodeScalars.filter { !$0.properties.isWhitespace && !isInvisible($0) }
        var kept = String.UnicodeScalarView()
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            case ".":
                let isDecimal = place > 0 && place + 1 < scalars.count && isDigit(scalars[place - 1])
                if isDecimal, isDigit(scalars[place + 1]) { kept.append(scalar) }
            case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": kept.append("-")
            case "\u{2019}", "\u{02BC}": kept.append("'")
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Soft hyphen, zero-width characters, byte-order mark: pasted along, never typed.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
