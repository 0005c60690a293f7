/// What the argument parser says, in French; by itself it speaks English only.
enum ParserWords {
    /// A help page or a message of the parser in French. A line that is not known stays as it is.
    static func french(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(french(line:)).joined(separator: "\n")
    }

    /// Whole lines, the narrower first; `*` stands for any text.
    private static let lines = [
        ("Error: Missing expected argument '*'", "Erreur : il manque l’argument « * »"),
        ("Error: Missing required subcommand.", "Erreur : il manque une sous-commande."),
        ("Error: Missing one of: '*'", "Erreur : il manque l’un de ceux-ci : « * »"),
        ("Error: Missing value for '*'", "Erreur : il manque une valeur à « * »"),
        ("Error: Unknown option '*'. Did you mean '*'?", "Erreur : option inconnue « * ». Vouliez-vous dire « * » ?"),
        ("Error: Unknown option '*'", "Erreur : option inconnue « * »"),
        ("Error: Invalid option: *", "Erreur : option mal écrite : *"),
        ("Error: Unexpected argument '*'", "Erreur : argument en trop « * »"),
        ("Error: * unexpected arguments: '*'", "Erreur : * arguments en trop : « * »"),
        (
            "Error: The option '*' does not take any value, but '*' was specified.",
            "Erreur : l’option « * » ne prend pas de valeur ; « * » est de trop."
        ),
        (
            "Error: The value '*' is invalid for '*'. Please provide one of '*' and '*'.",
            "Erreur : « * » ne convient pas à « * ». Choisissez « * » ou « * »."
        ),
        (
            "Error: The value '*' is invalid for '*'. Please provide one of *.",
            "Erreur : « * » ne convient pas à « * ». Choisissez parmi *."
        ),
        ("Error: The value '*' is invalid for '*': *", "Erreur : « * » ne convient pas à « * » : *"),
        ("Error: The value '*' is invalid for '*'", "Erreur : « * » ne convient pas à « * »"),
        ("Error: *", "Erreur : *"),
        ("Help:  *", "Aide :  *"),
        ("Usage: *", "Usage : *"),
        ("  See '*' for more information.", "  Pour en savoir plus : *"),
        ("  See '*' for detailed help.", "  Sur chacune : *"),
        ("OVERVIEW: *", "OBJET : *"),
        ("USAGE: *", "USAGE : *"),
        ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"),
        ("SUBCOMMANDS:", "SOUS-COMMANDES :"),
    ].map { (english: $0.split(separator: "*", omittingEmptySubsequences: false), french: $1) }

    /// Words within a line.
    private static let parts = [
        ("(default:", "(par défaut :"),
        ("(values:", "(valeurs :"),
        ("; default:", " ; par défaut :"),
        ("  Show the version.", "  Affiche la version."),
        ("  Show help information.", "  Affiche cette aide."),
        ("  Show subcommand help information.", "  Affiche l’aide d’une sous-commande."),
    ]

    private static func french(line: Substring) -> String {
        for (english, french) in lines {
            if let texts = texts(of: line, between: english) { return filled(french, texts) }
        }
        return parts.reduce(String(line)) { $0.replacing($1.0, with: $1.1) }
    }

    /// What stands for each `*`, when the line is made of these pieces.
    private static func texts(of line: Substring, between pieces: [Substring]) -> [Substring]? {
        guard let first = pieces.first, line.hasPrefix(first) else { return nil }
        var rest = line.dropFirst(first.count)
        var texts: [Substring] = []
        for piece in pieces.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: piece) else { return nil }
            texts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        guard pieces.count > 1, let last = pieces.last else { return rest.isEmpty ? texts : nil }
        guard rest.hasSuffix(last) else { return nil }
        return texts + [rest.dropLast(last.count)]
    }

    private static func filled(_ french: String, _ texts: [Substring]) -> String {
        var texts = texts[...]
        return french.map { $0 == "*" ? texts.popFirst().map(String.init) ?? "" : String($0) }.joined()
            .replacing("', '", with: "\u{A0}», «\u{A0}")
    }
}
