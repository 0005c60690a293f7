internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import FoundationEssentials
internal import JournalStore
internal import RecordIndex
internal import Synchronization

/// The data folder as a whole.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: words(
            "Le dossier de données\u{A0}: le vérifier, le sauvegarder, le restaurer, refaire son index.",
            "The data folder: check it, back it up, restore it, make its index anew."
        ),
        subcommands: [CheckData.self, Repair.self, Backup.self, Restore.self, Retention.self, Index.self])

    struct CheckData: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: words(
                "Vérifie journaux, valeurs, versions de cours et index ; code 5 en cas de dommage (l’index se refait seul).",
                "Checks journals, values, course versions and index; code 5 when one is damaged (the index mends itself)."
            ),
            discussion: words("EXEMPLE", "EXAMPLE") + "\n  parcours data check --json")

        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let folder = try global.existingDataFolder()
            let line = Mutex(ProgressLine(JournalSentences.checking, global))
            let report = try Failure.translating { () throws(JournalError) in
                try folder.check { done, all in line.withLock { $0.show(done, of: all) } }
            }
            let versions = try Failure.translating { () throws(JournalError) in
                try CourseShelf.alteredVersions(in: folder)
            }
            let index = RecordIndex.state(at: folder.indexPath)
            line.withLock { $0.finish() }
            try Console.give(
                json
                    ? self.json(of: report, versions, index) + "\n"
                    : CheckData.text(of: report, versions, index, global.language))
            if report.exitCode != 0 || !versions.isEmpty { throw ExitCode(5) }
        }

        private func json(of report: DataReport, _ versions: [AlteredVersion], _ index: RecordIndex.State) throws
            -> String
        {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let altered = String(decoding: try encoder.encode(versions), as: UTF8.self)
            let status = report.isDamaged || !versions.isEmpty ? "damaged" : "clean"
            let parts = report.jsonMembers + ["\"versions\":\(altered)", "\"index\":\"\(index.rawValue)\""]
            return "{\"status\":\"\(status)\",\(parts.joined(separator: ","))}"
        }

        static func text(
            of report: DataReport, _ versions: [AlteredVersion], _ index: RecordIndex.State, _ language: Language
        ) -> String {
            let damaged = report.entries.filter { $0.finding != nil }
            var lines: [String] = []
            for entry in damaged {
                guard let finding = entry.finding else { continue }
                lines.append(finding.sentence.text(language))
                lines += entry.faults.prefix(10).map { "    \($0.sentence.text(language))" }
                if entry.faults.count > 10 { lines.append("    …") }
                lines.append("    \(finding.cure.text(language))")
            }
            for blob in report.blobs {
                lines += [blob.sentence.text(language), "    \(blob.cure.text(language))"]
            }
            lines += versions.map { JournalSentences.alteredVersion($0.course, $0.version, $0.path).text(language) }
            if index == .damaged { lines.append(IndexSentences.damaged.text(language)) }
            let count = CommandSentences.checked(report.entries.count, damaged: damaged.count).text(language)
            return (lines + [count]).joined(separator: "\n") + "\n"
        }
    }
}
