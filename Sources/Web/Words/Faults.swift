internal import CourseModel
internal import HTTPTypes

/// What the shell says when a request cannot be served, and what to do next.
enum Faults {
    static let notNow = Sentence(fr: "Ce n’est pas possible en ce moment", en: "Not possible right now")
    static let erased = Sentence(fr: "Vos données ont été effacées", en: "Your data was erased")
    static let toCatalogue = Sentence(fr: "Revenir aux cours", en: "Back to the courses")
}

extension PageError {
    /// A package that cannot be taken: the first error and its cure.
    static func noPackage(_ findings: [Finding]) -> PageError {
        let why = findings.first { $0.severity == .error } ?? findings.first
        let (message, cure) = (why?.message ?? Faults.notNow, why?.cure ?? Faults.notNow)
        return PageError(
            .unprocessableContent,
            Sentence(fr: "Ce paquet ne peut pas être importé", en: "This package cannot be imported"),
            Sentence(fr: "\(message.french) \(cure.french)", en: "\(message.english) \(cure.english)"))
    }

    static let uploadGone = PageError(
        .gone, Sentence(fr: "Ce paquet n’attend plus", en: "This package no longer waits"),
        Sentence(
            fr: "Il a déjà été publié, ou il a attendu plus d’une heure. Envoyez-le à nouveau.",
            en: "It was published already, or it waited for more than an hour. Send it again."))

    static let nothingToRun = PageError(
        .conflict, Sentence(fr: "Cette activité n’est plus ouverte", en: "This activity is no longer open"),
        Sentence(
            fr: "Le cours est ailleurs, peut-être dans une autre fenêtre. Rouvrez-le pour voir où vous en êtes.",
            en: "The course is elsewhere, perhaps in another window. Open it again to see where you are."))
    static let notFound = PageError(
        .notFound, Sentence(fr: "Cette page n’existe pas", en: "This page does not exist"),
        Sentence(
            fr: "L’adresse est peut-être ancienne ou mal recopiée. Rien n’est perdu : votre avancement est enregistré.",
            en: "The address may be old or mistyped. Nothing is lost: your progress is saved."))
    static let noSuchCourse = PageError(
        .notFound, Sentence(fr: "Ce cours n’est pas ici", en: "That course is not here"),
        Sentence(
            fr: "Il n’est pas dans le catalogue, ou il n’y est plus. Ce que vous y aviez fait reste enregistré.",
            en: "It is not in the catalogue, or no longer. What you did in it stays saved."))
    static let badAddress = PageError(
        .badRequest, Sentence(fr: "Cette adresse est mal formée", en: "This address is malformed"),
        Sentence(
            fr: "Le serveur ne peut pas la lire. Repartez du catalogue.",
            en: "The server cannot read it. Start again from the catalogue."))
    static let wrongMethod = PageError(
        .methodNotAllowed,
        Sentence(fr: "Cette page ne se demande pas ainsi", en: "This page is not asked for that way"),
        Sentence(
            fr: "Ouvrez-la depuis un lien ou un bouton du cours.", en: "Open it from a link or a button of the course.")
    )
    static let wrongMediaType = PageError(
        .unsupportedMediaType, Sentence(fr: "Ce format n’est pas accepté", en: "This format is not accepted"),
        Sentence(
            fr: "Le formulaire n’a pas été envoyé par une page de ce site. Rouvrez la page et recommencez.",
            en: "The form was not sent by a page of this site. Open the page again and retry."))
    static let unreadableForm = PageError(
        .badRequest, Sentence(fr: "Le formulaire est illisible", en: "The form cannot be read"),
        Sentence(
            fr: "Rien n’a été enregistré. Rouvrez la page et recommencez.",
            en: "Nothing was saved. Open the page again and retry."))
    static let tooLarge = PageError(
        .contentTooLarge, Sentence(fr: "C’est trop volumineux", en: "That is too large"),
        Sentence(
            fr: "Rien n’a été enregistré, et rien n’est perdu. Raccourcissez le texte et envoyez-le à nouveau.",
            en: "Nothing was saved, and nothing is lost. Shorten the text and send it again."))
    static let tooSlow = PageError(
        .requestTimeout, Sentence(fr: "L’envoi est trop lent", en: "Sending takes too long"),
        Sentence(
            fr: "Rien n’a été enregistré, et rien n’est perdu. Vérifiez votre connexion et envoyez à nouveau.",
            en: "Nothing was saved, and nothing is lost. Check your connection and send it again."))
    static let crossSite = PageError(
        .forbidden, Sentence(fr: "Demande refusée", en: "Request refused"),
        Sentence(
            fr: "Elle vient d’un autre site. Ouvrez la page depuis le catalogue et recommencez ici.",
            en: "It comes from another site. Open the page from the catalogue and retry here."))
    static let notPermitted = PageError(
        .forbidden, Sentence(fr: "Vous n’avez pas accès à cette page", en: "You may not see this page"),
        Sentence(
            fr: "Elle demande un autre rôle que le vôtre. Adressez-vous à votre facilitateur.",
            en: "It needs another role than yours. Ask your facilitator."))
    static let noAccounts = PageError(
        .notFound, Sentence(fr: "Il n’y a pas de comptes ici", en: "There are no accounts here"),
        Sentence(
            fr: "Ce serveur est ouvert à qui utilise ce poste ; il n’y a rien à y connecter.",
            en: "This server is open to whoever uses this machine; there is nothing to sign in to."))
    static let signInFirst = PageError(
        .unauthorized, Sentence(fr: "Connectez-vous d’abord", en: "Sign in first"),
        Sentence(
            fr: "La session est terminée, ou n’a pas commencé. Rien n’est perdu.",
            en: "The session has ended, or has not begun. Nothing is lost."),
        next: (Sentence(fr: "Se connecter", en: "Sign in"), "/sign-in"))
    static let noInvitation = PageError(
        .notFound, Sentence(fr: "Ce lien n’est plus valable", en: "This link is no longer good"),
        Sentence(
            fr: "Il a déjà servi, ou il a plus de sept jours. Si vous avez choisi un mot de passe, connectez-vous ; "
                + "sinon demandez un nouveau lien à la personne qui vous a invité.",
            en: "It has been used, or is older than seven days. If you have chosen a password, sign in; otherwise ask "
                + "the person who invited you for a new link."),
        next: (Sentence(fr: "Se connecter", en: "Sign in"), "/sign-in"))
    static let foreignHost = PageError(
        .misdirectedRequest, Sentence(fr: "Ce nom n’est pas servi ici", en: "That name is not served here"),
        Sentence(
            fr: "Ouvrez l’adresse que le programme a affichée au démarrage.",
            en: "Open the address that the program printed when it started."))
    static let defect = PageError(
        .internalServerError, Sentence(fr: "Un défaut de notre part", en: "A defect of ours"),
        Sentence(
            fr: "La page n’a pas pu être faite. Ce qui était enregistré le reste ; réessayez, puis signalez-le.",
            en: "The page could not be made. What was saved stays saved; try again, then report it."))
}
