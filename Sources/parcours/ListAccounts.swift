internal import ArgumentParser
internal import CourseModel
internal import FoundationEssentials
internal import JournalStore

struct ListAccounts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: words("Tous les comptes.", "All accounts."))

    @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    /// One account, for programs.
    private struct Entry: Encodable {
        var id: String
        var login: String?
        var name: String?
        var roles: [String]
        var groups: [String]
        var trains: [String]
        var state: String
    }

    func run() throws {
        let folder = try global.existingDataFolder()
        let entries = try Failure.translating { () throws(JournalError) -> [Entry] in try self.entries(in: folder) }
        guard json else {
            return try Console.give(entries.map(line).joined())
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try Console.give(String(decoding: try encoder.encode(["accounts": entries]), as: UTF8.self) + "\n")
    }

    private func entries(in folder: DataFolder) throws(JournalError) -> [Entry] {
        var entries: [Entry] = []
        for account in try folder.accounts() {
            let profile = try folder.profile(of: account.learner)
            entries.append(
                Entry(
                    id: account.learner.text, login: profile?.login, name: profile?.name,
                    roles: account.roles.map(\.rawValue).sorted(), groups: account.groups.sorted().map(\.text),
                    trains: account.trains.sorted().map(\.text), state: state(of: account)))
        }
        return entries
    }

    private func line(_ entry: Entry) -> String {
        let groups = (entry.groups + entry.trains.map { "\($0)*" }).joined(separator: " ")
        return [entry.login ?? entry.id, entry.name ?? "", entry.roles.joined(separator: " "), groups, entry.state]
            .map { text in String(text.unicodeScalars.map { $0.isCommand ? " " : Character($0) }) }
            .joined(separator: "\t") + "\n"
    }

    /// A stable word: `blocked`, `active`, `invited`, or `none` where no password can be chosen any more.
    private func state(of account: Account) -> String {
        if account.isBlocked { return "blocked" }
        if account.password != nil { return "active" }
        return account.invitation.map { Instant.now() < $0.until ? "invited" : "none" } ?? "none"
    }
}
