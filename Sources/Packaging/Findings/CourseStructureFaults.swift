import CourseModel

/// What can be wrong with a cmi5 course structure.
extension Fault {
    static func structureLacks(_ part: String, in element: String) -> Fault {
        Fault(
            "PKG085", .error,
            Sentence(
                fr: "L’élément \(element) n’a pas de \(part), que cmi5 exige.",
                en: "The \(element) element has no \(part), which cmi5 requires."),
            cure: Sentence(fr: "Ajoutez \(part).", en: "Add \(part)."))
    }

    static func structureOrder(_ part: String, in element: String) -> Fault {
        Fault(
            "PKG086", .error,
            Sentence(
                fr: "Dans \(element), \(part) n’est pas à sa place ; cmi5 fixe l’ordre.",
                en: "In \(element), \(part) is out of place; cmi5 fixes the order."),
            cure: Sentence(
                fr: "Écrivez title, description, objectives, url, launchParameters, entitlementKey dans cet ordre.",
                en: "Write title, description, objectives, url, launchParameters, entitlementKey in this order."))
    }

    static func attributeAsElement(_ name: String) -> Fault {
        Fault(
            "PKG087", .warning,
            Sentence(
                fr:
                    "\(name) est écrit comme un élément ; cmi5 en fait un attribut, et la valeur par défaut s’applique.",
                en: "\(name) is written as an element; in cmi5 it is an attribute, and the default value holds."),
            cure: Sentence(
                fr: "Écrivez <au \(name)=\"…\">.", en: "Write <au \(name)=\"…\">."))
    }
}
