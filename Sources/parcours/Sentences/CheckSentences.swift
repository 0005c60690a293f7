internal import CourseModel

/// What `check` says beside its findings.
enum CheckSentences {
    static func unusableRules(_ file: String, _ what: String) -> Sentence {
        Sentence(
            fr: "\(file) ne se lit pas\u{A0}: \(what). Réinstallez Parcours, ou corrigez PARCOURS_SHARE.",
            en: "\(file) cannot be read: \(what). Install Parcours again, or correct PARCOURS_SHARE.")
    }
}
