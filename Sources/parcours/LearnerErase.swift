internal import ArgumentParser
internal import CourseModel
internal import JournalStore

extension LearnerCommand {
    /// Erases a learner.
    struct Erase: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: words(
                "Efface un apprenant pour de bon\u{A0}; donne un reçu.", "Erases a learner for good; gives a receipt."),
            discussion: words(
                """
                EXEMPLES
                  parcours learner erase ines --dry-run
                  parcours learner erase ines
                  parcours learner erase ines --ground retention --json

                Tout ce que le dossier de données tient de cette personne est retiré. Il en reste une ligne dans
                erasures.jsonl (identifiant opaque, date, motif), à laquelle «\u{A0}data restore\u{A0}» obéit\u{A0}: gardez ce fichier
                aussi longtemps que vos sauvegardes. Une session ouverte de cette personne s’arrête.
                Parcours ne délivre pas encore d’attestation\u{A0}: rien n’est conservé à part.
                Motifs\u{A0}: request, retention, withdrawal, objection, unlawful, obligation.
                """,
                """
                EXAMPLES
                  parcours learner erase ines --dry-run
                  parcours learner erase ines
                  parcours learner erase ines --ground retention --json

                Everything that the data folder holds of this person is removed. One line stays in erasures.jsonl (opaque
                identifier, date, ground), which “data restore” obeys: keep that file as long as your backups. An open
                session of this person ends.
                Parcours issues no certificate yet: nothing is kept apart.
                Grounds: request, retention, withdrawal, objection, unlawful, obligation.
                """))

        @Argument(
            help: help(
                "Nom de connexion, identifiant, ou «\u{A0}local\u{A0}».", "Login, identifier, or “local”."))
        var learner: String
        @Flag(help: help("Dire ce qui serait effacé, sans rien effacer.", "Say what would be erased; erase nothing."))
        var dryRun = false
        @Option(
            help: help("Motif (sinon request).", "Ground (else request)."),
            transform: { text in
                guard let ground = Tombstone.Ground(rawValue: text) else {
                    throw ValidationError(Tombstone.Ground.allCases.map(\.rawValue).joined(separator: ", "))
                }
                return ground
            }) var ground = Tombstone.Ground.request
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let folder = try global.existingDataFolder()
            let id = try Workplace.find(learner, in: folder)
            let now = Instant.now()
            let plan = try Failure.erasing(folder) {
                dryRun ? try folder.erasurePlan(of: id) : try folder.erase(id, on: ground, at: now)
            }
            guard let plan else { throw Failure(4, CommandSentences.noSuchLearner(learner)) }
            if !dryRun { try Workplace.forget([id], in: folder) }
            let receipt = ErasureReceipt(plan, ground, at: now, isDone: !dryRun)
            try Console.give(
                json ? jsonLine(receipt) : LearnerSentences.erasure(receipt).text(global.language))
        }
    }
}

/// What an erasure has removed, or would.
struct ErasureReceipt: Encodable {
    var id: String
    var date: String
    var ground: String
    var erased: Bool
    var files: [String]
    var bytes: Int
    /// Certificates that are kept apart under a ground of their own.
    var certificatesKept = 0

    init(_ plan: ErasurePlan, _ ground: Tombstone.Ground, at now: Instant, isDone: Bool) {
        (id, date, self.ground) = (plan.learner.text, now.description, ground.rawValue)
        (erased, files, bytes) = (isDone, plan.files.map(\.path), plan.bytes)
    }
}

extension Failure {
    /// Why an erasure did not go through.
    static func erasing<Result>(_ folder: DataFolder, _ body: () throws -> Result) throws(Failure) -> Result {
        do {
            return try body()
        } catch let error as BackupError {
            throw Failure(error)
        } catch {
            throw Failure.keeping(folder.path, error)
        }
    }
}
