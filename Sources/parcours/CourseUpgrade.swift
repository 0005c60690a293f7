internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import Learning

/// Learners to another version of their course.
struct CourseUpgrade: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: words(
            "Fait passer les inscriptions en cours à une autre version ; --plan montre d’abord ce que cela change.",
            "Moves enrolments under way to another version; --plan shows first what that changes."),
        discussion: words(
            """
            Sans rien d’autre, la version offerte aux nouvelles inscriptions. Les étapes se reconnaissent à leur identifiant ;
            ce qui n’existe plus reste dans le journal, et l’on peut toujours rejouer l’avant et l’après.

            EXEMPLES
              parcours course upgrade mon-cours --plan
              parcours course upgrade mon-cours --learner ines --learner bob
              parcours course upgrade mon-cours --to 3f2a91
            """,
            """
            Without more, the version offered to new enrolments. Activities are known by their identifiers; what is no longer
            there stays in the journal, and before and after can always be replayed.

            EXAMPLES
              parcours course upgrade my-course --plan
              parcours course upgrade my-course --learner ines --learner bob
              parcours course upgrade my-course --to 3f2a91
            """))

    @Argument(help: help("L’identifiant du cours.", "The course’s identifier.")) var course: String
    @Flag(help: help("Montrer seulement ; rien ne bouge.", "Show only; nothing moves.")) var plan = false
    @Option(help: help("Le début d’une autre version.", "The beginning of another version.")) var to: String?
    @Option(
        help: help(
            "Un apprenant : identifiant, nom de connexion ou « local » (répétable ; sinon tous).",
            "A learner: identifier, login or “local” (repeatable; else all).")) var learner: [String] = []
    @Option(help: help("Qui le décide, pour le journal.", "Who decides it, for the journal.")) var by = "console"
    @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let shelf = try global.existingShelf()
        do {
            let target = try to.map { try shelf.version($0, of: course) }
            let chosen = learner.isEmpty ? nil : Set(try learner.map { try find($0, in: shelf.folder) })
            guard let plan = try shelf.upgradePlan(course, to: target, learners: chosen) else {
                throw Failure(4, CourseSentences.unknown(course))
            }
            var moved: [LearnerID] = []
            var failures = plan.failures
            if !self.plan { moved = move(plan, on: shelf, &failures) }
            try show(plan, moved)
            for (learner, error) in failures {
                Console.say(
                    CourseSentences.staysBehind(learner, Failure.keeping(course, error).sentence).text(global.language))
            }
            if !failures.isEmpty { throw ExitCode(5) }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw Failure.keeping(course, error)
        }
    }

    private func move(
        _ plan: UpgradePlan, on shelf: CourseShelf, _ failures: inout [(learner: LearnerID, error: any Error)]
    ) -> [LearnerID] {
        var progress = ProgressLine(CourseSentences.upgrading, global)
        defer { progress.finish() }
        var chance = SystemRandomNumberGenerator()
        var moved: [LearnerID] = []
        for (place, step) in plan.steps.enumerated() {
            do {
                let writer = "upgrade-" + String(chance.next(), radix: 36)
                let isMoved = try shelf.move(
                    step.learner, in: course, to: plan.version, by: by, writer: writer, clock: { Instant.now() })
                if isMoved { moved.append(step.learner) }
            } catch {
                failures.append((step.learner, error))
            }
            progress.show(place + 1, of: plan.steps.count)
        }
        return moved
    }

    private func show(_ plan: UpgradePlan, _ moved: [LearnerID]) throws {
        if json {
            try Console.give(jsonLine(UpgradeAnswer(plan, moved)))
        } else {
            let lines = CourseSentences.plan(plan, moved: self.plan ? nil : moved.count)
            try Console.give(lines.map { $0.text(global.language) + "\n" }.joined())
        }
    }

    private func find(_ name: String, in folder: DataFolder) throws -> LearnerID {
        if let id = LearnerID(name), try folder.learners().contains(id) { return id }
        guard let id = try folder.learner(login: name == "local" ? nil : name) else {
            throw Failure(4, CommandSentences.noSuchLearner(name))
        }
        return id
    }
}

/// What going over to another version means, for programs.
private struct UpgradeAnswer: Encodable {
    var course: String
    var version: String
    var changes: [String: ImportAnswer.Changes]
    var learners: [Step]

    struct Step: Encodable {
        var learner: String
        var login: String?
        var from: String
        var moved: Bool
        var keepsAll: Bool
        var kept: Int
        var lost: [String]
        var changed: [Change]
        var before: String
        var after: String
        var leaves: String?
    }

    struct Change: Encodable {
        var activity: String
        var before: String
        var after: String
    }

    init(_ plan: UpgradePlan, _ moved: [LearnerID]) {
        (course, version) = (plan.course, plan.version)
        changes = plan.changes.mapValues(ImportAnswer.Changes.init)
        learners = plan.steps.map { step in
            Step(
                learner: step.learner.text, login: step.login, from: step.from, moved: moved.contains(step.learner),
                keepsAll: step.keepsAll, kept: step.kept, lost: step.lost.map(\.id.text),
                changed: step.changed.map {
                    Change(activity: $0.activity.id.text, before: $0.before.rawValue, after: $0.after.rawValue)
                }, before: step.before.rawValue, after: step.after.rawValue, leaves: step.leaves?.id.text)
        }
    }
}
