import CourseModel

/// What can be wrong with the characters of a manifest, and the note that stands for many.
extension Fault {
    static func wrongEncoding(_ declared: String) -> Fault {
        Fault(
            "PKG010", .warning,
            Sentence(
                fr: "Les octets ne sont pas en \(declared) comme annoncé ; ils sont lus en windows-1252 ou en UTF-8.",
                en: "The bytes are not \(declared) as declared; they are read as windows-1252 or UTF-8."),
            cure: Sentence(
                fr: "Enregistrez le fichier en UTF-8 et vérifiez les lettres accentuées.",
                en: "Save the file as UTF-8 and check the accented letters."))
    }

    static let blankBeforeDeclaration = Fault(
        "PKG011", .warning,
        Sentence(
            fr: "Des blancs précèdent la déclaration XML.", en: "Blanks come before the XML declaration."),
        cure: Sentence(fr: "Supprimez-les.", en: "Delete them."))

    static func moreOfTheSame(code: String, count: Int) -> Fault {
        Fault(
            "PKG099", .note,
            Sentence(
                fr: count == 1
                    ? "Un autre constat \(code) n’est pas montré."
                    : "\(count) autres constats \(code) ne sont pas montrés.",
                en: count == 1 ? "One more \(code) is not shown." : "\(count) more \(code) are not shown."),
            cure: Sentence(fr: "Corrigez d’abord ceux qui le sont.", en: "Correct those shown first."))
    }
}
