internal import Assessment
internal import CourseModel

/// What the engine says when something cannot be done, and what to do instead.
enum LockSentences {
    static let rule = Sentence(
        fr: "le cours le garde fermé pour l’instant", en: "the course keeps it closed for now")
    static let inOrder = Sentence(
        fr: "ce passage se suit dans l’ordre, avec « suivant »", en: "this part is followed in order, with “next”")
    static let nothingToRetry = Sentence(
        fr: "Il n’y a pas de quiz terminé à recommencer ici.", en: "There is no finished quiz to retry here.")
    static let noSuchScreen = Sentence(
        fr: "Cet écran n’existe pas dans la leçon en cours.", en: "The current lesson has no such screen.")
    static let longNote = Sentence(
        fr: "La note est trop longue : 4 000 caractères au plus.", en: "The note is too long: 4,000 characters at most."
    )
    static let noSuchQuestion = Sentence(
        fr: "Cette question n’est pas posée en ce moment.", en: "That question is not being asked now.")
    static let alreadyAnswered = Sentence(
        fr: "Cette question a déjà sa réponse ; elle est enregistrée.",
        en: "That question is answered already, and saved."
    )

    static let stale = Sentence(
        fr: "Le parcours a avancé dans une autre fenêtre ; voici où il en est.",
        en: "The course has moved on in another window; this is where it stands.")

    static let takenOver = Sentence(
        fr:
            "Ce contenu a été ouvert dans une autre fenêtre, qui enregistre désormais. Rouvrez-le ici pour le reprendre.",
        en: "This content was opened in another window, which saves from now on. Open it here again to take it back.")

    static func pass(_ title: String) -> Sentence {
        Sentence(fr: "réussissez « \(title) »", en: "pass “\(title)”")
    }

    static func complete(_ title: String) -> Sentence {
        Sentence(fr: "terminez « \(title) »", en: "complete “\(title)”")
    }

    static func finishFirst(_ title: String) -> Sentence {
        Sentence(fr: "terminez d’abord « \(title) »", en: "finish “\(title)” first")
    }

    /// The same lock where no way out is known.
    static func withoutWayOut(_ sentence: Sentence) -> Sentence {
        Sentence(
            fr: "\(sentence.french) Rien de ce qui est ouvert n’y mène pour l’instant.",
            en: "\(sentence.english) Nothing that is open leads there for now.")
    }

    static func begin(_ title: String) -> Sentence {
        Sentence(fr: "commencez « \(title) »", en: "begin “\(title)”")
    }

    /// `least` from -1 to 1, shown in percent.
    static func score(_ title: String, atLeast least: Double) -> Sentence {
        let percent = Int((least * 100).rounded())
        return Sentence(
            fr: "obtenez au moins \(percent) % à « \(title) »", en: "score at least \(percent)% in “\(title)”")
    }

    static func alreadyDone(_ title: String) -> Sentence {
        Sentence(fr: "« \(title) » est déjà fait", en: "“\(title)” is done already")
    }

    static func noWayBack(_ title: String) -> Sentence {
        Sentence(fr: "« \(title) » se suit sans retour en arrière", en: "“\(title)” has no way back")
    }

    static func enterFirst(_ title: String) -> Sentence {
        Sentence(fr: "ouvrez d’abord « \(title) », par son début", en: "open “\(title)” first, at its beginning")
    }

    static func neighboursOnly(_ title: String) -> Sentence {
        Sentence(
            fr: "de « \(title) », on passe seulement à la partie voisine",
            en: "from “\(title)” only the next or previous part can be opened")
    }

    static let notSelected = Sentence(
        fr: "cette étape n’est pas au programme de cette tentative", en: "this step is not part of this attempt")
    static let onlyGroups = Sentence(
        fr: "choisissez une des étapes de cette partie", en: "choose one of the steps in this part")

    /// Alternatives, of which a reader wants to hear three at most.
    static func oneOf(_ clauses: [Sentence]) -> Sentence {
        guard clauses.count > 3 else { return alternatives(clauses) }
        let others = clauses.count - 2
        return alternatives(
            clauses.prefix(2) + [Sentence(fr: "l’une des \(others) autres", en: "one of \(others) others")])
    }

    static func attemptsUsed(_ count: Int) -> Sentence {
        count == 1
            ? Sentence(fr: "la seule tentative est utilisée", en: "the only attempt is used")
            : Sentence(fr: "les \(count) tentatives sont utilisées", en: "all \(count) attempts are used")
    }

    static func alternatives(_ clauses: [Sentence]) -> Sentence { joined(clauses, fr: "ou", en: "or") }

    /// « Fermé : réussissez « A » et terminez « B ». »
    static func locked(until clauses: [Sentence]) -> Sentence {
        let all = joined(clauses, fr: "et", en: "and")
        return Sentence(fr: "Fermé : \(all.french).", en: "Locked: \(all.english).")
    }

    /// A lock without a way out that words could name.
    static let onlyByRule = locked(until: [rule])

    static func attemptDelay(seconds: Int64) -> Sentence {
        let minutes = (seconds + 59) / 60
        let (hours, rest) = (minutes / 60, minutes % 60)
        let words =
            switch (hours, rest) {
            case (0, _): "\(rest) min"
            case (_, 0): "\(hours) h"
            default: "\(hours) h \(rest) min"
            }
        return Sentence(
            fr: "Nouvelle tentative possible dans \(words) : le temps de relire les leçons.",
            en: "A new attempt is possible in \(words): time to read the lessons again.")
    }

    static func badResponse(_ error: ResponseError) -> Sentence {
        switch error {
        case .empty: Sentence(fr: "La réponse est vide.", en: "The answer is empty.")
        case .noSuchOption(let option):
            Sentence(fr: "Il n’y a pas d’option « \(option) ».", en: "There is no option “\(option)”.")
        case .onlyOneOption: Sentence(fr: "Choisissez une seule option.", en: "Choose one option only.")
        case .notANumber(let text):
            Sentence(
                fr: "« \(text) » n’est pas un nombre ; écrivez par exemple 47,3.",
                en: "“\(text)” is not a number; write 47.3, for instance.")
        }
    }

    static func notPossible(_ request: Navigation) -> Sentence {
        switch request {
        case .continue:
            Sentence(
                fr: "On ne peut pas avancer d’ici ; ouvrez la carte.",
                en: "There is no next step from here; open the map.")
        case .previous:
            Sentence(
                fr: "On ne peut pas reculer d’ici ; ouvrez la carte.",
                en: "There is no step back from here; open the map.")
        case .choice(let id), .jump(let id):
            Sentence(fr: "« \(id) » ne s’ouvre pas d’ici.", en: "“\(id)” cannot be opened from here.")
        case .start, .resumeAll, .exit, .exitAll, .suspendAll, .abandon, .abandonAll:
            Sentence(fr: "Cette action n’est pas possible maintenant.", en: "That is not possible now.")
        }
    }

    private static func joined(_ clauses: [Sentence], fr: String, en: String) -> Sentence {
        guard let first = clauses.first else { return rule }
        return clauses.dropFirst().reduce(first) { whole, next in
            Sentence(fr: "\(whole.french) \(fr) \(next.french)", en: "\(whole.english) \(en) \(next.english)")
        }
    }
}
