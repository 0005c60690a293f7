import CourseModel

/// Every word that the terminal itself says, in French and English: one table.
enum Words {
    // Where one is
    static let progress = say("Avancement", "Progress")
    static let lesson = say("Leçon", "Lesson")
    static let map = say("Carte du parcours", "Map of the course")
    static let help = say("Aide", "Help")
    static let why = say("Pourquoi c’est verrouillé", "Why this is locked")
    static let result = say("Résultat", "Result")
    static let end = say("À bientôt", "See you soon")
    static let youAreHere = say("vous êtes ici", "you are here")
    static func screen(_ number: Int, of count: Int) -> Sentence {
        say("Page \(number) sur \(count)", "Page \(number) of \(count)")
    }
    static func lines(_ first: Int, _ last: Int, of count: Int) -> Sentence {
        say("lignes \(first) à \(last) sur \(count)", "lines \(first) to \(last) of \(count)")
    }
    static let moreBelow = say("↓ suite du texte", "↓ more text")
    static let moreAbove = say("↑ début", "↑ back up")

    // How far one is
    static let notStarted = say("à faire", "to do")
    static let inProgress = say("en cours", "in progress")
    static let completed = say("terminé", "done")
    static let passed = say("réussi", "passed")
    static let failed = say("non réussi", "not passed")
    static let locked = say("verrouillé", "locked")

    // Blocks of a lesson
    static let exemple = say("Exemple", "Example")
    static let attention = say("Attention", "Caution")
    static let activite = say("Activité", "Activity")
    static func endOf(_ name: Sentence) -> Sentence {
        say("(Fin : \(name.french))", "(End: \(name.english))")
    }
    static let quote = say("Citation :", "Quote:")
    static func image(_ alternative: String) -> Sentence {
        alternative.isEmpty ? say("[Image]", "[Image]") : say("[Image : \(alternative)]", "[Image: \(alternative)]")
    }
    static let code = say("Code :", "Code:")
    static let sources = say("Sources :", "Sources:")
    static func objective(_ text: String) -> Sentence { say("Objectif\u{A0}: \(text)", "Objective: \(text)") }
    static let glossary = say("Glossaire", "Glossary")
    static func meaning(of word: String, _ meaning: String) -> Sentence {
        say("\(word)\u{A0}: \(meaning)", "\(word): \(meaning)")
    }
    static let tooDeep = say("[…]", "[…]")
    static func struck(_ text: String) -> Sentence { say("[barré : \(text)]", "[struck out: \(text)]") }

    // Questions
    static func question(_ number: Int, of count: Int) -> Sentence {
        say("Question \(number) sur \(count)", "Question \(number) of \(count)")
    }
    static func attempt(_ number: Int, of limit: Int?) -> Sentence {
        guard let limit else { return say("tentative \(number)", "attempt \(number)") }
        return say("tentative \(number) sur \(limit)", "attempt \(number) of \(limit)")
    }
    static func threshold(_ percent: Sentence) -> Sentence {
        say("seuil de réussite : \(percent.french)", "pass mark: \(percent.english)")
    }
    static func points(_ value: Double) -> Sentence {
        let number = decimal(value)
        return say(
            "\(number.french) point\(abs(value) >= 2 ? "s" : "")", "\(number.english) point\(value == 1 ? "" : "s")")
    }
    static func points(_ value: Double, of most: Double) -> Sentence {
        let (number, all) = (decimal(value), points(most))
        return say("\(number.french) sur \(all.french)", "\(number.english) out of \(all.english)")
    }
    static let oneAnswer = say("Une seule réponse.", "One answer.")
    static let severalAnswers = say("Plusieurs réponses possibles.", "Several answers are possible.")
    static let yourText = say("Votre réponse :", "Your answer:")
    static let yourNumber = say("Votre nombre :", "Your number:")
    static func nothingChosen(upTo last: String) -> Sentence {
        say(
            "Choisissez d’abord une réponse, de A à \(last), puis validez.",
            "First choose an answer, from A to \(last), then submit.")
    }
    static let nothingTyped = say(
        "Écrivez d’abord votre réponse, puis validez.", "First type your answer, then submit.")
    static let notANumber = say(
        "Ce n’est pas un nombre. Écrivez par exemple 47,3.", "This is not a number. Type for example 47.3.")
    static let answerFirst = say(
        "Répondez d’abord à la question. La carte permet d’aller ailleurs.",
        "Answer the question first. The map takes you elsewhere.")
    static func noSuchOption(_ text: String) -> Sentence {
        say("Il n’y a pas de réponse « \(text) ».", "There is no answer \u{201C}\(text)\u{201D}.")
    }
    static let onlyOne = say("Une seule réponse est possible.", "Only one answer is possible.")

