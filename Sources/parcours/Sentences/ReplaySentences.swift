internal import CourseModel

/// What is said of a replay.
enum ReplaySentences {
    static let oneOption = Sentence(
        fr: "Donnez --at, --until ou --diff, l’un des trois seulement.",
        en: "Give --at, --until or --diff, only one of the three.")

    static let nothingChanged = Sentence(fr: "Rien n’a changé sur la carte.", en: "Nothing changed on the map.")

    static func badMoment(_ text: String) -> Sentence {
        Sentence(
            fr: "--until \(text)\u{A0}: donnez un jour (2026-11-23) ou un instant (2026-11-23T16:24:58.123Z), en UTC.",
            en: "--until \(text): give a day (2026-11-23) or a moment (2026-11-23T16:24:58.123Z), in UTC.")
    }

    static func tooEarly(_ text: String) -> Sentence {
        Sentence(
            fr: "--until \(text)\u{A0}: le journal ne commence qu’après.",
            en: "--until \(text): the journal begins only later.")
    }

    static func twoLines(_ last: Int) -> Sentence {
        Sentence(
            fr: "--diff\u{A0}: donnez deux numéros de ligne du journal, de 1 à \(last), dans l’ordre.",
            en: "--diff: give two line numbers of the journal, from 1 to \(last), in order.")
    }
}
