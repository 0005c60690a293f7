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

    /// The same sentence twice.
    public init(fr french: String, en english: String) {
        self.french = french
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
