internal import CourseModel
internal import HTTPTypes
internal import Hummingbird

/// What a browser says about its reader: the language and the look.
struct Visitor: Sendable {
    static let languageCookie = "parcours-lang"
    static let themeCookie = "parcours-theme"

    var language: Language
    var theme: Theme
    /// Who it is, once that is known.
    var caller: Caller?

    init(language: Language, theme: Theme, caller: Caller?) {
        (self.language, self.theme, self.caller) = (language, theme, caller)
    }

    init(_ request: Request, _ options: WebOptions) {
        let cookies = Visitor.cookies(request.headers[.cookie] ?? "")
        language =
            cookies[Visitor.languageCookie].flatMap { Language(rawValue: $0) }
            ?? Visitor.preferred(request.headers[.acceptLanguage] ?? "") ?? options.language
        theme = cookies[Visitor.themeCookie].flatMap { Theme(rawValue: $0) } ?? .auto
    }

    static func cookies(_ header: String) -> [String: String] {
        var found: [String: String] = [:]
        for pair in header.split(separator: ";").prefix(50) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            found[String(parts[0].drop { $0 == " " })] = String(parts[1])
        }
        return found
    }

    /// The language with the greatest weight that the engine speaks.
    static func preferred(_ header: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",").prefix(20) {
            let pieces = part.split(separator: ";")
            guard let name = pieces.first, let language = Language(locale: String(name.drop { $0 == " " })) else {
                continue
            }
            let quality = pieces.dropFirst().first { $0.drop { $0 == " " }.hasPrefix("q=") }
            let weight = quality.map { Double($0.drop { $0 == " " }.dropFirst(2)) ?? 0 } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }
}
