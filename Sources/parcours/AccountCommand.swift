internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore

/// Accounts of the web shell: who may sign in, as what.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: words("Les comptes du site : qui peut se connecter.", "Accounts of the site: who may sign in."),
        discussion: words(
            """
            EXEMPLES
              parcours account add chef@ville.fr --name "Inès Roy" --role administrateur
              parcours account import agents.csv --dry-run
              parcours account invite ines@ville.fr --url https://formation.ville.fr
              parcours account block ines@ville.fr
            """,
            """
            EXAMPLES
              parcours account add chief@town.fr --name "Inès Roy" --role administrator
              parcours account import people.csv --dry-run
              parcours account invite ines@town.fr --url https://training.town.fr
              parcours account block ines@town.fr
            """),
        subcommands: [
            AddAccount.self, ImportAccounts.self, InviteAccount.self, ListAccounts.self, SetAccount.self,
            BlockAccount.self, UnblockAccount.self, AccountSessions.self,
        ])
}

/// Where links lead.
struct LinkOptions: ParsableArguments {
    @Option(help: help("L’adresse du site, pour les liens.", "The site's address, for links."))
    var url = "http://127.0.0.1:8080"

    func invitation(_ code: Secret) -> String {
        "\(url.hasSuffix("/") ? String(url.dropLast()) : url)/invitation/\(code.text)"
    }
}

/// Roles and groups of one account.
struct RoleOptions: ParsableArguments {
    @Option(
        name: .customLong("role"),
        help: help(
            "apprenant, formateur, administrateur ; répétable.", "learner, trainer, administrator; can be repeated."))
    var roles: [String] = []
    @Option(
        name: .customLong("group"),
        help: help("Groupe où apprendre ; répétable.", "Group to learn in; can be repeated."))
    var groups: [String] = []
    @Option(
        name: .customLong("trains"),
        help: help("Groupe à suivre comme formateur ; répétable.", "Group to follow as trainer; can be repeated."))
    var trains: [String] = []

    func chosenRoles() throws -> Set<Role> {
        try Set(
            roles.map { text in
                guard let role = Role(named: text) else { throw Failure(2, AccountSentences.badRole(text)) }
                return role
            })
    }

    static func known(_ texts: [String], in folder: DataFolder) throws -> Set<GroupID> {
        let groups = try Failure.translating { () throws(JournalError) in try folder.groups() }
        return try Set(
            texts.map { text in
                guard let id = GroupID(text), groups.contains(where: { $0.id == id }) else {
                    throw Failure(4, AccountSentences.unknownGroup(text))
                }
                return id
            })
    }
}

struct AddAccount: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: words(
            "Crée un compte et donne le lien d’invitation.", "Makes an account and gives the invitation link."))

    @Argument(help: help("L’identifiant de connexion.", "The login.")) var login: String
    @Option(help: help("Le nom affiché.", "The name shown.")) var name: String?
    @Option(help: help("Le prénom.", "The given name.")) var givenName: String?
    @Option(help: help("Le nom de famille.", "The family name.")) var familyName: String?
    @Option(help: help("L’adresse électronique.", "The e-mail address.")) var email: String?
    @Option(help: help("L’organisme.", "The organization.")) var organization: String?
    @OptionGroup var roles: RoleOptions
    @OptionGroup var link: LinkOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
        guard LearnerProfile.isUsable(login: login) else { throw Failure(2, AccountSentences.badLogin) }
        let folder = try Workplace(global).dataFolder()
        let full = [givenName, familyName].compactMap(\.self).joined(separator: " ")
        let profile = LearnerProfile(
            login: login, name: name ?? (full.isEmpty ? login : full), givenName: givenName, familyName: familyName,
            email: email, organization: organization)
        let chosen = try roles.chosenRoles()
        let account = NewAccount(
            profile, roles: chosen.isEmpty ? [.learner] : chosen,
            groups: try RoleOptions.known(roles.groups, in: folder),
            trains: try RoleOptions.known(roles.trains, in: folder))
        let codes = try Failure.translating { () throws(JournalError) in
            try NewAccount.make([account], in: folder, at: .now())
        }
        guard let code = codes.first ?? nil else { throw Failure(3, AccountSentences.accountExists(login)) }
        if !global.quiet { Console.say(AccountSentences.invitation.text(global.language)) }
        try Console.give(link.invitation(code) + "\n")
    }
}

