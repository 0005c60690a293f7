internal import ArgumentParser
internal import CourseModel
internal import JournalStore

/// The learners of a data folder.
struct LearnerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learner",
        abstract: words(
            "Les apprenants : inscrire, lister, montrer, remettre ses données, effacer.",
            "Learners: add, list, show, hand over their data, erase."),
        subcommands: [Add.self, List.self, Show.self, Export.self, Erase.self])
}

extension Workplace {
    /// The learner whom a command names by identifier, login, or `local`.
    static func find(_ name: String, in folder: DataFolder) throws(Failure) -> LearnerID {
        let found = try Failure.translating { () throws(JournalError) -> LearnerID? in
            if let id = LearnerID(name), try folder.learners().contains(id) { return id }
            return try folder.learner(login: name == "local" ? nil : name)
        }
        guard let found else { throw Failure(4, CommandSentences.noSuchLearner(name)) }
        return found
    }
}
