internal import CourseModel

/// What is said of a course's learners.
enum ReportSentences {
    static func nobody(_ course: String) -> Sentence {
        Sentence(
            fr:
                "\(course)\u{A0}: personne n’a commencé ce cours. «\u{A0}parcours records --as csv\u{A0}» montre ceux qui le sont.",
            en: "\(course): nobody has begun that course. “parcours records --as csv” shows those that were.")
    }

    static func text(of answer: ReportAnswer) -> Sentence {
        let learners = answer.learners.map { learner in
            let failed = learner.failed.isEmpty ? "" : " ✗ \(learner.failed.joined(separator: ", "))"
            return "  \(learner.lastAccess ?? "—") \(learner.name) \(learner.unitsDone)/\(learner.unitsTotal) "
                + "> \(learner.current ?? "—")\(failed)"
        }
        let activities = answer.activities.map {
            (
                "  \($0.title)\u{A0}: ici \($0.here), tentée \($0.attempted), achevée \($0.completed), échouée \($0.failed)",
                "  \($0.title): here \($0.here), attempted \($0.attempted), completed \($0.completed), failed \($0.failed)"
            )
        }
        let questions = answer.questions.map {
            (
                "  \($0.question)\u{A0}: réponses \($0.attempts), justes \($0.right), fausses \($0.wrong)",
                "  \($0.question): answers \($0.attempts), right \($0.right), wrong \($0.wrong)"
            )
        }
        func page(_ sections: [(String, [String])]) -> String {
            sections.filter { !$0.1.isEmpty }.map { "\($0.0)\n\($0.1.joined(separator: "\n"))\n" }.joined()
                .withoutCommands(but: "\n")
        }
        return Sentence(
            fr: page([("Personnes", learners), ("Étapes", activities.map(\.0)), ("Questions", questions.map(\.0))]),
            en: page([("People", learners), ("Steps", activities.map(\.1)), ("Questions", questions.map(\.1))]))
    }
}