    // Outcomes
    static let correct = say("Bonne réponse", "Correct")
    static let partlyCorrect = say("Réponse en partie juste", "Partly correct")
    static let incorrect = say("Réponse inexacte", "Not correct")
    static let quizPassed = say("Quiz réussi", "Quiz passed")
    static let quizFailed = say("Quiz non réussi", "Quiz not passed")
    static let quizDone = say("Quiz terminé", "Quiz finished")
    static func score(_ points: Sentence, _ percent: Sentence) -> Sentence {
        say("Note : \(points.french), soit \(percent.french)", "Score: \(points.english), that is \(percent.english)")
    }
    static func best(_ percent: Sentence) -> Sentence {
        say("Meilleure note jusqu’ici : \(percent.french)", "Best score so far: \(percent.english)")
    }
    static func attemptsLeft(_ count: Int) -> Sentence {
        switch count {
        case ...0: say("Il ne reste plus de tentative.", "No attempt is left.")
        case 1: say("Il reste 1 tentative.", "1 attempt is left.")
        default: say("Il reste \(count) tentatives.", "\(count) attempts are left.")
        }
    }
    static let attemptsUnlimited = say(
        "Vous pouvez recommencer autant de fois que vous voulez.", "You can try again as often as you like.")
    static let review = say("Vos réponses", "Your answers")
    static func answered(_ text: String) -> Sentence { say("Votre réponse : \(text)", "Your answer: \(text)") }
    static let notAnswered = say("Sans réponse", "Not answered")

    // Locks
    static let notNow = say("Ce n’est pas encore possible", "Not possible yet")
    static let wayOut = say("Pour ouvrir cette étape :", "To open this step:")
    static let noWayOut = say(
        "Rien à faire de votre côté pour l’instant.", "There is nothing you need to do for now.")
    static let nothingLocked = say(
        "Rien n’est verrouillé ici : vous pouvez continuer.", "Nothing is locked here: you can go on.")
    static let onlyGroups = say(
        "Cette ligne regroupe des étapes : choisissez l’une d’elles.", "This line groups steps: choose one of them.")
    static func noSuchStep(_ text: String) -> Sentence {
        say("Il n’y a pas d’étape numéro \(text).", "There is no step number \(text).")
    }
    static let reason = say("Raison :", "Reason:")
    static let elsewhere = say(
        "Le parcours a avancé dans une autre fenêtre : voici où vous en êtes.",
        "The course moved on in another window: here is where you are.")
    static let noRetry = say("Ce quiz ne peut pas être recommencé.", "This quiz cannot be taken again.")

    // Elsewhere
    static let inBrowser = say(
        "Cette étape est une page web : elle s’ouvre dans un navigateur.",
        "This step is a web page: it opens in a browser.")
    static let notShownHere = say(
        "Ce terminal ne peut pas la montrer. Elle reste à faire ; vous pouvez avancer ou choisir une autre étape.",
        "This terminal cannot show it. It stays to be done; you can go on, or choose another step.")
    static let courseDone = say("Bravo, le parcours est terminé.", "Well done, the course is complete.")
    static let sessionEnded = say("La séance est terminée.", "The session is over.")
    static let resumeLater = say(
        "Tout est enregistré : vous reprendrez ici la prochaine fois.",
        "Everything is saved: you will resume here next time.")
    static let closing = say("Tout est enregistré. À bientôt !", "Everything is saved. See you soon!")
    static let chooseInMap = say("Choisissez une étape dans la carte.", "Choose a step in the map.")

