import CourseModel

/// What can be wrong with the frame of a manifest: edition, identifiers, organizations, items.
extension Fault {
    static func foreignNamespace(_ namespace: String?) -> Fault {
        let name = namespace ?? "—"
        return Fault(
            "PKG012", .warning,
            Sentence(
                fr: "L’espace de noms du manifeste manque ou est inconnu (\(name)) ; les noms des éléments suffisent.",
                en: "The manifest’s namespace is missing or unknown (\(name)); the names of the elements suffice."),
            cure: Sentence(
                fr: "Déclarez les espaces de noms de l’édition visée sur l’élément manifest.",
                en: "Declare the namespaces of your edition on the manifest element."))
    }

    static func undeclaredPrefix(_ prefix: String) -> Fault {
        Fault(
            "PKG013", .warning,
            Sentence(
                fr: "Le préfixe « \(prefix) » n’est pas déclaré.", en: "The prefix “\(prefix)” is not declared."),
            cure: Sentence(
                fr: "Ajoutez xmlns:\(prefix)=\"…\" à l’élément manifest.",
                en: "Add xmlns:\(prefix)=\"…\" to the manifest element."))
    }

    static func noSchemaVersion(_ edition: Edition) -> Fault {
        Fault(
            "PKG014", .warning,
            Sentence(
                fr: "Aucun schemaversion : le paquet est lu comme SCORM \(edition.rawValue).",
                en: "No schemaversion: the package is read as SCORM \(edition.rawValue)."),
            cure: Sentence(
                fr: "Ajoutez schema et schemaversion dans metadata.", en: "Add schema and schemaversion to metadata."))
    }

    static func contradictoryVersion(_ version: String, _ edition: Edition) -> Fault {
        Fault(
            "PKG015", .warning,
            Sentence(
                fr:
                    "schemaversion dit « \(version) », les espaces de noms disent SCORM \(edition.rawValue) : ils l’emportent.",
                en: "schemaversion says “\(version)”, the namespaces say SCORM \(edition.rawValue): they win."),
            cure: Sentence(
                fr: "Accordez schemaversion et espaces de noms.", en: "Make schemaversion and namespaces agree."))
    }

    static func unknownVersion(_ version: String, _ edition: Edition) -> Fault {
        Fault(
            "PKG016", .warning,
            Sentence(
                fr: "schemaversion « \(version) » est inconnu : le paquet est lu comme SCORM \(edition.rawValue).",
                en: "schemaversion “\(version)” is unknown: the package is read as SCORM \(edition.rawValue)."),
            cure: Sentence(
                fr: "Écrivez 1.2, CAM 1.3, 2004 3rd Edition ou 2004 4th Edition.",
                en: "Write 1.2, CAM 1.3, 2004 3rd Edition or 2004 4th Edition."))
    }

    static func identifierForm(_ text: String) -> Fault {
        Fault(
            "PKG017", .warning,
            Sentence(
                fr: "L’identifiant « \(text) » n’a pas la forme d’un identifiant XML ; il est gardé tel quel.",
                en: "The identifier “\(text)” does not have the form of an XML identifier; it is kept as it stands."),
            cure: Sentence(
                fr: "Commencez par une lettre ou _, puis lettres, chiffres, point, tiret et _ seulement.",
                en: "Begin with a letter or _, then letters, digits, full stop, hyphen and _ only."))
    }

    static func repeatedIdentifier(_ text: String) -> Fault {
        Fault(
            "PKG018", .warning,
            Sentence(
                fr: "L’identifiant « \(text) » sert déjà plus haut.",
                en: "The identifier “\(text)” is used above already."),
            cure: Sentence(fr: "Donnez à chacun le sien.", en: "Give each its own."))
    }

    static func noIdentifier(_ element: String) -> Fault {
        Fault(
            "PKG019", .warning,
            Sentence(
                fr: "L’élément \(element) n’a pas d’identifiant.", en: "The \(element) element has no identifier."),
            cure: Sentence(fr: "Ajoutez l’attribut identifier.", en: "Add the identifier attribute."))
    }

    static let rescuedOrganization = Fault(
        "PKG020", .warning,
        Sentence(
            fr:
                "Le manifeste n’a pas d’organisation, ou elle est vide : une activité est proposée par ressource à lancer.",
            en:
                "The manifest has no organization, or an empty one: one activity is offered for each resource to launch."
        ),
        cure: Sentence(
            fr: "Ajoutez une organization avec un item par activité.",
            en: "Add an organization with an item for each activity."))

    static let nothingToLaunch = Fault(
        "PKG021", .error,
        Sentence(
            fr: "Rien ne peut être lancé dans ce manifeste.", en: "Nothing in this manifest can be launched."),
        cure: Sentence(
            fr: "Vérifiez qu’un item désigne une ressource (identifierref) et que celle-ci a un href utilisable.",
            en: "Check that an item names a resource (identifierref) and that this resource has a usable href."))

