internal import CourseModel
internal import RecordIndex

/// What is said of the index.
enum IndexSentences {
    static let indexing = Sentence(fr: "Lecture des journaux", en: "Reading journals")

    static let damaged = Sentence(
        fr: "index.sqlite\u{A0}: endommagé. Rien n’est perdu\u{A0}: il sera refait à partir des journaux.",
        en: "index.sqlite: damaged. Nothing is lost: it will be made anew from the journals.")

    static func inMemory(_ path: String, _ trouble: IndexTrouble) -> Sentence {
        let what =
            switch trouble {
            case .corrupt(let what), .unusable(let what): what
            }
        return Sentence(
            fr:
                "\(path)\u{A0}: index non enregistré (\(what)). Le résultat vient des journaux\u{A0}; il sera recalculé la "
                + "prochaine fois.",
            en: "\(path): index not saved (\(what)). The result comes from the journals; it will be computed again "
                + "next time.")
    }

    static func indexed(_ read: Int, known: Int, forgotten: Int, failures: Int) -> Sentence {
        Sentence(
            fr: "Index à jour\u{A0}: journaux lus \(read), déjà connus \(known), oubliés \(forgotten), "
                + "illisibles \(failures).",
            en: "Index up to date: journals read \(read), known already \(known), forgotten \(forgotten), "
                + "unreadable \(failures).")
    }
}
