/// A language the engine speaks.
public enum Language: String, Hashable, Codable, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The language of a locale name such as `en_GB.UTF-8`; `nil` for one that the engine does not speak.
    public init?(locale: String) {
        self.init(rawValue: String(locale.prefix { $0.isLetter }).lowercased())
    }
}

/// A sentence for people, in every language the engine speaks.
public struct Sentence: Hashable, Sendable {
    public let french: String
    public let english: String

    /// The same sentence twice. The blanks that French puts before a colon and the like, and within guillemets, do not
    /// break.
    public init(fr french: String, en english: String) {
        self.french = french.holdingFrenchBlanks
        self.english = english
    }

    /// The sentence in one language.
    public func text(_ language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

extension String {
    /// The text with unbreakable blanks where French wants them.
    fileprivate var holdingFrenchBlanks: String {
        guard utf8.contains(UInt8(ascii: " ")) else { return self }
        var held = UnicodeScalarView()
        var isHeld = false
        for scalar in unicodeScalars {
            if held.last == " ", [":", ";", "?", "!", "»"].contains(scalar) { held.hold() }
            held.append(scalar)
            if isHeld, scalar == " " { held.hold() }
            isHeld = scalar == "«"
        }
        return String(held)
    }
}

extension String.UnicodeScalarView {
    /// Makes the last scalar, a blank, an unbreakable one.
    fileprivate mutating func hold() {
        removeLast()
        append("\u{A0}")
    }
}
