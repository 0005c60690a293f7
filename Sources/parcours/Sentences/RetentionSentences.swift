internal import CourseModel
internal import JournalStore

/// What is said of how long data is kept.
enum RetentionSentences {
    static func unusable(_ path: String, _ trouble: RetentionRules.Trouble) -> Sentence {
        let what =
            switch trouble {
            case .noObject: Sentence(fr: "ce n’est pas un objet JSON", en: "it is no JSON object")
            case .unknown(let name):
                Sentence(
                    fr: "«\u{A0}\(name)\u{A0}» n’est pas une finalité (learners, enrolments, setAside)",
                    en: "“\(name)” is no purpose (learners, enrolments, setAside)")
            case .badPeriod(let name):
                Sentence(
                    fr: "«\u{A0}\(name)\u{A0}»\u{A0}: donnez une durée comme P3Y, P6M ou P90D",
                    en: "“\(name)”: give a period such as P3Y, P6M or P90D")
            case .newerFormat: Sentence(fr: "format inconnu, attendu 1", en: "unknown format, expected 1")
            }
        return Sentence(
            fr: "\(path)\u{A0}: \(what.french). Rien n’a été retiré\u{A0}; corrigez ce fichier.",
            en: "\(path): \(what.english). Nothing was removed; correct this file.")
    }

    static func report(_ answer: RetentionAnswer) -> Sentence {
        let lines = answer.items.map { item in
            let what = [item.learner, item.course, item.file].compactMap { $0?.withoutCommands() }.joined(
                separator: " ")
            return "\(item.purpose) \(what) (\(item.last))\n"
        }.joined()
        let count = answer.items.count
        return answer.removed
            ? Sentence(fr: "\(lines)Retirés\u{A0}: \(count).\n", en: "\(lines)Removed: \(count).\n")
            : Sentence(
                fr: "\(lines)Seraient retirés\u{A0}: \(count). Rien n’a changé.\n",
                en: "\(lines)Would be removed: \(count). Nothing has changed.\n")
    }
}
