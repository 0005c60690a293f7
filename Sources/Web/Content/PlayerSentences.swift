internal import CourseModel

/// What the page of foreign content says to a learner.
enum PlayerSentences {
    /// By the names that the script uses; `{n}` stands for a number, `{time}` for a time of day.
    static let all: [String: Sentence] = [
        "saved": Sentence(fr: "Enregistré à {time}", en: "Saved at {time}"),
        "waitingOne": Sentence(
            fr: "1 réponse en attente d’enregistrement. Vous pouvez continuer.",
            en: "1 answer waiting to be saved. You can go on."),
        "waiting": Sentence(
            fr: "{n} réponses en attente d’enregistrement. Vous pouvez continuer.",
            en: "{n} answers waiting to be saved. You can go on."),
        "refused": Sentence(
            fr: "{n} réponses de cette activité n’ont pas pu être acceptées ; les autres sont enregistrées.",
            en: "{n} answers of this activity could not be accepted; the others are saved."),
        "elsewhere": elsewhere,
        "over": Sentence(
            fr: "Cette activité est terminée. Choisissez la suite dans le cours.",
            en: "This activity has ended. Choose what comes next in the course."),
        "remote": Sentence(
            fr: "Cette activité se trouve sur un autre site, que le cours n’ouvre pas pour vous : {address}",
            en: "This activity is on another site, which the course does not open for you: {address}"),
    ]

    static let elsewhere = Sentence(
        fr: "Cette activité est ouverte dans une autre fenêtre. Ici, plus rien n’est enregistré.",
        en: "This activity is open in another window. Nothing more is saved here.")
    static let goneTitle = Sentence(fr: "Cette adresse n’est plus valable", en: "This address is no longer valid")
    static let gone = Sentence(
        fr:
            "Elle ne sert qu’une fois et pour peu de temps. Retournez au cours et rouvrez l’activité : rien n’est perdu.",
        en: "It works once and for a short time. Go back to the course and open the activity again: nothing is lost.")
    static let missingTitle = Sentence(fr: "Ce fichier n’est pas dans le cours", en: "That file is not in the course")
    static let missing = Sentence(
        fr:
            "Le cours l’annonce et ne le contient pas. Prévenez la personne qui l’a mis en ligne ; le reste du cours fonctionne.",
        en: "The course names it and does not hold it. Tell the person who published it; the rest of the course works.")
}
