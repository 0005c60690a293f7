internal import CourseModel

extension Words {
    /// Words of all pages but the player's.
    static let pages: [String: Sentence] = [
        "skip": Sentence(fr: "Aller au contenu", en: "Skip to content"),
        "brand": Sentence(fr: "Parcours", en: "Parcours"),
        "home": Sentence(fr: "Cours", en: "Courses"),
        "help": Sentence(fr: "Aide", en: "Help"),
        "mainMenu": Sentence(fr: "Menu principal", en: "Main menu"),
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
            fr: "Il n’y a pas encore de cours ici. Ajoutez-en un avec « parcours serve DOSSIER ».",
            en: "There is no course here yet. Add one with “parcours serve FOLDER”."),
        "start": Sentence(fr: "Commencer", en: "Start"),
        "resume": Sentence(fr: "Reprendre", en: "Resume"),
        "seeMap": Sentence(fr: "Voir la carte", en: "See the map"),
        "map": Sentence(fr: "Carte du parcours", en: "Map of the path"),
        "progress": Sentence(fr: "Avancement", en: "Progress"),
        "errorCode": Sentence(fr: "Code", en: "Code"),
        "helpTitle": Sentence(fr: "Aide", en: "Help"),
        "launchTitle": Sentence(fr: "Ouverture du cours", en: "Opening the course"),
        "launchText": Sentence(
            fr: "Le cours s’ouvre. Si rien ne se passe, utilisez le bouton.",
            en: "The course is opening. If nothing happens, use the button."),
        "open": Sentence(fr: "Ouvrir le cours", en: "Open the course"),
    ]
}
