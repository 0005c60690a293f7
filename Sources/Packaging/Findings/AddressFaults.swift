import CourseModel

/// What can be wrong with resources and with addresses.
extension Fault {
    static func noHref(_ identifier: String) -> Fault {
        Fault(
            "PKG030", .warning,
            Sentence(
                fr: "La ressource « \(identifier) » n’a pas d’adresse à lancer.",
                en: "The resource “\(identifier)” has no address to launch."),
            cure: Sentence(fr: "Ajoutez l’attribut href.", en: "Add the href attribute."))
    }

    static func noSCORMType(_ identifier: String) -> Fault {
        Fault(
            "PKG031", .warning,
            Sentence(
                fr: "La ressource « \(identifier) » ne dit pas si elle est sco ou asset ; elle est traitée comme sco.",
                en: "The resource “\(identifier)” does not say whether it is a sco or an asset; it is treated as a sco."
            ),
            cure: Sentence(
                fr: "Ajoutez adlcp:scormtype (1.2) ou adlcp:scormType (2004).",
                en: "Add adlcp:scormtype (1.2) or adlcp:scormType (2004)."))
    }

    static func strangeSCORMType(_ value: String) -> Fault {
        Fault(
            "PKG032", .warning,
            Sentence(
                fr: "Le type SCORM « \(value) » n’est ni sco ni asset.",
                en: "The SCORM type “\(value)” is neither sco nor asset."),
            cure: Sentence(fr: "Écrivez sco ou asset, en minuscules.", en: "Write sco or asset, in lower case."))
    }

    static func unlistedLaunchFile(_ href: String) -> Fault {
        Fault(
            "PKG033", .warning,
            Sentence(
                fr: "Le fichier à lancer « \(href) » ne figure dans aucune liste de fichiers.",
                en: "The file to launch, “\(href)”, is in no list of files."),
            cure: Sentence(
                fr: "Ajoutez <file href=\"\(href)\"/> à la ressource.",
                en: "Add <file href=\"\(href)\"/> to the resource."))
    }

    static func spelling(_ found: String, _ wanted: String) -> Fault {
        Fault(
            "PKG036", .warning,
            Sentence(
                fr: "L’attribut s’écrit \(wanted) dans cette édition, pas \(found) ; il est compris quand même.",
                en: "The attribute is spelt \(wanted) in this edition, not \(found); it is understood all the same."),
            cure: Sentence(fr: "Écrivez \(wanted).", en: "Write \(wanted)."))
    }

    static func danglingDependency(_ text: String) -> Fault {
        Fault(
            "PKG035", .warning,
            Sentence(
                fr: "La dépendance « \(text) » ne désigne aucune ressource.",
                en: "The dependency “\(text)” names no resource."),
            cure: Sentence(
                fr: "Corrigez identifierref ou retirez la dépendance.",
                en: "Correct identifierref or remove the dependency."))
    }

    static func backslash(_ href: String) -> Fault {
        Fault(
            "PKG040", .warning,
            Sentence(
                fr: "« \(href) » contient des barres obliques inverses ; elles valent « / ».",
                en: "“\(href)” holds backslashes; they count as “/”."),
            cure: Sentence(fr: "Écrivez « / ».", en: "Write “/”."))
    }

    static func rootedAddress(_ href: String) -> Fault {
        Fault(
            "PKG041", .warning,
            Sentence(
                fr: "« \(href) » commence par « / » ; l’adresse est prise depuis la racine du paquet.",
                en: "“\(href)” begins with “/”; the address is taken from the root of the package."),
            cure: Sentence(fr: "Retirez le premier « / ».", en: "Remove the first “/”."))
    }

    static func blankInAddress(_ href: String) -> Fault {
        Fault(
            "PKG042", .warning,
            Sentence(
                fr: "« \(href) » contient des blancs.", en: "“\(href)” holds blanks."),
            cure: Sentence(fr: "Remplacez chaque espace par %20.", en: "Replace each space by %20."))
    }

    static func rawName(_ href: String) -> Fault {
        Fault(
            "PKG043", .warning,
            Sentence(
                fr: "« \(href) » n’est pas une adresse codée mais un nom de fichier ; il est pris tel quel.",
                en: "“\(href)” is no encoded address but a file name; it is taken as it stands."),
            cure: Sentence(
                fr: "Codez « % », « # » et « ? » en %25, %23 et %3F.",
                en: "Encode “%”, “#” and “?” as %25, %23 and %3F."))
    }

