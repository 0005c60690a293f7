import CourseModel

/// What can be wrong with the characters of a manifest, and the note that stands for many.
extension Fault {
    static func wrongEncoding(_ declared: String, readAs: String) -> Fault {
        Fault(
            "PKG010", .warning,
            Sentence(
                fr: "Le fichier n’est pas en \(declared) comme annoncé ; il est lu en \(readAs).",
                en: "The file is not in \(declared) as declared; it is read as \(readAs)."),
            cure: Sentence(
                fr: "Enregistrez-le en UTF-8, déclarez UTF-8, et vérifiez les lettres accentuées.",
                en: "Save it as UTF-8, declare UTF-8, and check the accented letters."))
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
