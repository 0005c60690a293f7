public import CourseModel

/// What is wrong with a line of a journal.
public struct JournalFault: Hashable, Sendable {
    /// The kind of fault.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The bytes are not those that were hashed, or no line at all.
        case bytes
        /// More than a line may have.
        case overlong
        /// Sealed well, but not in the form of a line: a program wrote it.
        case form
        /// Not the number after the line above.
        case number
        /// Does not name the hash of the line above.
        case chain
        /// A time before that of the line above.
        case time
        /// The end of the file came before the end of the line.
        case unfinished
        /// A line, or a request, that stands in the journal before.
        case repeated
    }

    /// The place in the file, from 1.
    public let line: Int
    public let kind: Kind

    /// A fault from its parts.
    public init(line: Int, kind: Kind) { (self.line, self.kind) = (line, kind) }

    /// What is the case, for people.
    public var sentence: Sentence {
        let words: (fr: String, en: String) =
            switch kind {
            case .bytes:
                (
                    "octets altérés (ce ne sont pas ceux qui ont été signés)",
                    "changed bytes (not those that were sealed)"
                )
            case .overlong: ("ligne trop longue", "too long for a line")
            case .form: ("forme inconnue", "not in the form of a line")
            case .number: ("numéro hors de l’ordre", "its number is out of order")
            case .chain: ("ne suit pas la ligne du dessus", "does not follow the line above")
            case .time: ("heure antérieure à la ligne du dessus", "a time before the line above")
            case .unfinished: ("ligne inachevée", "an unfinished line")
            case .repeated: ("répète une ligne précédente", "repeats an earlier line")
            }
        return Sentence(fr: "ligne \(line)\u{A0}: \(words.fr)", en: "line \(line): \(words.en)")
    }

    /// `{"line","what"}`.
    var json: String { "{\"line\":\(line),\"what\":\"\(kind.rawValue)\"}" }
}
