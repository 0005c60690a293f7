internal import ArgumentParser
internal import CourseHost
internal import CourseModel

extension DataCommand {
    /// Makes the index anew.
    struct Index: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "index",
            abstract: words(
                "Refait l’index des journaux\u{A0}; code 5 si l’un est illisible.",
                "Makes the index of the journals anew; code 5 when one is unreadable."),
            discussion: words(
                """
                EXEMPLES
                  parcours data index
                  parcours data index --json

                L’index (index.sqlite) sert les listes et les états\u{A0}; il ne contient aucun nom. Il se met à jour seul et
                peut être effacé\u{A0}: les journaux font foi.
                """,
                """
                EXAMPLES
                  parcours data index
                  parcours data index --json

                The index (index.sqlite) serves lists and records; it holds no name. It keeps itself up to date and may
                be deleted: the journals are the truth.
                """))

        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let workplace = try Workplace(global)
            let folder = try workplace.existingDataFolder()
            let (_, outcome) = try workplace.freshIndex(of: folder, rebuilds: true)
            let failures = outcome.failures(ofCourse: nil)
            if json {
                try Console.give(
                    "{\"read\":\(outcome.read),\"failed\":\(failures.count),\"saved\":\(outcome.trouble == nil)}\n")
            } else {
                let sentence = IndexSentences.indexed(
                    outcome.read, known: outcome.known, forgotten: outcome.forgotten, failures: failures.count)
                try Console.give(sentence.text(global.language) + "\n")
            }
            for failure in failures { Console.say(failure.sentence.text(global.language)) }
            if let failure = failures.first { throw ExitCode(failure.code) }
            if outcome.trouble != nil { throw ExitCode(5) }
        }
    }
}
