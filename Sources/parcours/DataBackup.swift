internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import Glibc
internal import JournalStore
internal import RecordIndex

extension DataCommand {
    /// Copies the data folder into one file while learners work.
    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backup",
            abstract: words(
                "Copie le dossier de données dans un fichier, pendant que l’on travaille.",
                "Copies the data folder into one file, while people work."),
            discussion: words(
                """
                EXEMPLES
                  parcours data backup
                  parcours data backup --output /sauvegardes/
                  parcours data backup --output lundi.tar --json

                Le fichier est une archive tar\u{A0}; MANIFEST y donne l’empreinte de chaque fichier\u{A0}:
                  tar xf lundi.tar && sha256sum -c MANIFEST
                Les verrous, l’index et les clichés n’y sont pas\u{A0}: ils se refont. Un fichier existant n’est jamais remplacé.
                """,
                """
                EXAMPLES
                  parcours data backup
                  parcours data backup --output /backups/
                  parcours data backup --output monday.tar --json

                The file is a tar archive; MANIFEST in it gives the hash of each file:
                  tar xf monday.tar && sha256sum -c MANIFEST
                Locks, the index and snapshots are left out: they can be made again. An existing file is never replaced.
                """))

        @Option(
            help: help(
                "Fichier ou dossier de sortie (sinon le dossier courant).",
                "Output file or folder (else the current folder)."))
        var output: String?
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let folder = try global.existingDataFolder()
            let now = Instant.now()
            let target = target(at: now)
            guard access(target, F_OK) != 0 else { throw Failure(2, BackupSentences.exists(target)) }
            var line = ProgressLine(BackupSentences.backingUp, global)
            let report = try Failure.translating { () throws(JournalError) in
                try folder.backUp(to: target, at: now) { line.show($0, of: $1) }
            }
            line.finish()
            if json {
                try Console.give(jsonLine(BackupAnswer(report, file: target)))
            } else {
                try Console.give(BackupSentences.backedUp(target, report).text(global.language) + "\n")
            }
            for path in report.skipped { Console.say(BackupSentences.skipped(path).text(global.language)) }
        }

        /// The file that is named, or one named after the moment in the folder that is named.
        private func target(at now: Instant) -> String {
            let name = "parcours-\(now.description.filter { $0.isNumber || $0 == "T" }.prefix(15)).tar"
            guard let output else { return name }
            var status = stat()
            let isFolder = output.hasSuffix("/") || (stat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
            return isFolder ? "\(output)\(output.hasSuffix("/") ? "" : "/")\(name)" : output
        }
    }

    /// Brings a backup back into an empty place.
    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore",
            abstract: words(
                "Ramène une sauvegarde dans un dossier vide, et la vérifie.",
                "Brings a backup back into an empty folder, and checks it."),
            discussion: words(
                """
                EXEMPLES
                  parcours data restore lundi.tar --data /srv/parcours-lundi
                  parcours data restore lundi.tar --data nouveau --erasures erasures.jsonl

                Chaque empreinte est vérifiée avant que le dossier n’apparaisse. Une personne effacée depuis la sauvegarde ne
                revient pas\u{A0}: donnez avec --erasures le fichier erasures.jsonl du dossier d’aujourd’hui.
                Code 5\u{A0}: la sauvegarde elle-même contenait un journal endommagé\u{A0}; le dossier est rendu tel qu’il était.
                """,
                """
                EXAMPLES
                  parcours data restore monday.tar --data /srv/parcours-monday
                  parcours data restore monday.tar --data new --erasures erasures.jsonl

                Each hash is checked before the folder appears. Who was erased since the backup does not come back: with
                --erasures, give the file erasures.jsonl of today’s folder.
                Code 5: the backup itself held a damaged journal; the folder is given back as it was.
                """))

        @Argument(help: help("Le fichier de sauvegarde.", "The backup file.")) var file: String
        @Option(help: help("Effacements à respecter aussi (répétable).", "Erasures to obey too (repeatable)."))
        var erasures: [String] = []
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var line = ProgressLine(BackupSentences.restoring, global)
            let (folder, report) = try restored(&line)
            line.finish()
            let (check, altered) = try Failure.translating { () throws(JournalError) in
                (try folder.check(), try CourseShelf.alteredVersions(in: folder))
            }
            let isDamaged = check.exitCode != 0 || !altered.isEmpty
            if json {
                var answer = BackupAnswer(report, file: file)
                (answer.folder, answer.keptOut) = (folder.path, report.keptOut.map(\.text))
                answer.check = isDamaged ? "damaged" : "clean"
                try Console.give(jsonLine(answer))
            } else {
                try Console.give(BackupSentences.restored(folder.path, report).text(global.language) + "\n")
                try Console.give(CheckData.text(of: check, altered, .absent, global.language))
            }
            if isDamaged { throw ExitCode(5) }
        }

        private func restored(_ line: inout ProgressLine) throws -> (DataFolder, BackupReport) {
            do {
                return try DataFolder.restore(file, to: global.dataFolderPath, erasures: erasures) {
                    line.show($0, of: $1)
                }
            } catch let error as BackupError {
                line.finish()
                throw Failure(error)
            } catch let error as JournalError {
                line.finish()
                let isAbsent = error.reason == .system(call: "open", errno: ENOENT)
                throw isAbsent ? Failure(4, Failure(error).sentence) : Failure(error)
            }
        }
    }
}

extension Failure {
    /// A backup that cannot be brought back: 4; a place that is taken: 3; tombstones that cannot be read: 5.
    init(_ error: BackupError) {
        let code: Int32 =
            switch error {
            case .notABackup, .cutShort, .refusedPath, .changed: 4
            case .occupied: 3
            case .badTombstone: 5
            }
        self.init(code, error.sentence)
    }
}

/// What was backed up or brought back, for programs.
private struct BackupAnswer: Encodable {
    var file: String
    var learners: Int
    var files: Int
    var bytes: Int
    var skipped: [String]
    /// Of a restore only.
    var folder: String?
    var keptOut: [String]?
    var check: String?

    init(_ report: BackupReport, file: String) {
        self.file = file
        (learners, files, bytes, skipped) = (report.learners, report.files, report.bytes, report.skipped)
    }
}