    // What can be typed
    static let next = say("suivant", "next")
    static let back = say("retour", "back")
    static let toMap = say("carte", "map")
    static let toWhy = say("pourquoi", "why")
    static let toHelp = say("aide", "help")
    static let quit = say("quitter", "quit")
    static let retry = say("recommencer", "retry")
    static let submit = say("valider", "submit")
    static let choose = say("choisir", "choose")
    static let tick = say("cocher", "tick")
    static let open = say("ouvrir", "open")
    static let move = say("se déplacer", "move")
    static let enterKey = say("Entrée", "Enter")
    static let spaceKey = say("Espace", "Space")
    static let escapeKey = say("Échap", "Esc")
    static let orElse = say("ou", "or")
    static func typeWord(_ words: Sentence) -> Sentence {
        say("Tapez : \(words.french).", "Type: \(words.english).")
    }
    static let enterAlone = say("Entrée seule : suivant.", "Enter alone: next.")
    static let enterAloneReturns = say("Entrée seule : revenir.", "Enter alone: go back.")
    static func numberOpens(_ last: Int) -> Sentence {
        last == 1
            ? say("Tapez 1 pour y aller.", "Type 1 to go there.")
            : say("Tapez un numéro de 1 à \(last) pour y aller.", "Type a number from 1 to \(last) to go there.")
    }
    static let whyNumber = say("« pourquoi 3 » explique l’étape 3.", "\u{201C}why 3\u{201D} explains step 3.")
    static func typeOne(upTo last: String) -> Sentence {
        say("Tapez une lettre de A à \(last).", "Type a letter from A to \(last).")
    }
    static func typeSeveral(upTo last: String) -> Sentence {
        say(
            "Tapez une ou plusieurs lettres de A à \(last), par exemple : A C.",
            "Type one or more letters from A to \(last), for example: A C.")
    }
    static let typeText = say(
        "Tapez votre réponse. Pour répondre par un mot de commande, écrivez = devant.",
        "Type your answer. To answer with a command word, put = before it.")
    static let typeNumber = say("Tapez un nombre, par exemple 47,3.", "Type a number, for example 47.3.")
    static func notUnderstood(_ text: String) -> Sentence {
        say(
            "« \(text) » n’est pas compris ici. Tapez aide pour voir ce qui est possible.",
            "\u{201C}\(text)\u{201D} is not understood here. Type help to see what is possible.")
    }

    // Help
    static let helpIntro = say(
        "Votre avancement est enregistré à chaque pas : vous pouvez quitter quand vous voulez.",
        "Your progress is saved at every step: you can leave whenever you like.")
    static let helpNext = say("page, question ou étape suivante", "next page, question or step")
    static let helpBack = say("page ou étape précédente", "previous page or step")
    static let helpMap = say(
        "toutes les étapes et leur état ; on y choisit où aller", "all steps and their state; choose where to go")
    static let helpWhy = say(
        "pourquoi une étape est verrouillée, et comment l’ouvrir", "why a step is locked, and how to open it")
    static let helpScroll = say(
        "lire la suite d’une page longue, se déplacer dans la carte", "read on in a long page, move in the map")
    static let helpAnswer = say(
        "choisir une réponse, puis Entrée pour valider", "choose an answer, then Enter to submit")
    static let helpRetry = say("recommencer un quiz, quand c’est permis", "take a quiz again, when allowed")
    static let helpHelp = say("cette aide", "this help")
    static let helpQuit = say("quitter ; vous reprendrez au même endroit", "leave; you will resume at the same place")
    static let signs = say("Signes de la carte", "Signs of the map")

    /// A sentence whose French keeps its blanks before `: ; ? ! %` and inside « » together.
    private static func say(_ french: String, _ english: String) -> Sentence {
        var bound = ""
        for character in french {
            if ":;?!»%".contains(character), bound.last == " " {
                bound.removeLast()
                bound.append("\u{A0}")
            }
            bound.append(character == " " && bound.last == "«" ? "\u{A0}" : character)
        }
        return Sentence(fr: bound, en: english)
    }
}
