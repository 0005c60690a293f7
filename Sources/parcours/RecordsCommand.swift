internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import Learning
internal import Records

/// Completion records for a platform.
struct RecordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract: words(
            "Les états d’avancement et d’achèvement, pour une plateforme.",
            "Progress and completion records, for a platform."),
        discussion: words(
            """
            EXEMPLES
              parcours records --as csv
              parcours records --as json --since 2026-11-23T16:24:58.123Z --output etats.json

            Le curseur de --since est l’instant que donne l’export précédent ; seuls les dossiers modifiés depuis
            sont rendus.
            """,
            """
            EXAMPLES
              parcours records --as csv
              parcours records --as json --since 2026-11-23T16:24:58.123Z --output records.json

            The cursor of --since is the moment that the export before gave; only what has changed since is exported.
            """))

    /// The forms an export can have.
    enum Form: String, ExpressibleByArgument, CaseIterable { case csv, json }

    @Argument(help: help("L’identifiant d’un cours (sinon tous).", "The identifier of a course (else all)."))
    var course: String?
    @Option(name: .customLong("as"), help: help("csv ou json.", "csv or json.")) var form: Form
    @Option(help: help("Curseur de l’export précédent.", "Cursor of the export before.")) var since: String?
    @Option(help: help("Fichier de sortie (sinon la sortie standard).", "Output file (else standard output)."))
    var output: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
        var cursor = Instant(milliseconds: 0)
        if let since {
            guard let moment = Instant(since) else { throw Failure(2, CommandSentences.badCursor) }
            cursor = moment
        }
        let workplace = try Workplace(global)
        let folder = try workplace.existingDataFolder()
        let all = try enrolments(in: folder, CourseShelf(folder, models: workplace.models))
        let records = all.filter { $0.lastAccess ?? cursor > cursor || since == nil }
        let next = all.compactMap(\.lastAccess).max() ?? cursor
        let text = form == .csv ? records.csv : records.json(cursor: next.description)
        if let output {
            try Failure.translating { () throws(JournalError) in try writeWhole(text, to: output) }
        } else {
            try Console.give(text)
        }
        if form == .csv, !global.quiet { Console.say(CommandSentences.cursor(next.description).text(global.language)) }
    }

    private func enrolments(in folder: DataFolder, _ shelf: CourseShelf) throws -> [CompletionRecord] {
        var records: [CompletionRecord] = []
        var courses: [String: LoadedCourse] = [:]
        for learner in try folder.learners() {
            for enrolment in try folder.enrolments(of: learner) where isWanted(enrolment) {
                guard let replayed = try Replay.read(enrolment, shelf, &courses) else { continue }
                let session = try Desk.replay(
                    replayed.course.courseware, learner: Learner(id: learner.text, name: ""), lines: replayed.lines)
                records.append(
                    CompletionRecord(
                        session, courseCode: enrolment.courseID ?? "", learner: learner,
                        profile: try folder.profile(of: learner)))
            }
        }
        return records.sorted { $0.recordID < $1.recordID }
    }

    private func isWanted(_ enrolment: Enrolment) -> Bool {
        course.map { $0.lowercased() == enrolment.courseID?.lowercased() } ?? true
    }
}
