internal import CourseHost
internal import CourseModel
internal import HTTPTypes

/// Words of signing in, of accounts and of groups.
enum AccountWords {
    static let signIn = Sentence(fr: "Se connecter", en: "Sign in")
    static let sendAgain = Sentence(fr: "Renvoyer ma réponse", en: "Send my answer again")
    static let choosePassword = Sentence(fr: "Choisir un mot de passe", en: "Choose a password")
    static let account = Sentence(fr: "Mon compte", en: "My account")
    static let groups = Sentence(fr: "Mes groupes", en: "My groups")
    static let different = Sentence(
        fr: "Les deux mots de passe sont différents. Saisissez deux fois le même.",
        en: "The two passwords differ. Type the same one twice.")
    static let passwordChanged = Sentence(
        fr: "Mot de passe changé ; vos autres sessions sont fermées.",
        en: "Password changed; your other sessions are closed.")

    static let all: [String: Sentence] = [
        "signIn": signIn, "account": account, "groups": groups, "choosePassword": choosePassword,
        "signOut": Sentence(fr: "Se déconnecter", en: "Sign out"),
        "login": Sentence(fr: "Identifiant", en: "Login"),
        "loginHint": Sentence(
            fr: "Celui de votre invitation, souvent votre adresse électronique.",
            en: "The one of your invitation, often your e-mail address."),
        "password": Sentence(fr: "Mot de passe", en: "Password"),
        "currentPassword": Sentence(fr: "Mot de passe actuel", en: "Current password"),
        "newPassword": Sentence(fr: "Nouveau mot de passe", en: "New password"),
        "passwordHint": Sentence(
            fr: "De 12 à 128 caractères. Une phrase que vous seul connaissez convient très bien.",
            en: "From 12 to 128 characters. A sentence that only you know does very well."),
        "passwordAgain": Sentence(fr: "Le même, une seconde fois", en: "The same, a second time"),
        "changePassword": Sentence(fr: "Changer de mot de passe", en: "Change password"),
        "keptText": Sentence(
            fr:
                "Votre session était terminée. Ce que vous veniez d’envoyer est gardé : connectez-vous pour le renvoyer.",
            en: "Your session had ended. What you were sending is kept: sign in to send it again."),
        "sendAgainText": Sentence(
            fr: "Vous êtes connecté. Voici ce qui n’avait pas pu être envoyé.",
            en: "You are signed in. Here is what could not be sent."),
        "sendAgain": sendAgain,
        "yourRoles": Sentence(fr: "Vos rôles", en: "Your roles"),
        "sessions": Sentence(fr: "Vos sessions ouvertes", en: "Your open sessions"),
        "since": Sentence(fr: "Ouverte le", en: "Opened"),
        "lastSeen": Sentence(fr: "utilisée le", en: "last used"),
        "thisSession": Sentence(fr: "celle-ci", en: "this one"),
        "endOthers": Sentence(fr: "Fermer les autres sessions", en: "Close the other sessions"),
        "noGroup": Sentence(
            fr: "Aucun groupe ne vous est confié. Un administrateur le fait avec « parcours account set ».",
            en: "No group is entrusted to you. An administrator does it with “parcours account set”."),
        "whoIsWhere": Sentence(fr: "Qui en est où", en: "Who is where"),
        "name": Sentence(fr: "Nom", en: "Name"),
        "position": Sentence(fr: "En ce moment", en: "Now at"),
        "lastVisit": Sentence(fr: "Dernière visite", en: "Last visit"),
        "score": Sentence(fr: "Score", en: "Score"),
        "state": Sentence(fr: "État", en: "State"),
        "needsHelp": Sentence(fr: "À suivre", en: "Needs attention"),
        "byStep": Sentence(fr: "Étape par étape", en: "Step by step"),
        "step": Sentence(fr: "Étape", en: "Step"),
        "learnersHere": Sentence(fr: "Y sont", en: "Here now"),
        "learnersDone": Sentence(fr: "L’ont terminée", en: "Have finished"),
        "learnersFailed": Sentence(fr: "L’ont échouée", en: "Have failed"),
        "declared": Sentence(fr: "déclaré", en: "declared"),
        "declaredNote": Sentence(
            fr: "Une note déclarée vient du contenu importé ; personne ne la vérifie.",
            en: "A declared score comes from imported content; nobody verifies it."),
        "hardQuestions": Sentence(
            fr: "Les questions, des plus manquées aux mieux réussies", en: "Questions, most missed first"),
        "question": Sentence(fr: "Question", en: "Question"),
        "answers": Sentence(fr: "Réponses", en: "Answers"),
        "right": Sentence(fr: "Justes", en: "Right"),
        "notBegun": Sentence(fr: "N’ont pas encore commencé", en: "Have not begun yet"),
        "noneBegun": Sentence(fr: "Personne n’a encore commencé.", en: "Nobody has begun yet."),
    ]

