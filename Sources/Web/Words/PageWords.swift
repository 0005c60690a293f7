internal import CourseModel

extension Words {
    /// Words of all pages but the player's.
    static let pages: [String: Sentence] = [
        "skip": Sentence(fr: "Aller au contenu", en: "Skip to content"),
        "brand": Sentence(fr: "Parcours", en: "Parcours"),
        "mainMenu": Sentence(fr: "Menu principal", en: "Main menu"),
        "home": Sentence(fr: "Cours", en: "Courses"),
        "me": Sentence(fr: "Mon avancement", en: "My learning"),
        "search": Sentence(fr: "Rechercher", en: "Search"),
        "help": Sentence(fr: "Aide", en: "Help"),
        "accessibility": Sentence(
            fr: "Accessibilité", en: "Accessibility"),
        "contact": Sentence(fr: "Contact", en: "Contact"),
        "language": Sentence(fr: "English", en: "Français"),
        "look": Sentence(fr: "Apparence", en: "Look"),
        "auto": Sentence(fr: "Automatique", en: "Automatic"),
        "light": Sentence(fr: "Claire", en: "Light"),
        "dark": Sentence(fr: "Sombre", en: "Dark"),
        "catalogueTitle": Sentence(fr: "Vos cours", en: "Your courses"),
        "catalogueIntro": Sentence(
            fr: "Chaque pas est enregistré. Reprenez où vous étiez, quand vous voulez.",
            en: "Every step is saved. Resume where you were, whenever you like."),
        "noCourse": Sentence(
            fr: "Il n’y a pas encore de cours ici. Ajoutez-en un avec « parcours serve DOSSIER ».",
            en: "There is no course here yet. Add one with “parcours serve FOLDER”."),
        "start": Sentence(fr: "Commencer", en: "Start"),
        "resume": Sentence(fr: "Reprendre", en: "Resume"),
        "seeCourse": Sentence(fr: "Le programme", en: "What is in it"),
        "seeMap": Sentence(fr: "Voir la carte", en: "See the map"),
        "progress": Sentence(fr: "Avancement", en: "Progress"),
        "errorCode": Sentence(fr: "Code", en: "Code"),
        "launchTitle": Sentence(fr: "Ouverture du cours", en: "Opening the course"),
        "launchText": Sentence(
            fr: "Le cours s’ouvre. Si rien ne se passe, utilisez le bouton.",
            en: "The course is opening. If nothing happens, use the button."),
        "open": Sentence(fr: "Ouvrir le cours", en: "Open the course"),
        "course": Sentence(fr: "Cours", en: "Course"),
        "durationLabel": Sentence(fr: "durée annoncée", en: "stated duration"),
        "stepsLabel": Sentence(fr: "étapes", en: "steps"),
        "doneLabel": Sentence(fr: "déjà fait", en: "already done"),
        "leftLabel": Sentence(fr: "encore à faire", en: "still to do"),
        "objectives": Sentence(fr: "Objectifs", en: "Objectives"),
        "leadsTo": Sentence(fr: "À quoi cela mène", en: "What it leads to"),
        "map": Sentence(fr: "Carte du parcours", en: "Map of the path"),
        "mapHelp": Sentence(
            fr: "Chaque station est une partie du cours, chaque arrêt une étape. Un lien mène à son détail dans la "
                + "liste qui suit ; la liste dit la même chose en toutes lettres.",
            en: "Each station is a part of the course, each stop a step. A link leads to its details in the list that "
                + "follows; the list says the same in words."),
        "key": Sentence(fr: "Légende", en: "Key"),
        "list": Sentence(fr: "Les étapes, une à une", en: "The steps, one by one"),
        "meTitle": Sentence(fr: "Mon avancement", en: "My learning"),
        "meIntro": Sentence(
            fr: "Ce que vous avez commencé, vos résultats, vos notes et vos signets.",
            en: "What you have begun, your results, your notes and bookmarks."),
        "meEmpty": Sentence(fr: "Vous n’avez pas encore commencé de cours.", en: "You have not begun a course yet."),
        "spentLabel": Sentence(fr: "de travail", en: "of work"),
        "lastLabel": Sentence(fr: "dernier passage", en: "last visit"),
        "completedLabel": Sentence(fr: "terminé le", en: "completed on"),
        "results": Sentence(fr: "Résultats et tentatives", en: "Results and attempts"),
        "attempts": Sentence(fr: "Tentatives", en: "Attempts"),
        "bestScore": Sentence(fr: "Meilleure note", en: "Best score"),
        "outcome": Sentence(fr: "Issue", en: "Outcome"),
        "notes": Sentence(fr: "Notes et signets", en: "Notes and bookmarks"),
        "bookmarked": Sentence(fr: "Signet", en: "Bookmark"),
        "searchTitle": Sentence(fr: "Rechercher", en: "Search"),
        "searchLabel": Sentence(fr: "Mots à chercher dans les cours", en: "Words to look for in the courses"),
        "searchButton": Sentence(fr: "Chercher", en: "Search"),
        "searchHelp": Sentence(
            fr: "Cherchez dans les titres et le texte des leçons. Les accents et les majuscules ne comptent pas.",
            en: "Search titles and the text of lessons. Accents and capitals do not matter."),
    ]
}