    /// Grave for what is to be launched; a file of a list is ignored.
    static func leavesPackage(_ href: String, isFile: Bool) -> Fault {
        guard !isFile else { return ignoredFile(href) }
        return Fault(
            "PKG044", .error,
            Sentence(
                fr: "« \(href) » sort du paquet ; l’adresse est refusée.",
                en: "“\(href)” leaves the package; the address is refused."),
            cure: Sentence(
                fr: "Placez le fichier dans le paquet et désignez-le depuis sa racine.",
                en: "Put the file into the package and name it from its root."))
    }

    static func refusedScheme(_ href: String, isFile: Bool) -> Fault {
        guard !isFile else { return ignoredFile(href) }
        return Fault(
            "PKG045", .error,
            Sentence(
                fr: "« \(href) » n’est ni un fichier du paquet ni une adresse http(s) valable ; elle est refusée.",
                en: "“\(href)” is neither a file of the package nor a usable http(s) address; it is refused."),
            cure: Sentence(
                fr: "Désignez un fichier du paquet, ou une adresse https://…",
                en: "Name a file of the package, or an https://… address."))
    }

    private static func ignoredFile(_ href: String) -> Fault {
        Fault(
            "PKG039", .warning,
            Sentence(
                fr:
                    "Dans une liste de fichiers, « \(href) » ne désigne rien dans le paquet ; cette entrée est ignorée.",
                en: "In a list of files, “\(href)” names nothing inside the package; this entry is ignored."),
            cure: Sentence(
                fr: "Placez le fichier dans le paquet et désignez-le depuis sa racine, ou retirez l’entrée.",
                en: "Put the file into the package and name it from its root, or remove the entry."))
    }

    static func drivePath(_ href: String) -> Fault {
        Fault(
            "PKG046", .warning,
            Sentence(
                fr: "« \(href) » est un chemin de l’ordinateur de l’auteur ; il ne désigne rien ici.",
                en: "“\(href)” is a path of the author’s computer; it names nothing here."),
            cure: Sentence(
                fr: "Désignez le fichier depuis la racine du paquet.", en: "Name the file from the root of the package."
            ))
    }

    static func otherLetterCase(_ href: String, _ path: String) -> Fault {
        Fault(
            "PKG047", .warning,
            Sentence(
                fr: "« \(href) » s’écrit « \(path) » dans le paquet ; ce fichier est pris.",
                en: "“\(href)” is spelt “\(path)” in the package; that file is taken."),
            cure: Sentence(fr: "Respectez les majuscules.", en: "Keep to the letter case."))
    }

    static func missingFile(_ path: String) -> Fault {
        Fault(
            "PKG048", .warning,
            Sentence(
                fr: "Le fichier « \(path) » n’est pas dans le paquet.", en: "The file “\(path)” is not in the package."),
            cure: Sentence(
                fr: "Ajoutez-le, ou retirez-le de la liste.", en: "Add it, or remove it from the list."))
    }

    static func missingLaunchFile(_ path: String) -> Fault {
        Fault(
            "PKG049", .error,
            Sentence(
                fr: "Le fichier à lancer « \(path) » n’est pas dans le paquet.",
                en: "The file to launch, “\(path)”, is not in the package."),
            cure: Sentence(fr: "Ajoutez-le, ou corrigez href.", en: "Add it, or correct href."))
    }

    static func loneManifest(_ count: Int) -> Fault {
        Fault(
            "PKG050", .note,
            Sentence(
                fr: "Le manifeste est seul : la présence de ses \(count) fichiers n’est pas vérifiée.",
                en: "The manifest stands alone: whether its \(count) files exist is not checked."),
            cure: Sentence(
                fr: "Vérifiez le dossier ou le zip entier.", en: "Check the whole folder or zip."))
    }

    static func unreadableMetadata(_ path: String) -> Fault {
        Fault(
            "PKG052", .note,
            Sentence(
                fr: "Le fichier de métadonnées « \(path) » manque ou ne se lit pas ; le cours s’ouvre sans lui.",
                en: "The metadata file “\(path)” is missing or cannot be read; the course opens without it."),
            cure: Sentence(
                fr: "Ajoutez le fichier au paquet, ou retirez adlcp:location.",
                en: "Add the file to the package, or remove adlcp:location."))
    }

    static func remote(_ href: String) -> Fault {
        Fault(
            "PKG051", .note,
            Sentence(
                fr: "« \(href) » est sur un autre site : il faut une connexion, et ce site peut changer.",
                en: "“\(href)” is on another site: it needs a connection, and that site may change."),
            cure: Sentence(
                fr: "Rien à faire si c’est voulu.", en: "Nothing to do if it is meant."))
    }
}
