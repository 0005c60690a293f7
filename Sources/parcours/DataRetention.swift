internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore

extension DataCommand {
    /// Removes what is older than the rules of the folder allow.
    struct Retention: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retention",
            abstract: words(
                "Retire ce qui dépasse les durées de conservation.", "Removes what is older than it may be kept."),
            discussion: words(
                """
                EXEMPLES
                  parcours data retention --dry-run
                  parcours data retention --json

                Les durées sont dans retention.json, à la racine du dossier de données\u{A0}; sans ce fichier, tout est gardé\u{A0}:
                  {"format":1,"learners":"P3Y","enrolments":"P5Y","setAside":"P90D"}
                learners\u{A0}: une personne et tout son suivi, depuis sa dernière activité (une ligne reste dans erasures.jsonl).
                enrolments\u{A0}: le journal d’un cours, depuis la dernière activité dans ce cours.
                setAside\u{A0}: les fins de journal déchirées, depuis leur mise de côté.
                Durées\u{A0}: P3Y (ans), P6M (mois), P2W (semaines), P90D (jours). Une personne dont un journal est illisible est
                gardée, et la commande le dit (code 5).
                """,
                """
                EXAMPLES
                  parcours data retention --dry-run
                  parcours data retention --json

                The periods are in retention.json, at the top of the data folder; without that file everything is kept:
                  {"format":1,"learners":"P3Y","enrolments":"P5Y","setAside":"P90D"}
                learners: a person and all their progress, since their last activity (a line stays in erasures.jsonl).
                enrolments: the journal of a course, since the last activity in it.
                setAside: torn ends of journals, since they were set aside.
                Periods: P3Y (years), P6M (months), P2W (weeks), P90D (days). A person of whom a journal is unreadable is
                kept, and the command says so (code 5).
                """))

        @Flag(help: help("Dire ce qui serait retiré, sans rien retirer.", "Say what would be removed; remove nothing."))
        var dryRun = false
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let workplace = try Workplace(global)
            let folder = try workplace.existingDataFolder()
            let now = Instant.now()
            let rules = try rules(of: folder)
            let (index, outcome) = try workplace.freshIndex(of: folder)
            let plan = try Failure.erasing(folder) { try RetentionPlan(rules, of: folder, index, outcome, at: now) }
            var answer = RetentionAnswer(removed: !dryRun, unknown: plan.unknown.map(\.text))
            for item in plan.items {
                let isDone =
                    try dryRun || Failure.erasing(folder) { try RetentionPlan.carryOut(item, in: folder, at: now) }
                if isDone { answer.items.append(.init(item)) }
            }
            if !dryRun { try Workplace.forget(plan.items.filter { $0.file == nil }.map(\.learner), in: folder) }
            try Console.give(json ? jsonLine(answer) : RetentionSentences.report(answer).text(global.language))
            for failure in outcome.failures(ofCourse: nil) { Console.say(failure.sentence.text(global.language)) }
            if !plan.unknown.isEmpty { throw ExitCode(5) }
        }

        private func rules(of folder: DataFolder) throws(Failure) -> RetentionRules {
            do {
                return try folder.retentionRules()
            } catch let trouble as RetentionRules.Trouble {
                throw Failure(4, RetentionSentences.unusable(folder.retentionPath, trouble))
            } catch {
                throw Failure.keeping(folder.retentionPath, error)
            }
        }
    }
}

/// What was removed or would be, for programs.
struct RetentionAnswer: Encodable {
    /// False where this was only a look.
    var removed: Bool
    var items: [Item] = []
    /// Learners of whom nobody knows when they were last active.
    var unknown: [String]

    /// One thing that was removed.
    struct Item: Encodable {
        var purpose: String
        var learner: String
        var course: String?
        var file: String?
        var last: String

        init(_ item: RetentionPlan.Item) {
            (purpose, learner, course) = (item.purpose.rawValue, item.learner.text, item.course)
            (file, last) = (item.file, item.last.description)
        }
    }
}
