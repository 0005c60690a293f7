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
        "saving": Sentence(fr: "Enregistrement…", en: "Saving…"),
        "notSaved": Sentence(fr: "Rien ne peut être enregistré.", en: "Nothing can be saved."),
        "submit": Sentence(fr: "Valider ma réponse", en: "Submit my answer"),
        "oneAnswer": Sentence(fr: "Une seule réponse", en: "One answer"),
        "severalAnswers": Sentence(fr: "Plusieurs réponses possibles", en: "Several answers are possible"),
        "yourText": Sentence(fr: "Votre réponse", en: "Your answer"),
        "yourNumber": Sentence(fr: "Votre nombre", en: "Your number"),
        "numberHint": Sentence(fr: "Un nombre, par exemple 47,3.", en: "A number, for instance 47.3."),
        "problem": Sentence(fr: "Votre réponse n’a pas pu être prise", en: "Your answer could not be taken"),
        "yourAnswer": Sentence(fr: "Votre réponse", en: "Your answer"),
        "feedback": Sentence(fr: "Commentaire", en: "Feedback"),
        "nextQuestion": Sentence(fr: "Question suivante", en: "Next question"),
        "seeResult": Sentence(fr: "Voir mon résultat", en: "See my result"),
        "review": Sentence(fr: "Vos réponses", en: "Your answers"),
        "retry": Sentence(fr: "Recommencer le quiz", en: "Take the quiz again"),
        "whyTitle": Sentence(fr: "Pas encore possible", en: "Not possible yet"),
        "wayOut": Sentence(fr: "Pour ouvrir cette étape :", en: "To open this step:"),
        "back": Sentence(fr: "Revenir où j’étais", en: "Back to where I was"),
        "chooseStep": Sentence(
            fr: "Rien n’est ouvert en ce moment. Choisissez une étape dans le sommaire.",
            en: "Nothing is open right now. Choose a step in the contents."),
        "pausedTitle": Sentence(fr: "À bientôt", en: "See you soon"),
        "pausedText": Sentence(
            fr: "Tout est enregistré. Vous reprendrez exactement là où vous étiez.",
            en: "Everything is saved. You will resume exactly where you were."),
        "endedTitle": Sentence(fr: "La séance est terminée", en: "The session is over"),
        "endedText": Sentence(
            fr: "Tout est enregistré. Vous pouvez reprendre le parcours quand vous voulez.",
            en: "Everything is saved. You can take up the path again whenever you like."),
        "finishedTitle": Sentence(fr: "Bravo, le parcours est terminé", en: "Well done, the path is complete"),
        "finishedText": Sentence(
            fr: "Toutes les étapes sont faites et enregistrées. Vous pouvez y revenir pour relire.",
            en: "Every step is done and saved. You can come back to read again."),
        "startTitle": Sentence(fr: "Prêt à commencer ?", en: "Ready to start?"),
        "startText": Sentence(
            fr: "Rien ne presse : chaque pas est enregistré, et vous reprendrez au même endroit.",
            en: "There is no hurry: every step is saved, and you will resume at the same place."),
        "sources": Sentence(fr: "Sources", en: "Sources"),
        "bookmark": Sentence(fr: "Signet sur cette page", en: "Bookmark this page"),
        "myNote": Sentence(fr: "Ma note sur cette page", en: "My note on this page"),
        "noteLabel": Sentence(fr: "Votre note", en: "Your note"),
        "noteHint": Sentence(
            fr: "Pour vous seulement. 4 000 caractères au plus ; vide, elle est retirée.",
            en: "For you alone. At most 4,000 characters; empty, it is taken away."),
        "keepNote": Sentence(fr: "Garder la note", en: "Keep the note"),
    ]
}
