internal import CourseModel

extension Words {
    /// Words of the help page and of the accessibility statement.
    static let helping: [String: Sentence] = [
        "helpTitle": Sentence(fr: "Aide", en: "Help"),
        "helpIntro": Sentence(
            fr: "Suivez un cours à votre rythme : lisez, répondez, arrêtez-vous, reprenez au même endroit.",
            en: "Take a course at your own pace: read, answer, stop, resume at the same place."),
        "helpLearn": Sentence(fr: "Questions fréquentes", en: "Common questions"),
        "helpKeys": Sentence(fr: "Au clavier", en: "With the keyboard"),
        "helpKeysText": Sentence(
            fr: "Tout se fait au clavier : Tab et Maj + Tab passent d’un élément à l’autre, Entrée ou Espace active un "
                + "bouton, les flèches choisissent une réponse. Le premier lien de chaque page saute au contenu.",
            en:
                "Everything works from the keyboard: Tab and Shift + Tab move between elements, Enter or Space activates "
                + "a button, the arrows choose an answer. The first link of each page skips to the content."),
        "helpTerminal": Sentence(fr: "Dans un terminal", en: "In a terminal"),
        "helpTerminalText": Sentence(
            fr: "Le même parcours, avec le même avancement, se suit aussi dans un terminal :",
            en: "The same path, with the same progress, can be followed in a terminal too:"),
        "contactText": Sentence(
            fr: "Pour une question, une difficulté d’accès ou un défaut, adressez-vous à la personne ou au service qui "
                + "vous a donné l’adresse de ce site. Indiquez la page et ce que vous vouliez faire.",
            en:
                "For a question, a difficulty of access or a defect, turn to the person or department that gave you the "
                + "address of this site. Say which page, and what you wanted to do."),
        "statementTitle": Sentence(fr: "Accessibilité", en: "Accessibility"),
        "statementIntro": Sentence(
            fr: "Ce site est fait pour que chacun puisse apprendre : au clavier, à la voix, avec un lecteur d’écran, "
                + "agrandi, imprimé, en clair ou en sombre.",
            en: "This site is made so that everybody can learn: by keyboard, by voice, with a screen reader, enlarged, "
                + "printed, light or dark."),
        "statementMethod": Sentence(
            fr: "Cette page est tirée d’une table des 106 critères du RGAA 4.1.2. Pour chacun elle dit comment il est "
                + "vérifié : par un essai automatique, rejoué à chaque changement, ou par un examen à la main. Aucun "
                + "organisme extérieur n’a encore audité le site ; les contenus importés d’ailleurs ne sont pas couverts.",
            en:
                "This page is made from a table of the 106 criteria of RGAA 4.1.2. For each it says how it is checked: by "
                + "an automatic test, run again at every change, or by an inspection by hand. No outside body has "
                + "audited the site yet; content imported from elsewhere is not covered."),
        "statementContact": Sentence(fr: "Signaler une difficulté", en: "Report a difficulty"),
        "statementContactText": Sentence(
            fr:
                "Si un contenu ne vous est pas accessible, écrivez au service qui vous propose ce cours : il vous doit une "
                + "solution ou une autre forme du contenu. Sans réponse, vous pouvez saisir le Défenseur des droits.",
            en:
                "If some content is not accessible to you, write to the department that offers you this course: it owes "
                + "you a solution or another form of the content. Without an answer, you may turn to the Défenseur des "
                + "droits (French ombudsman)."),
        "criteria": Sentence(fr: "Les 106 critères", en: "The 106 criteria"),
        "number": Sentence(fr: "N°", en: "No."),
        "criterion": Sentence(fr: "Critère", en: "Criterion"),
        "level": Sentence(fr: "Niveau", en: "Level"),
        "status": Sentence(fr: "État", en: "State"),
        "proof": Sentence(fr: "Comment on le sait", en: "How we know"),
    ]

    /// What people ask, and the answers.
    static let answers: [(ask: Sentence, answer: Sentence)] = [
        (
            Sentence(fr: "Comment reprendre ?", en: "How do I resume?"),
            Sentence(
                fr: "Avec le bouton « Reprendre » du cours : il ouvre l’écran exact où vous étiez.",
                en: "With the “Resume” button of the course: it opens the very screen where you were.")
        ),
        (
            Sentence(fr: "Mes réponses sont-elles enregistrées ?", en: "Are my answers saved?"),
            Sentence(
                fr: "Oui, à chaque pas. « Tout est enregistré » ne s’affiche que lorsque c’est écrit sur le disque.",
                en: "Yes, at every step. “Everything is saved” only shows once it is written to disk.")
        ),
        (
            Sentence(fr: "Pourquoi une étape est-elle verrouillée ?", en: "Why is a step locked?"),
            Sentence(
                fr: "La carte du parcours donne la raison et ce qu’il faut faire d’abord, avec un lien pour y aller.",
                en: "The map of the path gives the reason and what to do first, with a link to get there.")
        ),
        (
            Sentence(fr: "Puis-je recommencer un quiz ?", en: "Can I take a quiz again?"),
            Sentence(
                fr: "Oui, tant qu’il reste des tentatives ; la meilleure note compte. Un délai peut être demandé.",
                en: "Yes, while attempts are left; the best score counts. A waiting time may apply.")
        ),
        (
            Sentence(fr: "Puis-je ouvrir deux fenêtres ?", en: "May I open two windows?"),
            Sentence(
                fr: "Oui. Si l’une avance, l’autre vous montre où vous en êtes, sans rien perdre.",
                en: "Yes. When one moves on, the other shows you where you are, and loses nothing.")
        ),
    ]
}
