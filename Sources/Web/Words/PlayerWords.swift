internal import CourseModel

extension Words {
    /// Words of the player.
    static let player: [String: Sentence] = [
        "toc": Sentence(fr: "Sommaire", en: "Contents"),
        "next": Sentence(fr: "Suivant", en: "Next"),
        "previous": Sentence(fr: "Précédent", en: "Previous"),
        "nextStep": Sentence(fr: "Étape suivante", en: "Next step"),
        "previousStep": Sentence(fr: "Étape précédente", en: "Previous step"),
        "leave": Sentence(fr: "Quitter", en: "Leave"),
        "saved": Sentence(fr: "Tout est enregistré", en: "Everything is saved"),
        "notSaved": Sentence(fr: "Rien ne peut être enregistré", en: "Nothing can be saved"),
        "submit": Sentence(fr: "Valider ma réponse", en: "Submit my answer"),
        "oneAnswer": Sentence(fr: "Une seule réponse.", en: "One answer."),
        "severalAnswers": Sentence(fr: "Plusieurs réponses possibles.", en: "Several answers are possible."),
        "yourText": Sentence(fr: "Votre réponse", en: "Your answer"),
        "yourNumber": Sentence(fr: "Votre nombre", en: "Your number"),
        "numberHint": Sentence(fr: "Un nombre, par exemple 47,3.", en: "A number, for instance 47.3."),
        "whyTitle": Sentence(fr: "Pas encore possible", en: "Not possible yet"),
        "wayOut": Sentence(fr: "Pour ouvrir cette étape :", en: "To open this step:"),
        "back": Sentence(fr: "Revenir où j’étais", en: "Back to where I was"),
        "retry": Sentence(fr: "Recommencer le quiz", en: "Take the quiz again"),
        "continue": Sentence(fr: "Continuer", en: "Continue"),
        "chooseStep": Sentence(fr: "Choisissez une étape dans le sommaire.", en: "Choose a step in the contents."),
        "pausedTitle": Sentence(fr: "En pause", en: "Paused"),
        "pausedText": Sentence(
            fr: "Tout est enregistré. Vous reprendrez exactement là où vous étiez.",
            en: "Everything is saved. You will resume exactly where you were."),
        "endedTitle": Sentence(fr: "Séance terminée", en: "Session over"),
        "startTitle": Sentence(fr: "Prêt à commencer ?", en: "Ready to start?"),
        "foreignStep": Sentence(
            fr: "Cette étape est une page web.", en: "This step is a web page."),
        "review": Sentence(fr: "Vos réponses", en: "Your answers"),
        "correctAnswer": Sentence(fr: "Bonne réponse", en: "Correct"),
        "wrongAnswer": Sentence(fr: "Réponse inexacte", en: "Not correct"),
        "partlyCorrect": Sentence(fr: "Réponse en partie juste", en: "Partly correct"),
        "sources": Sentence(fr: "Sources", en: "Sources"),
        "problem": Sentence(fr: "Un point à revoir", en: "Something to look at"),
    ]
}