struct InviteAccount: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: words(
            "Donne un nouveau lien pour choisir un mot de passe.", "Gives a new link to choose a password."))

    @Argument(help: help("L’identifiant de connexion.", "The login.")) var login: String
    @OptionGroup var link: LinkOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let folder = try global.existingDataFolder()
        let (learner, _) = try folder.account(of: login)
        let code = try Failure.translating { () throws(JournalError) in try folder.invite(learner, at: .now()) }
        guard let code else { throw Failure(4, AccountSentences.noAccount(login)) }
        if !global.quiet { Console.say(AccountSentences.invitation.text(global.language)) }
        try Console.give(link.invitation(code) + "\n")
    }
}

struct SetAccount: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: words(
            "Remplace les rôles ou les groupes d’un compte (ceux que l’on donne).",
            "Replaces the roles or groups of an account (those that are given)."))

    @Argument(help: help("L’identifiant de connexion.", "The login.")) var login: String
    @OptionGroup var roles: RoleOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let folder = try global.existingDataFolder()
        let (learner, _) = try folder.account(of: login)
        let chosen = try roles.chosenRoles()
        let groups = try RoleOptions.known(roles.groups, in: folder)
        let trains = try RoleOptions.known(roles.trains, in: folder)
        try folder.change(learner) { account in
            if !chosen.isEmpty { account.roles = chosen }
            if !groups.isEmpty { account.groups = groups }
            if !trains.isEmpty { account.trains = trains }
        }
        Console.say(AccountSentences.changed(login).text(global.language))
    }
}

struct BlockAccount: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "block",
        abstract: words(
            "Interdit la connexion et ferme les sessions ; n’efface rien.",
            "Forbids signing in and closes the sessions; erases nothing."))

    @Argument(help: help("L’identifiant de connexion.", "The login.")) var login: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let folder = try global.existingDataFolder()
        let (learner, _) = try folder.account(of: login)
        try folder.change(learner) { $0.isBlocked = true }
        try Failure.translating { () throws(JournalError) in
            try folder.changeSessions { $0.removeAll { $0.learner == learner } }
        }
        Console.say(AccountSentences.blocked(login).text(global.language))
    }
}

struct UnblockAccount: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unblock", abstract: words("Autorise de nouveau la connexion.", "Allows signing in again."))

    @Argument(help: help("L’identifiant de connexion.", "The login.")) var login: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let folder = try global.existingDataFolder()
        let (learner, _) = try folder.account(of: login)
        try folder.change(learner) { $0.isBlocked = false }
        Console.say(AccountSentences.unblocked(login).text(global.language))
    }
}

struct AccountSessions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: words(
            "Les sessions ouvertes d’un compte ; les ferme avec --revoke.",
            "The open sessions of an account; closes them with --revoke."))

    @Argument(help: help("L’identifiant de connexion.", "The login.")) var login: String
    @Flag(help: help("Ferme toutes ses sessions.", "Closes all of them.")) var revoke = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let folder = try global.existingDataFolder()
        let (learner, _) = try folder.account(of: login)
        let sessions = try Failure.translating { () throws(JournalError) in try folder.sessions() }
            .filter { $0.learner == learner }
        guard revoke else {
            return try Console.give(sessions.map { "\($0.since)\t\($0.seen)\n" }.joined())
        }
        try Failure.translating { () throws(JournalError) in
            try folder.changeSessions { $0.removeAll { $0.learner == learner } }
        }
        Console.say(AccountSentences.sessionsEnded(sessions.count).text(global.language))
    }
}

extension DataFolder {
    /// The account of a login.
    func account(of login: String) throws(Failure) -> (LearnerID, Account) {
        try Failure.translating { () throws(JournalError) -> (LearnerID, Account)? in
            guard let learner = try learner(login: login),
                let account = try accounts().first(where: { $0.learner == learner })
            else { return nil }
            return (learner, account)
        }.orRefuse(Failure(4, AccountSentences.noAccount(login)))
    }

    /// Changes one account.
    func change(_ learner: LearnerID, _ body: (inout Account) -> Void) throws(Failure) {
        try Failure.translating { () throws(JournalError) in
            try changeAccounts { accounts in
                guard let place = accounts.firstIndex(where: { $0.learner == learner }) else { return }
                body(&accounts[place])
            }
        }
    }
}

extension Optional {
    /// The value, or the failure.
    fileprivate func orRefuse(_ failure: Failure) throws(Failure) -> Wrapped {
        guard let self else { throw failure }
        return self
    }
}
