internal import Assessment
internal import CourseModel

extension Words {
    static func attempt(_ number: Int, of limit: Int?) -> Sentence {
        guard let limit else { return Sentence(fr: "tentative \(number)", en: "attempt \(number)") }
        return Sentence(fr: "tentative \(number) sur \(limit)", en: "attempt \(number) of \(limit)")
    }

    static func points(_ score: Double, of most: Double) -> Sentence {
        let (some, all) = (number(score), number(most))
        return Sentence(
            fr: "\(some.french) point\(score >= 2 ? "s" : "") sur \(all.french)",
            en: "\(some.english) of \(all.english) point\(most == 1 ? "" : "s")")
    }

    /// At most two decimals: `1,5`, `0,33`.
    static func number(_ value: Double) -> Sentence {
        let hundredths = (value * 100).rounded()
        let text = DecimalNumber.text(hundredths / 100)
        return Sentence(fr: text, en: text.map { $0 == "," ? "." : String($0) }.joined())
    }

    static func threshold(_ part: Double) -> Sentence {
        let mark = percent(part)
        return Sentence(fr: "Réussi à partir de \(mark.french)", en: "Passed from \(mark.english)")
    }

    static func best(_ part: Double) -> Sentence {
        let mark = percent(part)
        return Sentence(
            fr: "Votre meilleure note reste \(mark.french) ; c’est elle qui compte.",
            en: "Your best score is still \(mark.english); it is the one that counts.")
    }

    /// Of a finished attempt; `nil` where nothing says what passes.
    static func quizVerdict(_ isPassed: Bool?) -> Sentence {
        switch isPassed {
        case true?: Sentence(fr: "Quiz réussi", en: "Quiz passed")
        case false?: Sentence(fr: "Quiz non réussi", en: "Quiz not passed")
        case nil: Sentence(fr: "Quiz terminé", en: "Quiz finished")
        }
    }

    /// `nil` for no limit.
    static func attemptsLeft(_ count: Int?) -> Sentence {
        switch count {
        case nil:
            Sentence(
                fr: "Vous pouvez recommencer autant de fois que vous voulez.",
                en: "You can try again as often as you like.")
        case 0?: Sentence(fr: "Il ne reste plus de tentative.", en: "No attempt is left.")
        case 1?: Sentence(fr: "Il reste 1 tentative.", en: "1 attempt is left.")
        case let count?: Sentence(fr: "Il reste \(count) tentatives.", en: "\(count) attempts are left.")
        }
    }

    /// What a course leads to, as its activities say; `nil` where none does.
    static func leadsTo(_ course: Course) -> Sentence? {
        let named = course.organization.activities.compactMap(\.local.recognition)
        guard !named.isEmpty else { return nil }
        let list = named.joined(separator: ", ")
        return Sentence(fr: list, en: list)
    }
}
