internal import CourseModel
internal import Learning

/// Every word of the shell's own pages, in French and English.
enum Words {
    /// What templates call `t.NAME`, by language.
    static let inLanguage: [Language: [String: String]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in (language, all.mapValues { $0.text(language) }) })

    /// One table of all pages; a name that stands twice is a defect that a test finds.
    static let all: [String: Sentence] = pages.merging(player) { first, _ in first }
        .merging(helping) { first, _ in first }.merging(content) { first, _ in first }
        .merging(AccountWords.all) { first, _ in first }.merging(importing) { first, _ in first }

    static let closeMeaning = Sentence(fr: "Fermer", en: "Close")
    static let table = Sentence(fr: "Tableau", en: "Table")

    static func callout(_ kind: Block.Callout) -> Sentence {
        switch kind {
        case .exemple: Sentence(fr: "Exemple", en: "Example")
        case .attention: Sentence(fr: "Attention", en: "Caution")
        case .activite: Sentence(fr: "Activité", en: "Activity")
        }
    }

    static func status(_ status: OutlineEntry.Status) -> Sentence {
        switch status {
        case .notStarted: Sentence(fr: "à faire", en: "to do")
        case .inProgress: Sentence(fr: "en cours", en: "in progress")
        case .completed: Sentence(fr: "terminé", en: "done")
        case .passed: Sentence(fr: "réussi", en: "passed")
        case .failed: Sentence(fr: "non réussi", en: "not passed")
        }
    }

    /// How an activity went, and whether its content said so itself.
    static func outcome(_ status: OutlineEntry.Status, isDeclared: Bool) -> Sentence {
        let words = Words.status(status)
        guard isDeclared else { return words }
        return Sentence(
            fr: "\(words.french) (déclaré par le contenu, non vérifié)",
            en: "\(words.english) (declared by the content, not verified)")
    }

    static let locked = Sentence(fr: "verrouillé", en: "locked")
    static let here = Sentence(fr: "vous êtes ici", en: "you are here")

    /// « 1 h 05 », « 6 min »; a minute begun counts.
    static func duration(_ seconds: Int64) -> Sentence {
        let minutes = max(0, seconds) / 60 + (seconds % 60 > 0 ? 1 : 0)
        let (hours, rest) = (minutes / 60, minutes % 60)
        guard hours > 0 else { return Sentence(fr: "\(minutes) min", en: "\(minutes) min") }
        guard rest > 0 else { return Sentence(fr: "\(hours) h", en: "\(hours) h") }
        let padded = rest < 10 ? "0\(rest)" : "\(rest)"
        return Sentence(fr: "\(hours) h \(padded)", en: "\(hours) h \(padded) min")
    }

    /// « 80 % »
    static func percent(_ part: Double) -> Sentence {
        let whole = Int((part * 100).rounded(.down))
        return Sentence(fr: "\(whole) %", en: "\(whole)%")
    }

    static func timeLeft(_ seconds: Int64) -> Sentence {
        let time = duration(seconds)
        return Sentence(fr: "encore \(time.french) environ", en: "about \(time.english) left")
    }

    static func page(_ number: Int, of count: Int) -> Sentence {
        Sentence(fr: "Page \(number) sur \(count)", en: "Page \(number) of \(count)")
    }

    static func question(_ number: Int, of count: Int) -> Sentence {
        Sentence(fr: "Question \(number) sur \(count)", en: "Question \(number) of \(count)")
    }

    static func steps(_ count: Int) -> Sentence {
        Sentence(fr: "\(count) étape\(count > 1 ? "s" : "")", en: "\(count) step\(count == 1 ? "" : "s")")
    }

    static let resume = Sentence(fr: "Reprendre", en: "Resume")
    static let onlyGroups = Sentence(
        fr: "Cette ligne regroupe des étapes : choisissez l’une d’elles.",
        en: "This line groups steps: choose one of them.")
    static func unreadable(_ course: String, _ why: Sentence) -> Sentence {
        Sentence(
            fr: "Le cours « \(course) » ne peut pas être ouvert. \(why.french)",
            en: "The course “\(course)” cannot be opened. \(why.english)")
    }

    static let openStep = Sentence(fr: "Ouvrir", en: "Open")
    static let backToCourse = Sentence(fr: "Revenir au cours", en: "Back to the course")

    static func seeStep(_ title: String) -> Sentence {
        Sentence(fr: "Voir « \(title) »", en: "See “\(title)”")
    }

    static func place(_ title: String, page: Int) -> Sentence {
        Sentence(fr: "\(title), page \(page)", en: "\(title), page \(page)")
    }

    /// What was typed comes back, as the page it belonged to is gone.
    static func stale(_ why: Sentence, _ typed: [String]) -> Sentence {
        let typed = typed.filter { !$0.isEmpty }.joined(separator: ", ")
        guard !typed.isEmpty else { return why }
        return Sentence(
            fr: "\(why.french) Votre réponse n’a pas été comptée : « \(typed) ».",
            en: "\(why.english) Your answer was not counted: “\(typed)”.")
    }

    /// `25 novembre 2026`, in the machine's time zone.
    static func day(_ instant: Instant) -> Sentence {
        let text = instant.asClocksShow.description.prefix(10)
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return Sentence(fr: "\(text)", en: "\(text)") }
        let (year, month, day) = (parts[0], parts[1] - 1, parts[2])
        return Sentence(
            fr: "\(day == 1 ? "1er" : "\(day)") \(frenchMonths[month]) \(year)",
            en: "\(day) \(englishMonths[month]) \(year)")
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
