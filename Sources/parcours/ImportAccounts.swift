internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import FoundationEssentials
internal import JournalStore

struct ImportAccounts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: words(
            "Crée les comptes d’une liste CSV et donne un lien par personne.",
            "Makes the accounts of a CSV list and gives a link a person."),
        discussion: words(
            """
            Colonnes : \(AccountList.columns.joined(separator: ", ")). `login` et `nom` sont obligatoires ; `roles`,
            `groupes` et `anime` (groupes à suivre) prennent plusieurs valeurs séparées par une espace. Une liste qui a
            une faute ne crée rien ; un compte déjà là reste inchangé. Sur la sortie : login;lien, une ligne par compte créé.
            """,
            """
            Columns: \(AccountList.columns.joined(separator: ", ")). `login` and `nom` must be there; `roles`, `groupes`
            and `anime` (groups to follow) take several values with blanks between. A list with a fault makes nothing; an
            account that is there already stays as it is. On standard output: login;link, a line for each account made.
            """))

    @Argument(help: help("Le fichier CSV, UTF-8.", "The CSV file, UTF-8.")) var file: String
    @Flag(help: help("Dit ce qui serait fait, ne fait rien.", "Says what would be done, does nothing."))
    var dryRun = false
    @OptionGroup var link: LinkOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let folder = try Workplace(global).dataFolder()
        let groups = try Failure.translating { () throws(JournalError) in try folder.groups() }
        let list: AccountList
        do throws(AccountList.Faults) {
            list = try AccountList(csv: try text(), groups: groups)
        } catch {
            throw Failure(4, AccountSentences.faults(file, error.all))
        }
        guard !dryRun else {
            let (made, known) = try Failure.translating { () throws(JournalError) in try list.planned(in: folder) }
            return Console.say(
                AccountSentences.imported(made: made, known: known, isDryRun: true).text(global.language))
        }
        let (made, known) = try Failure.translating { () throws(JournalError) in
            try list.make(in: folder, at: .now())
        }
        try Console.give(made.map { "\($0.login);\(link.invitation($0.code))\n" }.joined())
        Console.say(AccountSentences.imported(made: made.count, known: known, isDryRun: false).text(global.language))
    }

    private func text() throws(AccountList.Faults) -> String {
        guard let data = FileManager.default.contents(atPath: file),
            let text = String(validating: data, as: UTF8.self)
        else { throw AccountList.Faults.unreadable }
        return text
    }
}
