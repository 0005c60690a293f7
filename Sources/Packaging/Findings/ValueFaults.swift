import CourseModel

/// What can be wrong with values and with sequencing.
extension Fault {
    static func strangeValue(_ value: String, of name: String, instead: String?) -> Fault {
        Fault(
            "PKG060", .warning,
            Sentence(
                fr: "\(name) vaut « \(value) », ce que la norme n’admet pas à cet endroit ; "
                    + (instead.map { "lu comme « \($0) »." } ?? "cette valeur est ignorée."),
                en: "\(name) is “\(value)”, which the standard does not admit here; "
                    + (instead.map { "it is read as “\($0)”." } ?? "it is ignored.")),
            cure: Sentence(
                fr: "Écrivez une valeur de la norme.", en: "Write a value of the standard."))
    }

    static func droppedRule(_ element: String) -> Fault {
        Fault(
            "PKG061", .warning,
            Sentence(
                fr: "La règle \(element) ne se comprend pas en entier ; elle est ignorée.",
                en: "The rule \(element) cannot be understood as a whole; it is ignored."),
            cure: Sentence(
                fr: "Vérifiez sa condition et son action.", en: "Check its condition and its action."))
    }

    static func danglingSequencing(_ text: String) -> Fault {
        Fault(
            "PKG062", .warning,
            Sentence(
                fr: "sequencingCollection ne contient pas « \(text) ».",
                en: "sequencingCollection does not hold “\(text)”."),
            cure: Sentence(fr: "Corrigez IDRef.", en: "Correct IDRef."))
    }

    static func unknownObjective(_ text: String) -> Fault {
        Fault(
            "PKG063", .warning,
            Sentence(
                fr: "L’activité n’a pas d’objectif « \(text) » : la condition reste inconnue.",
                en: "The activity has no objective “\(text)”: the condition stays unknown."),
            cure: Sentence(fr: "Corrigez referencedObjective.", en: "Correct referencedObjective."))
    }

    static func unnamed(_ attribute: String, in element: String) -> Fault {
        Fault(
            "PKG064", .warning,
            Sentence(
                fr: "\(element) n’a pas de \(attribute) ; l’élément est ignoré.",
                en: "\(element) has no \(attribute); the element is ignored."),
            cure: Sentence(fr: "Ajoutez \(attribute).", en: "Add \(attribute)."))
    }

    static func sharedTarget(_ target: String) -> Fault {
        Fault(
            "PKG065", .warning,
            Sentence(
                fr: "Deux objectifs de l’activité écrivent « \(target) ».",
                en: "Two objectives of the activity write “\(target)”."),
            cure: Sentence(fr: "N’en laissez qu’un écrire.", en: "Let only one write."))
    }

    static func repeatedDataMap(_ target: String) -> Fault {
        Fault(
            "PKG068", .warning,
            Sentence(
                fr: "L’activité désigne deux fois l’espace partagé « \(target) » ; le second est ignoré.",
                en: "The activity maps the shared store “\(target)” twice; the second is ignored."),
            cure: Sentence(fr: "N’en gardez qu’un.", en: "Keep one."))
    }

    static func badPrerequisites(_ script: String, _ fault: Prerequisites.Fault) -> Fault {
        let why =
            switch fault {
            case .endsEarly: Sentence(fr: "il s’arrête trop tôt", en: "it ends too early")
            case .unexpected(let text): Sentence(fr: "« \(text) » n’y a pas sa place", en: "“\(text)” is out of place")
            case .unknownStatus(let word): Sentence(fr: "« \(word) » n’est pas un état", en: "“\(word)” is no status")
            case .tooLong: Sentence(fr: "il est trop long", en: "it is too long")
            }
        return Fault(
            "PKG069", .warning,
            Sentence(
                fr:
                    "Le prérequis « \(script.prefix(80)) » ne se comprend pas : \(why.french) ; l’activité reste ouverte.",
                en: "The prerequisite “\(script.prefix(80))” means nothing: \(why.english); the activity stays open."),
            cure: Sentence(
                fr: "Écrivez par exemple A&B, A|B, ~A, A=\"passed\" ou 2*{A,B,C}.",
                en: "Write A&B, A|B, ~A, A=\"passed\" or 2*{A,B,C}, for instance."))
    }

    static let tooMuchSequencing = Fault(
        "PKG067", .error,
        Sentence(
            fr: "Le séquencement de cette activité, ou celui du cours entier, est trop long : il est ignoré ici.",
            en: "The sequencing of this activity, or of the course as a whole, is too long: it is ignored here."),
        cure: Sentence(
            fr: "Restez sous 5 000 éléments par activité ; citez les mêmes règles sans les compléter.",
            en: "Stay below 5,000 elements an activity; cite the same rules without adding to them."))

    static func repeatedObjective(_ text: String) -> Fault {
        Fault(
            "PKG066", .warning,
            Sentence(
                fr: "L’objectif « \(text) » est déclaré deux fois dans l’activité ; le second est ignoré.",
                en: "The objective “\(text)” is declared twice in the activity; the second is ignored."),
            cure: Sentence(fr: "Donnez à chacun son objectiveID.", en: "Give each its own objectiveID."))
    }
}
