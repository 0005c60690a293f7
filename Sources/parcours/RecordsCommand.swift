internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import RecordIndex
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
              parcours records --as json --since 2026-11-23T16:24:58.123Z

            Le curseur de --since est l’instant que donne l’export précédent\u{A0}; seuls les dossiers modifiés depuis
            sont rendus.
            """,
            """
            EXAMPLES
              parcours records --as csv
              parcours records --as json --output records.json

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
        if let course, try !folder.courseIDs().contains(where: { isWanted($0) }) {
            throw Failure(4, CommandSentences.noSuchCourse(course))
        }
        let started = Instant.now()
        let (index, outcome) = try workplace.freshIndex(of: folder)
        let (all, nameless) = try named(index, in: folder)
        let records = all.filter { since == nil || $0.lastAccess ?? cursor > cursor }
        // What is written while we read may be missed; the next export takes it, as the cursor stays before our start.
        let newest = all.compactMap(\.lastAccess).max() ?? cursor
        let next = max(cursor, min(newest, Instant(milliseconds: started.milliseconds - 1)))
        try give(form == .csv ? records.csv : records.json(cursor: next.description))
        if form == .csv, !global.quiet { Console.say(CommandSentences.cursor(next.description).text(global.language)) }
        let failures = outcome.failures(ofCourse: course) + nameless
        for failure in failures { Console.say(failure.sentence.text(global.language)) }
        if let failure = failures.first { throw ExitCode(failure.code) }
    }

    private func give(_ text: String) throws {
        guard let output else { return try Console.give(text) }
        try Failure.translating { () throws(JournalError) in try writeWhole(text, to: output) }
    }

    /// The records of the index with the names that lie beside the journals, and why others cannot be given: one damaged
    /// file does not hold up the rest.
    private func named(
        _ index: RecordIndex, in folder: DataFolder
    ) throws(Failure) -> (records: [CompletionRecord], failures: [Failure]) {
        var records: [CompletionRecord] = []
        var failures: [Failure] = []
        do {
            for record in try index.enrolments().map(\.record) where isWanted(record.courseCode) {
                do throws(JournalError) {
                    let profile = try LearnerID(record.learnerID).flatMap { id throws(JournalError) in
                        try folder.profile(of: id)
                    }
                    records.append(record.naming(profile))
                } catch {
                    failures.append(Failure(error))
                }
            }
        } catch {
            throw Failure.keeping(folder.indexPath, error)
        }
        return (records.sorted { $0.recordID < $1.recordID }, failures)
    }

    private func isWanted(_ id: String) -> Bool { course.map { $0.isSameCourse(as: id) } ?? true }
}
