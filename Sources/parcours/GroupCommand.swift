internal import ArgumentParser
internal import CourseModel
internal import JournalStore

/// Groups of learners with their trainers.
struct GroupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: words("Les groupes d’apprenants.", "Groups of learners."),
        discussion: words(
            """
            EXEMPLES
              parcours group add cohorte-2027 --name "Cohorte 2027"
              parcours account set ines@ville.fr --group cohorte-2027
              parcours account set paul@ville.fr --role formateur --trains cohorte-2027
            """,
            """
            EXAMPLES
              parcours group add cohort-2027 --name "Cohort 2027"
              parcours account set ines@town.fr --group cohort-2027
              parcours account set paul@town.fr --role trainer --trains cohort-2027
            """),
        subcommands: [AddGroup.self, ListGroups.self])

    struct AddGroup: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: words("Crée un groupe, ou change son nom.", "Makes a group, or changes its name."))

        @Argument(help: help("L’identifiant : a-z, 0-9, tirets.", "The identifier: a-z, 0-9, hyphens.")) var id: String
        @Option(help: help("Le nom affiché.", "The name shown.")) var name: String?
        @OptionGroup var global: GlobalOptions

        func run() throws {
            guard let group = GroupID(id) else { throw Failure(2, AccountSentences.badGroup(id)) }
            let folder = try Workplace(global).dataFolder()
            try Failure.translating { () throws(JournalError) in
                try folder.changeGroups { groups in
                    groups.removeAll { $0.id == group }
                    groups.append(Group(group, name: name ?? id))
                }
            }
            Console.say(AccountSentences.groupMade(id).text(global.language))
        }
    }

    struct ListGroups: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: words(
                "Les groupes : identifiant, nom, apprenants, formateurs.",
                "The groups: identifier, name, learners, trainers."))

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let folder = try global.existingDataFolder()
            let (accounts, groups) = try Failure.translating { () throws(JournalError) in
                (try folder.accounts(), try folder.groups())
            }
            let lines = groups.map { group in
                let learners = accounts.count { $0.groups.contains(group.id) }
                let trainers = accounts.count { $0.trains.contains(group.id) }
                let name = String(group.name.unicodeScalars.map { $0.isCommand ? " " : Character($0) })
                return "\(group.id)\t\(name)\t\(learners)\t\(trainers)\n"
            }
            try Console.give(lines.joined())
        }
    }
}
