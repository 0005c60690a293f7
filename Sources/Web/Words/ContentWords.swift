internal import CourseModel

extension Words {
    /// The page around foreign content.
    static let content: [String: Sentence] = [
        "contentText": Sentence(
            fr: "Cette activité vient d’un autre outil. Elle s’exécute à part, sans accès à votre session.",
            en: "This activity comes from another tool. It runs apart, without access to your session."),
        "contentOpen": Sentence(fr: "Ouvrir l’activité ici", en: "Open the activity here"),
        "contentWindow": Sentence(fr: "Ouvrir dans une nouvelle fenêtre", en: "Open in a new window"),
        "contentWaitingOne": Sentence(fr: "1 réponse en attente", en: "1 answer waiting"),
        "contentWaiting": Sentence(fr: "{n} réponses en attente", en: "{n} answers waiting"),
        "contentRefused": Sentence(
            fr: "Une partie des réponses n’a pas pu être acceptée ; le reste est enregistré",
            en: "Some answers could not be accepted; the rest is saved"),
        "contentElsewhere": Sentence(
            fr: "Ouvert dans une autre fenêtre : ici, plus rien n’est enregistré",
            en: "Open in another window: nothing more is saved here"),
        "contentOver": Sentence(
            fr: "L’activité est terminée : choisissez la suite", en: "The activity has ended: choose what comes next"),
    ]

    /// A control of the player.
    static func control(_ navigation: Navigation) -> Sentence {
        switch navigation {
        case .continue: Sentence(fr: "Étape suivante", en: "Next step")
        case .previous: Sentence(fr: "Étape précédente", en: "Previous step")
        case .exit: Sentence(fr: "Sortir de l’activité", en: "Exit the activity")
        case .exitAll: Sentence(fr: "Terminer le cours", en: "End the course")
        case .suspendAll: Sentence(fr: "Faire une pause", en: "Pause")
        case .abandon: Sentence(fr: "Abandonner l’activité", en: "Abandon the activity")
        case .abandonAll: Sentence(fr: "Abandonner le cours", en: "Abandon the course")
        case .start, .resumeAll, .choice, .jump: Sentence(fr: "Aller", en: "Go")
        }
    }
}
