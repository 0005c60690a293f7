internal import CourseHost
internal import CourseModel

/// What the commands of accounts and groups say.
enum AccountSentences {
    static func noAccount(_ login: String) -> Sentence {
        Sentence(
            fr: "\(login) : aucun compte de cet identifiant. `parcours account list` donne ceux qui existent.",
            en: "\(login): no account of that login. `parcours account list` shows those that exist.")
    }

    static func accountExists(_ login: String) -> Sentence {
        Sentence(
            fr: "\(login) a déjà un compte ; rien n’a changé. Pour un nouveau lien : parcours account invite \(login)",
            en: "\(login) already has an account; nothing has changed. For a new link: parcours account invite \(login)"
        )
    }

    static let badLogin = Sentence(
        fr: "L’identifiant compte 1 à 128 caractères, aucun de commande, et n’est ni « . » ni « .. ». "
            + "Donnez par exemple une adresse électronique.",
        en: "A login has 1 to 128 characters, none that is a control, and is not “.” or “..”. "
            + "Give an e-mail address, for example.")

    static func badRole(_ text: String) -> Sentence {
        Sentence(
            fr: "\(text) : rôle inconnu. Choisissez apprenant, formateur ou administrateur.",
            en: "\(text): unknown role. Choose learner, trainer or administrator.")
    }

    static func unknownGroup(_ text: String) -> Sentence {
        Sentence(
            fr: "\(text) : groupe inconnu. `parcours group list` donne les groupes ; `parcours group add` en crée un.",
            en: "\(text): unknown group. `parcours group list` shows the groups; `parcours group add` makes one.")
    }

    static func badGroup(_ text: String) -> Sentence {
        Sentence(
            fr: "\(text) : un identifiant de groupe se compose de lettres minuscules sans accent, de chiffres et de "
                + "tirets, 64 au plus. Exemple : cohorte-2027",
            en: "\(text): a group's identifier is made of lower-case letters, digits and hyphens, 64 at most. Example: "
                + "cohort-2027")
    }

    static let invitation = Sentence(
        fr: "Lien pour choisir un mot de passe, valable une fois pendant 7 jours :",
        en: "Link to choose a password, good once and for 7 days:")

    static func blocked(_ login: String) -> Sentence {
        Sentence(
            fr: "\(login) ne peut plus se connecter ; ses sessions sont fermées et rien n’est effacé.",
            en: "\(login) can no longer sign in; the sessions are closed and nothing is erased.")
    }

    static func unblocked(_ login: String) -> Sentence {
        Sentence(fr: "\(login) peut de nouveau se connecter.", en: "\(login) can sign in again.")
    }

    static func sessionsEnded(_ count: Int) -> Sentence {
        Sentence(
            fr: count < 2 ? "\(count) session fermée." : "\(count) sessions fermées.",
            en: count == 1 ? "1 session closed." : "\(count) sessions closed.")
    }

    static func changed(_ login: String) -> Sentence {
        Sentence(fr: "Compte de \(login) modifié.", en: "The account of \(login) is changed.")
    }

    static func groupMade(_ id: String) -> Sentence {
        Sentence(fr: "Groupe \(id) créé.", en: "Group \(id) made.")
    }

    static func imported(made: Int, known: Int, isDryRun: Bool) -> Sentence {
        let (french, english) = isDryRun ? ("à créer", "to be made") : (made < 2 ? "créé" : "créés", "made")
        return Sentence(
            fr: "\(made) \(made < 2 ? "compte" : "comptes") \(french), \(known) déjà là (inchangés).",
            en: "\(made) \(made == 1 ? "account" : "accounts") \(english), \(known) already there (unchanged).")
    }

    static func faults(_ file: String, _ faults: [AccountList.Fault]) -> Sentence {
        let lines = faults.map { fault in
            let reason = reason(fault.reason)
            return Sentence(
                fr: "\(file):\(fault.line) : \(reason.french)", en: "\(file):\(fault.line): \(reason.english)")
        }
        let close = Sentence(
            fr: "Rien n’a été créé. Corrigez la liste, puis recommencez.",
            en: "Nothing was made. Mend the list, then try again.")
        return Sentence(
            fr: (lines.map(\.french) + [close.french]).joined(separator: "\n"),
            en: (lines.map(\.english) + [close.english]).joined(separator: "\n"))
    }

    private static func reason(_ reason: AccountList.Fault.Reason) -> Sentence {
        switch reason {
        case .notATable:
            Sentence(
                fr: "ce n’est pas un tableau CSV lisible (vide, ou guillemet non fermé).",
                en: "not a readable CSV table (empty, or a quote that is not closed).")
        case .missingColumn(let name):
            Sentence(fr: "il manque la colonne « \(name) ».", en: "the column “\(name)” is missing.")
        case .unknownColumn(let name):
            Sentence(
                fr: "colonne inconnue « \(name) ». Colonnes : \(AccountList.columns.joined(separator: ", ")).",
                en: "unknown column “\(name)”. Columns: \(AccountList.columns.joined(separator: ", ")).")
        case .badLogin: badLogin
        case .repeatedLogin(let login, let first):
            Sentence(fr: "\(login) figure déjà ligne \(first).", en: "\(login) stands on line \(first) already.")
        case .badRole(let text): badRole(text)
        case .unknownGroup(let text): unknownGroup(text)
        }
    }
}