    static func danglingDefault(_ text: String) -> Fault {
        Fault(
            "PKG022", .warning,
            Sentence(
                fr: "L’organisation par défaut « \(text) » n’existe pas : la première s’ouvre.",
                en: "The default organization “\(text)” does not exist: the first one opens."),
            cure: Sentence(
                fr: "Mettez dans default l’identifiant d’une organization.",
                en: "Put the identifier of an organization into default."))
    }

    static let noDefault = Fault(
        "PKG023", .note,
        Sentence(
            fr: "organizations n’a pas d’attribut default : la première s’ouvre.",
            en: "organizations has no default attribute: the first one opens."),
        cure: Sentence(fr: "Ajoutez default=\"…\".", en: "Add default=\"…\"."))

    static func noTitle(_ element: String, _ identifier: String) -> Fault {
        Fault(
            "PKG024", .warning,
            Sentence(
                fr: "L’élément \(element) « \(identifier) » n’a pas de titre : son identifiant en tient lieu.",
                en: "The \(element) “\(identifier)” has no title: its identifier stands in."),
            cure: Sentence(fr: "Écrivez un title.", en: "Write a title."))
    }

    static func danglingReference(_ text: String) -> Fault {
        Fault(
            "PKG025", .warning,
            Sentence(
                fr: "Aucune ressource n’a l’identifiant « \(text) » : l’activité n’a rien à montrer.",
                en: "No resource has the identifier “\(text)”: the activity has nothing to show."),
            cure: Sentence(
                fr: "Corrigez identifierref ou ajoutez la resource.", en: "Correct identifierref or add the resource."))
    }

    static func rescuedReference(_ text: String) -> Fault {
        Fault(
            "PKG026", .warning,
            Sentence(
                fr: "Aucune ressource n’a l’identifiant « \(text) » ; la seule qui se lance est proposée.",
                en: "No resource has the identifier “\(text)”; the only one that can be launched is offered."),
            cure: Sentence(fr: "Corrigez identifierref.", en: "Correct identifierref."))
    }

    static func emptyLeaf(_ identifier: String) -> Fault {
        Fault(
            "PKG027", .warning,
            Sentence(
                fr: "L’activité « \(identifier) » n’a ni ressource ni sous-activité.",
                en: "The activity “\(identifier)” has neither a resource nor activities below it."),
            cure: Sentence(
                fr: "Ajoutez identifierref, ou retirez l’item.", en: "Add identifierref, or remove the item."))
    }

    static func clusterWithResource(_ identifier: String) -> Fault {
        Fault(
            "PKG028", .warning,
            Sentence(
                fr:
                    "« \(identifier) » a des sous-activités et une ressource, ce que SCORM 2004 exclut : la ressource est ignorée.",
                en:
                    "“\(identifier)” has activities below it and a resource, which SCORM 2004 forbids: the resource is ignored."
            ),
            cure: Sentence(fr: "Donnez la ressource à un item fils.", en: "Give the resource to a child item."))
    }

    static let tooManyItems = Fault(
        "PKG029", .error,
        Sentence(
            fr: "Plus de 10 000 activités : les suivantes sont ignorées.",
            en: "More than 10,000 activities: those that follow are ignored."),
        cure: Sentence(fr: "Scindez le cours.", en: "Split the course."))

    static func submanifest(_ identifier: String) -> Fault {
        Fault(
            "PKG034", .warning,
            Sentence(
                fr:
                    "Le manifeste en contient un autre (« \(identifier) »), que SCORM n’admet plus ; ses activités sont rattachées là où on les cite.",
                en:
                    "The manifest contains another one (“\(identifier)”), which SCORM no longer admits; its activities are joined where they are cited."
            ),
            cure: Sentence(
                fr: "Réunissez le tout dans un seul manifeste.", en: "Bring everything into a single manifest."))
    }

    static func misspeltSchemaAttribute(_ name: String) -> Fault {
        Fault(
            "PKG071", .warning,
            Sentence(
                fr: "L’attribut xsi:\(name) n’existe pas.", en: "The attribute xsi:\(name) does not exist."),
            cure: Sentence(
                fr: "Écrivez xsi:schemaLocation, ou retirez-le.", en: "Write xsi:schemaLocation, or remove it."))
    }

    static func otherKind(_ name: String, opens: Bool) -> Fault {
        Fault(
            "PKG080", .warning,
            Sentence(
                fr: "Ce paquet n’est pas SCORM mais \(name). "
                    + (opens ? "Ce qui s’y lance reste proposé." : "Le moteur le reconnaît mais ne l’ouvre pas."),
                en: "This package is not SCORM but \(name). "
                    + (opens ? "What can be launched in it is offered." : "The engine knows it but does not open it.")),
            cure: Sentence(
                fr: "Exportez le cours en SCORM 1.2, SCORM 2004 ou cmi5 pour en suivre la progression.",
                en: "Export the course as SCORM 1.2, SCORM 2004 or cmi5 to follow progress in it."))
    }
}
