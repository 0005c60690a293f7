internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import Glibc
internal import JournalStore

extension LearnerCommand {
    /// Hands a person everything that is kept of them.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: words(
                "Remet à un apprenant toutes ses données, en un zip.", "Hands a learner all their data, in one zip."),
            discussion: words(
                """
                EXEMPLES
                  parcours learner export ines --output ines.zip
                  parcours learner export local --output moi.zip --json

                Dans le zip\u{A0}: lisez-moi.html, une page à lire en français et en anglais\u{A0}; etats.csv et etats.json\u{A0};
                donnees/, les fichiers tels qu’ils sont tenus, journaux compris. Un fichier existant n’est pas remplacé.
                """,
                """
                EXAMPLES
                  parcours learner export ines --output ines.zip
                  parcours learner export local --output me.zip --json

                In the zip: lisez-moi.html, a page to read in French and English; etats.csv and etats.json; donnees/, the
                files as they are kept, journals included. An existing file is not replaced.
                """))

        @Argument(
            help: help("Nom de connexion, identifiant, ou «\u{A0}local\u{A0}».", "Login, identifier, or “local”.")
        ) var learner: String
        @Option(help: help("Le zip à écrire.", "The zip to write.")) var output: String
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let workplace = try Workplace(global)
            let folder = try workplace.existingDataFolder()
            let id = try Workplace.find(learner, in: folder)
            guard access(output, F_OK) != 0 else { throw Failure(2, LearnerSentences.exists(output)) }
            let report = try export(id, folder, CourseShelf(folder, models: workplace.models))
            if json {
                let answer = Answer(
                    file: output, id: id.text, courses: report.courses, files: report.files, skipped: report.skipped)
                try Console.give(jsonLine(answer))
            } else {
                try Console.give(
                    LearnerSentences.exported(output, report.courses, report.files).text(global.language) + "\n")
            }
            for path in report.skipped { Console.say(LearnerSentences.skipped(path).text(global.language)) }
            for failure in report.failures { Console.say(failure.failure.sentence.text(global.language)) }
            if !report.failures.isEmpty { throw ExitCode(5) }
        }

        private func export(
            _ id: LearnerID, _ folder: DataFolder, _ shelf: CourseShelf
        ) throws(Failure) -> LearnerExport.Report {
            do {
                return try LearnerExport(folder, shelf).write(id, to: output)
            } catch let trouble as LearnerExport.Trouble {
                throw Failure(5, LearnerSentences.cannotExport(trouble.path, trouble.what))
            } catch {
                throw Failure.keeping(folder.path, error)
            }
        }

        private struct Answer: Encodable {
            var file: String
            var id: String
            var courses: Int
            var files: Int
            var skipped: [String]
        }
    }
}