    static func refusal(_ refusal: AccountBook.Refusal) -> Sentence {
        switch refusal {
        case .wrong:
            Sentence(
                fr: "L’identifiant ou le mot de passe ne convient pas. Vérifiez les majuscules, puis réessayez.",
                en: "The login or the password does not fit. Check capital letters, then try again.")
        case .wait(let seconds):
            Sentence(
                fr: "Trop d’essais. Attendez \(wait(seconds).french), puis réessayez.",
                en: "Too many tries. Wait \(wait(seconds).english), then try again.")
        case .busy:
            Sentence(
                fr: "Le serveur est très occupé. Réessayez dans quelques secondes.",
                en: "The server is very busy. Try again in a few seconds.")
        case .noInvitation: PageError.noInvitation.what
        case .badPassword:
            Sentence(
                fr: "Ce mot de passe ne convient pas : il faut de 12 à 128 caractères.",
                en: "This password will not do: it takes 12 to 128 characters.")
        }
    }

    static func status(of refusal: AccountBook.Refusal?) -> HTTPResponse.Status {
        switch refusal {
        case nil: .ok
        case .wrong: .unauthorized
        case .wait: .tooManyRequests
        case .busy: .serviceUnavailable
        case .noInvitation: .notFound
        case .badPassword: .unprocessableContent
        }
    }

    private static func wait(_ seconds: Int64) -> Sentence {
        guard seconds >= 60 else {
            return Sentence(
                fr: "\(seconds) seconde\(seconds > 1 ? "s" : "")", en: "\(seconds) second\(seconds == 1 ? "" : "s")")
        }
        return Words.duration(seconds)
    }

    static func role(_ role: Role) -> Sentence {
        switch role {
        case .learner: Sentence(fr: "apprenant", en: "learner")
        case .trainer: Sentence(fr: "formateur", en: "trainer")
        case .administrator: Sentence(fr: "administrateur", en: "administrator")
        }
    }

    static func units(_ done: Int, of count: Int) -> Sentence {
        Sentence(fr: "\(done) sur \(count)", en: "\(done) of \(count)")
    }

    static func learners(_ count: Int) -> Sentence {
        Sentence(
            fr: "\(count) apprenant\(count > 1 ? "s" : "")", en: "\(count) learner\(count == 1 ? "" : "s")")
    }

    static func completion(_ word: String) -> Sentence {
        switch word {
        case "completed": Sentence(fr: "terminé", en: "completed")
        case "incomplete": Sentence(fr: "en cours", en: "in progress")
        default: Sentence(fr: "pas commencé", en: "not begun")
        }
    }

    static func trouble(_ trouble: GroupReport.Trouble) -> Sentence {
        switch trouble {
        case .failed(let activity, let attempts):
            Sentence(
                fr: "« \(activity) » : \(attempts) essais, non réussi",
                en: "“\(activity)”: \(attempts) tries, not passed")
        case .away(let days): Sentence(fr: "absent depuis \(days) jours", en: "away for \(days) days")
        case .hasty(let seconds):
            Sentence(
                fr: "terminé en \(wait(seconds).french) selon le contenu : à vérifier",
                en: "completed in \(wait(seconds).english), says the content: to be checked")
        }
    }
}

extension Words {
    /// The day and the time, in the machine's time zone.
    static func moment(_ instant: Instant) -> Sentence {
        let time = instant.asClocksShow.description.dropFirst(11).prefix(5)
        return Sentence(fr: "\(day(instant).french) à \(time)", en: "\(day(instant).english) at \(time)")
    }
}
