internal import ArgumentParser
internal import CourseModel
internal import Glibc

/// Options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: help("Dossier de données (sinon $PARCOURS_DATA).", "Data folder (else $PARCOURS_DATA)."))
    var dataPath: String?

    @Option(
        name: .customLong("lang"),
        help: help("Langue : fr ou en (sinon LC_ALL, LANG).", "Language: fr or en (else LC_ALL, LANG)."))
    var lang: String?

    @Flag(help: help("Ne rien dire d’inutile.", "Say nothing that is not needed."))
    var quiet = false

    mutating func validate() throws {
        if let lang, Language(locale: lang) == nil {
            throw ValidationError("--lang \(lang) : choisissez fr ou en. (choose fr or en)")
        }
    }

    var language: Language { lang.flatMap { Language(locale: $0) } ?? GlobalOptions.localeLanguage() }

    /// The data folder: `--data`, `$PARCOURS_DATA`, `$XDG_DATA_HOME/parcours`, `~/.local/share/parcours`.
    var dataFolderPath: String {
        if let dataPath { return dataPath }
        if let path = GlobalOptions.environment("PARCOURS_DATA") { return path }
        if let base = GlobalOptions.environment("XDG_DATA_HOME") { return "\(base)/parcours" }
        return "\(GlobalOptions.environment("HOME") ?? ".")/.local/share/parcours"
    }

    /// A variable that is set and not empty.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `LC_ALL`, then `LANG`, then French.
    static func localeLanguage() -> Language {
        for name in ["LC_ALL", "LANG"] {
            if let language = environment(name).flatMap({ Language(locale: $0) }) { return language }
        }
        return .french
    }

    /// The language before, or without, a parsed command line.
    static func chosenLanguage() -> Language {
        let arguments = CommandLine.arguments
        for (place, argument) in arguments.enumerated() {
            if argument.hasPrefix("--lang=") { return Language(locale: String(argument.dropFirst(7))) ?? .french }
            if argument == "--lang", arguments.indices.contains(place + 1) {
                return Language(locale: arguments[place + 1]) ?? .french
            }
        }
        return localeLanguage()
    }
}
