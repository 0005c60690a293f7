internal import ArgumentParser
internal import CourseModel
internal import JournalStore

/// The data folder as a whole.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: words(
            "Le dossier de données : le vérifier, refaire son index.", "The data folder: check it, make its index anew."
        ),
        subcommands: [CheckData.self, Index.self])

    struct CheckData: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: words(
                "Vérifie tous les journaux ; code 5 si l’un est endommagé.",
                "Checks every journal; code 5 when one is damaged."),
            discussion: words("EXEMPLE", "EXAMPLE") + "\n  parcours data check --json")

        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let folder = try global.existingDataFolder()
            let report = try Failure.translating { () throws(JournalError) in try folder.check() }
            if json {
                try Console.give(report.json + "\n")
            } else {
                try Console.give(text(of: report))
            }
            if report.exitCode != 0 { throw ExitCode(report.exitCode) }
        }

        private func text(of report: DataReport) -> String {
            let language = global.language
            let damaged = report.entries.compactMap(\.finding)
            let lines = damaged.map { "\($0.sentence.text(language))\n    \($0.cure.text(language))" }
            let count = CommandSentences.checked(report.entries.count, damaged: damaged.count).text(language)
            return (lines + [count]).joined(separator: "\n") + "\n"
        }
    }
}
