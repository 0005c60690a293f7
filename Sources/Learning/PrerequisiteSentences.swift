internal import CourseModel

/// What is missing before an item of SCORM 1.2 opens, where complete and pass do not say it.
enum PrerequisiteSentences {
    /// What has happened cannot be undone by words.
    static func changes(_ title: String) -> Sentence {
        Sentence(fr: "l’état de « \(title) » doit changer", en: "the status of “\(title)” must change")
    }

    static func reaches(_ title: String, _ status: LessonStatus) -> Sentence {
        let (french, english) = words(for: status)
        return Sentence(
            fr: "« \(title) » doit être à l’état « \(french) »", en: "“\(title)” must have the status “\(english)”")
    }

    /// So many of several.
    static func some(_ count: Int, of clauses: [Sentence]) -> Sentence {
        let french = clauses.map(\.french).joined(separator: ", ")
        let english = clauses.map(\.english).joined(separator: ", ")
        return Sentence(fr: "faites \(count) de ces étapes (\(french))", en: "do \(count) of these steps (\(english))")
    }

    private static func words(for status: LessonStatus) -> (french: String, english: String) {
        switch status {
        case .passed: ("réussi", "passed")
        case .completed: ("terminé", "completed")
        case .browsed: ("parcouru", "browsed")
        case .failed: ("échoué", "failed")
        case .notAttempted: ("non commencé", "not attempted")
        case .incomplete: ("en cours", "in progress")
        }
    }
}
