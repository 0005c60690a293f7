internal import CourseModel
internal import FoundationEssentials

/// The 106 criteria of RGAA 4.1.2 and how each is known to be met, from `rgaa.json`.
struct Criteria: Decodable, Sendable {
    /// A text in both languages.
    struct Text: Decodable, Sendable {
        var fr: String
        var en: String

        var sentence: Sentence { Sentence(fr: fr, en: en) }
    }

    /// A way of knowing, and what it makes of a criterion.
    struct How: Decodable, Sendable {
        var status: Text
        var proof: Text
    }

    /// One of the thirteen themes.
    struct Theme: Decodable, Sendable {
        var number: Int
        var name: Text
        var criteria: [Criterion]
    }

    /// One criterion; its number is its place in the theme.
    struct Criterion: Decodable, Sendable {
        /// `A` or `AA`.
        var level: String
        /// A name in `how`.
        var how: String
        var text: Text
    }

    var how: [String: How]
    var themes: [Theme]

    /// Throws a `WebShell.Trouble` that names the file.
    init(file: String) throws {
        do {
            self = try JSONDecoder().decode(Criteria.self, from: Data(contentsOf: URL(filePath: file)))
        } catch {
            throw WebShell.Trouble.pages(file: file, what: "\(error)")
        }
    }
}
