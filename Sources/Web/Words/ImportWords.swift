internal import CourseModel

extension Words {
    /// The pages that take in a package.
    static let importing: [String: Sentence] = [
        "importTitle": Sentence(fr: "Importer un cours", en: "Import a course"),
        "importText": Sentence(
            fr: "Choisissez un paquet SCORM 1.2 ou 2004, ou un module écrit ici, en zip. Il est examiné d’abord ; "
                + "rien n’est publié avant que vous le demandiez.",
            en:
                "Choose a SCORM 1.2 or 2004 package, or a module written here, as a zip. It is examined first; nothing is "
                + "published before you ask for it."),
        "importFile": Sentence(fr: "Le fichier zip", en: "The zip file"),
        "importExamine": Sentence(fr: "Examiner le paquet", en: "Examine the package"),
        "importReady": Sentence(
            fr: "Voici ce que contient ce paquet. Il n’est pas encore publié.",
            en: "This is what the package holds. It is not published yet."),
        "importNot": Sentence(
            fr: "Ce paquet ne peut pas être publié. Rien n’a changé.",
            en: "This package cannot be published. Nothing has changed."),
        "importRefused": Sentence(fr: "Paquet refusé", en: "Package refused"),
        "importEdition": Sentence(fr: "Édition", en: "Edition"),
        "importActivities": Sentence(fr: "Activités", en: "Activities"),
        "importFiles": Sentence(fr: "Fichiers", en: "Files"),
        "importSize": Sentence(fr: "Taille", en: "Size"),
        "importHosts": Sentence(fr: "Autres sites", en: "Other sites"),
        "importNoHosts": Sentence(fr: "aucun", en: "none"),
        "importFindings": Sentence(fr: "Constats et réparations", en: "Findings and repairs"),
        "importNoFindings": Sentence(fr: "Rien à signaler.", en: "Nothing to report."),
        "importPublish": Sentence(fr: "Publier ce cours", en: "Publish this course"),
        "importOther": Sentence(fr: "Choisir un autre paquet", en: "Choose another package"),
    ]

    static func severity(_ severity: Finding.Severity) -> Sentence {
        switch severity {
        case .error: Sentence(fr: "Erreur", en: "Error")
        case .warning: Sentence(fr: "Avertissement", en: "Warning")
        case .note: Sentence(fr: "Note", en: "Note")
        }
    }

    /// « 1,5 Mio »
    static func size(_ bytes: Int) -> Sentence {
        guard bytes >= 1024 * 1024 else {
            let kibibytes = (bytes + 1023) / 1024
            return Sentence(fr: "\(kibibytes)\u{A0}Kio", en: "\(kibibytes) KiB")
        }
        let tenths = (bytes + 52_428) / 104_858
        return Sentence(fr: "\(tenths / 10),\(tenths % 10)\u{A0}Mio", en: "\(tenths / 10).\(tenths % 10) MiB")
    }
}
