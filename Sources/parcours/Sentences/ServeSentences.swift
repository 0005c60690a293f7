internal import CourseModel

/// What `serve` says, in every language.
enum ServeSentences {
    static func serving(_ address: String) -> Sentence {
        Sentence(
            fr: "Parcours est ouvert : \(address)\nCtrl-C arrête. Dans un terminal : parcours learn.",
            en: "Parcours is open: \(address)\nCtrl-C stops. In a terminal: parcours learn.")
    }

    static let noBrowser = Sentence(
        fr: "Aucun navigateur n’a pu être ouvert ; ouvrez cette adresse vous-même.",
        en: "No browser could be opened; open that address yourself.")

    static func portTaken(_ port: Int) -> Sentence {
        Sentence(
            fr: "Le port \(port) est déjà pris. Choisissez-en un autre avec --port, ou --next-port.",
            en: "Port \(port) is taken already. Choose another with --port, or --next-port.")
    }

    static func cannotListen(_ what: String) -> Sentence {
        Sentence(
            fr: "Impossible d’écouter à cette adresse (\(what)). Vérifiez --bind et --port.",
            en: "Cannot listen on that address (\(what)). Check --bind and --port.")
    }

    static func onlyLoopback(_ address: String) -> Sentence {
        Sentence(
            fr: "--bind \(address) : sans comptes, on ne sert que ce poste (127.0.0.1). Ajoutez --access accounts.",
            en: "--bind \(address): without accounts, only this machine is served (127.0.0.1). Add --access accounts.")
    }
}
