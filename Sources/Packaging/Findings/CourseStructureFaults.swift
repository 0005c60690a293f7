import CourseModel

/// What can be wrong with a cmi5 course structure; an importing system must refuse most of it.
extension Fault {
    static func unknownCourseObjective(_ text: String) -> Fault {
        Fault(
            "PKG082", .warning,
            Sentence(
                fr: "Aucun objectif du cours n’a l’identifiant « \(text) ».",
                en: "No objective of the course has the identifier “\(text)”."),
            cure: Sentence(
                fr: "Corrigez idref, ou déclarez l’objectif en tête du cours.",
                en: "Correct idref, or declare the objective at the head of the course."))
    }

    static func reservedName(_ name: String) -> Fault {
        Fault(
            "PKG083", .error,
            Sentence(
                fr: "L’adresse de l’unité emploie « \(name) », un nom que cmi5 réserve au lancement.",
                en: "The address of the unit uses “\(name)”, a name that cmi5 keeps for the launch."),
            cure: Sentence(
                fr: "Renommez ce paramètre de l’adresse.", en: "Rename this parameter of the address."))
    }

    static func repeatedIRI(_ text: String, of element: String) -> Fault {
        Fault(
            "PKG084", .error,
            Sentence(
                fr: "Deux éléments \(element) ont l’identifiant « \(text) » ; cmi5 l’interdit.",
                en: "Two \(element) elements have the identifier “\(text)”; cmi5 forbids it."),
            cure: Sentence(fr: "Donnez à chacun le sien.", en: "Give each its own."))
    }

    static func structureLacks(_ part: String, in element: String) -> Fault {
        Fault(
            "PKG085", .error,
            Sentence(
                fr: "L’élément \(element) n’a pas de \(part), que cmi5 exige.",
                en: "The \(element) element has no \(part), which cmi5 requires."),
            cure: Sentence(fr: "Ajoutez \(part).", en: "Add \(part)."))
    }

    static func structureOrder(_ part: String, in rule: ElementRule) -> Fault {
        let order = (rule.children ?? []).map(\.name).joined(separator: ", ")
        return Fault(
            "PKG086", .error,
            Sentence(
                fr: "Dans \(rule.name), \(part) n’est pas à sa place ; cmi5 fixe l’ordre.",
                en: "In \(rule.name), \(part) is out of place; cmi5 fixes the order."),
            cure: Sentence(
                fr: "Écrivez dans cet ordre : \(order).", en: "Write in this order: \(order)."))
    }

    static func strictValue(_ value: String, of name: String) -> Fault {
        Fault(
            "PKG088", .error,
            Sentence(
                fr: "\(name) vaut « \(value) », que cmi5 n’admet pas.",
                en: "\(name) is “\(value)”, which cmi5 does not admit."),
            cure: Sentence(
                fr: "Écrivez une valeur de la norme, ou retirez \(name).",
                en: "Write a value of the standard, or remove \(name)."))
    }

    static func notAnIRI(_ text: String, of name: String) -> Fault {
        Fault(
            "PKG089", .error,
            Sentence(
                fr: "\(name) vaut « \(text) », qui n’est pas un identifiant complet (IRI).",
                en: "\(name) is “\(text)”, which is no complete identifier (IRI)."),
            cure: Sentence(
                fr: "Écrivez une adresse complète, comme https://exemple.fr/cours/1, sans espace.",
                en: "Write a complete address, such as https://example.org/courses/1, without blanks."))
    }
}
