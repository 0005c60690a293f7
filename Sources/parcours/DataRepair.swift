internal import ArgumentParser
internal import CourseModel
internal import Glibc
internal import JournalStore

extension DataCommand {
    /// Repairs a damaged journal.
    struct Repair: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "repair",
            abstract: words(
                "Répare un journal endommagé ; l’original est gardé à côté.",
                "Repairs a damaged journal; the original is kept beside it."),
            discussion: words(
                """
                EXEMPLES
                  parcours data repair ines/mon-cours --dry-run    sans rien changer
                  parcours data repair ines/mon-cours
                  parcours data repair chemin/journal.jsonl --json

                Chaque ligne que son empreinte confirme est gardée, dans l’ordre des numéros, et enchaînée de nouveau ;
                une dernière ligne « x-repair » dit ce qui a été fait. Aucun octet n’est effacé.
                """,
                """
                EXAMPLES
                  parcours data repair ines/my-course --dry-run    changes nothing
                  parcours data repair ines/my-course
                  parcours data repair path/journal.jsonl --json

                Every line that its hash confirms is kept, in the order of the numbers, and chained anew; a last line
                “x-repair” says what was done. No byte is deleted.
                """))

        @Argument(
            help: help(
                "APPRENANT/COURS, ou le chemin d’un journal.", "LEARNER/COURSE, or the path of a journal."))
        var target: String
        @Flag(help: help("Montre seulement.", "Shows only.")) var dryRun = false
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let path = try journalPath()
            guard access(path, F_OK) == 0 else { throw Failure(4, JournalSentences.noJournal(path)) }
            let repair = try Failure.translating { () throws(JournalError) in
                var chance = SystemRandomNumberGenerator()
                let writer = "repair-" + String(chance.next(), radix: 36)
                return try dryRun
                    ? JournalRepair(planning: path) : JournalRepair.carryOut(path, session: writer, at: .now())
            }
            try Console.give(json ? repair.json + "\n" : text(of: repair))
        }

        private func journalPath() throws -> String {
            if access(target, F_OK) == 0 { return target }
            let parts = target.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Failure(2, JournalSentences.repairTarget(target)) }
            let folder = try global.existingDataFolder()
            return try Failure.translating { () throws(JournalError) in
                var learner = try folder.learners().first { $0.text == parts[0] }
                if learner == nil { learner = try folder.learner(login: parts[0] == "local" ? nil : parts[0]) }
                guard let learner else { return "\(folder.path)/learners/\(FolderName(parts[0]))" }
                return folder.enrolment(of: learner, in: parts[1]).journalPath
            }
        }

        private func text(of repair: JournalRepair) -> String {
            let language = global.language
            guard repair.isNeeded else { return JournalSentences.notDamaged(repair.path).text(language) + "\n" }
            let summary = JournalSentences.repaired(repair, isPlan: dryRun).text(language)
            let faults = repair.leftOut.prefix(20).map { "    \($0.sentence.text(language))" }
            let more = repair.leftOut.count > 20 ? ["    …"] : []
            return ([summary] + faults + more).joined(separator: "\n") + "\n"
        }
    }
}
