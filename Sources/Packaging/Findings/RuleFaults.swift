import CourseModel

/// What can be wrong with the form of a manifest, as the rules of `Scorm/manifest-rules.json` see it.
extension Fault {
    static func misspeltNamespace(_ namespace: String, _ prefix: String) -> Fault {
        Fault(
            "PKG037", .warning,
            Sentence(
                fr: "L’espace de noms « \(namespace) » n’est pas celui de la norme ; il est lu comme \(prefix).",
                en: "The namespace “\(namespace)” is not that of the standard; it is read as \(prefix)."),
            cure: Sentence(
                fr: "Corrigez l’adresse dans la déclaration xmlns.", en: "Correct the address in the xmlns declaration."
            ))
    }

    static func elementOrder(_ element: String, in rule: ElementRule) -> Fault {
        guard !rule.strict.contains(.order) else { return structureOrder(element, in: rule) }
        return Fault(
            "PKG070", .warning,
            Sentence(
                fr: "Dans \(rule.name), \(element) n’est pas à sa place ; l’ordre est sans effet ici.",
                en: "In \(rule.name), \(element) is out of place; the order has no effect here."),
            cure: Sentence(
                fr: "Remettez les éléments dans l’ordre du schéma.", en: "Put the elements in the order of the schema.")
        )
    }

    static func unknownElement(_ name: String, in parent: String) -> Fault {
        Fault(
            "PKG072", .warning,
            Sentence(
                fr: "La norme ne connaît pas d’élément \(name) dans \(parent) ; il est ignoré.",
                en: "The standard knows no element \(name) in \(parent); it is ignored."),
            cure: Sentence(fr: "Corrigez son nom, ou retirez-le.", en: "Correct its name, or remove it."))
    }

    static func unknownAttribute(_ name: String, of rule: ElementRule) -> Fault {
        let meant = rule.attributes?.first { $0.name.lowercased() == name.lowercased() }
        let right = meant.map { [$0.prefix, $0.name].compactMap(\.self).joined(separator: ":") }
        return Fault(
            "PKG073", .warning,
            Sentence(
                fr: "La norme ne connaît pas d’attribut \(name) à \(rule.name).",
                en: "The standard knows no attribute \(name) of \(rule.name)."),
            cure: right.map { Sentence(fr: "Écrivez \($0).", en: "Write \($0).") }
                ?? Sentence(
                    fr: "Corrigez son nom ou son préfixe, ou retirez-le.",
                    en: "Correct its name or its prefix, or remove it."))
    }

    /// An attribute is missing; the rule says under which code.
    static func missingValue(_ code: String, _ name: String, in rule: ElementRule) -> Fault {
        switch code {
        case "PKG019": noIdentifier(rule.name)
        case "PKG064": unnamed(name, in: rule.name)
        case "PKG085": structureLacks(name, in: rule.name)
        default:
            Fault(
                "PKG074", .warning,
                Sentence(
                    fr: "L’élément \(rule.name) n’a pas d’attribut \(name), que la norme exige.",
                    en: "The \(rule.name) element has no attribute \(name), which the standard requires."),
                cure: Sentence(fr: "Ajoutez \(name)=\"…\".", en: "Add \(name)=\"…\"."))
        }
    }

    static func repeatedElement(_ name: String, in parent: String) -> Fault {
        Fault(
            "PKG075", .warning,
            Sentence(
                fr: "\(parent) contient plusieurs \(name) ; le premier compte.",
                en: "\(parent) holds several \(name) elements; the first one counts."),
            cure: Sentence(fr: "N’en gardez qu’un.", en: "Keep one."))
    }

    static func otherEdition(_ name: String, of editions: [String], _ edition: Edition?) -> Fault {
        let others = editions.joined(separator: ", ")
        let own = edition?.rawValue ?? "?"
        return Fault(
            "PKG076", .warning,
            Sentence(
                fr: "« \(name) » appartient à SCORM \(others) ; ce paquet se dit SCORM \(own).",
                en: "“\(name)” belongs to SCORM \(others); this package says it is SCORM \(own)."),
            cure: Sentence(
                fr: "Retirez-le, ou déclarez l’édition qui le connaît dans schemaversion.",
                en: "Remove it, or declare the edition that knows it in schemaversion."))
    }

    static func missingElement(_ name: String, in rule: ElementRule) -> Fault {
        guard !rule.strict.contains(.missing) else { return structureLacks(name, in: rule.name) }
        return Fault(
            "PKG077", .warning,
            Sentence(
                fr: "L’élément \(rule.name) ne contient pas de \(name), que la norme exige.",
                en: "The \(rule.name) element holds no \(name), which the standard requires."),
            cure: Sentence(fr: "Ajoutez un élément \(name).", en: "Add a \(name) element."))
    }

    static func tooLong(_ name: String, _ count: Int, _ most: Int) -> Fault {
        Fault(
            "PKG078", .warning,
            Sentence(
                fr: "\(name) compte \(count) caractères ; la norme en admet \(most). Il est gardé en entier.",
                en: "\(name) has \(count) characters; the standard admits \(most). It is kept whole."),
            cure: Sentence(
                fr: "Raccourcissez-le : d’autres plateformes le couperont.",
                en: "Shorten it: other platforms will cut it."))
    }

    static func beyondGuarantee(_ name: String, _ count: Int, _ most: Int) -> Fault {
        Fault(
            "PKG079", .note,
            Sentence(
                fr: "\(name) compte \(count) caractères ; une plateforme n’est tenue d’en garder que \(most).",
                en: "\(name) has \(count) characters; a platform need keep no more than \(most)."),
            cure: Sentence(
                fr: "Rien à faire ici ; raccourcissez-le pour d’autres plateformes.",
                en: "Nothing to do here; shorten it for other platforms."))
    }

    static func attributeAsElement(_ name: String, of element: String) -> Fault {
        Fault(
            "PKG087", .warning,
            Sentence(
                fr:
                    "\(name) est écrit comme un élément ; la norme en fait un attribut de \(element), et il est ignoré.",
                en:
                    "\(name) is written as an element; the standard makes it an attribute of \(element), and it is ignored."
            ),
            cure: Sentence(
                fr: "Écrivez <\(element) \(name)=\"…\">.", en: "Write <\(element) \(name)=\"…\">."))
    }

    /// A reference leads nowhere; the rule says under which code.
    static func danglingValue(_ code: String, _ text: String) -> Fault {
        switch code {
        case "PKG022": danglingDefault(text)
        case "PKG035": danglingDependency(text)
        case "PKG062": danglingSequencing(text)
        default: unknownCourseObjective(text)
        }
    }
}
