internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import FoundationEssentials
internal import JournalStore
internal import Learning

/// The state after a line of a journal, with the reasons of each lock.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words(
            "Rejoue un journal : l’état du parcours après une ligne, et pourquoi chaque étape est fermée.",
            "Replays a journal: the state of the path after a line, and why each step is locked."),
        discussion: words(
            """
            EXEMPLES
              parcours replay local parcours-mission-spaser
              parcours replay ines parcours-mission-spaser --at 12 --json
            """,
            """
            EXAMPLES
              parcours replay local parcours-mission-spaser
              parcours replay ines parcours-mission-spaser --at 12 --json
            """))

    @Argument(
        help: help(
            "L’apprenant : identifiant, nom de connexion, ou « local ».", "The learner: identifier, login, or “local”.")
    ) var learner: String
    @Argument(help: help("L’identifiant du cours.", "The identifier of the course.")) var course: String
    @Option(help: help("Numéro de la ligne du journal.", "Number of the journal’s line.")) var at: Int?
    @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let workplace = try Workplace(global)
        let folder = try workplace.existingDataFolder()
        guard let id = try find(in: folder) else { throw Failure(4, CommandSentences.noSuchLearner(learner)) }
        let enrolment = folder.enrolment(of: id, in: course)
        var courses: [String: LoadedCourse] = [:]
        let shelf = CourseShelf(folder, models: workplace.models)
        guard let read = try Replay.read(enrolment, shelf, &courses, upTo: at),
            let last = read.lines.last
        else { throw Failure(4, CommandSentences.noEnrolment(learner, course)) }
        if let at, !(1...last.number).contains(at) { throw Failure(2, CommandSentences.lineNumber(last.number)) }
        let session = try Failure.replaying(enrolment.journalPath) {
            try Desk.replay(
                read.course.courseware, learner: Learner(id: id.text, name: ""), lines: read.lines, limit: at,
                enrolment: enrolment)
        }
        let line = at ?? last.number
        try Console.give(json ? ReplayAnswer(session, at: line, global.language).json : text(of: session, at: line))
    }

    private func find(in folder: DataFolder) throws -> LearnerID? {
        if let id = LearnerID(learner), try folder.learners().contains(id) { return id }
        return try folder.learner(login: learner == "local" ? nil : learner)
    }

    private func text(of session: Session, at line: Int) -> String {
        let view = session.view(at: session.lastEvent ?? Instant(milliseconds: 0))
        let language = global.language
        var lines = [CommandSentences.after(line: line, session.lastEvent?.description ?? "").text(language)]
        for entry in view.outline {
            let mark = entry.isCurrent ? ">" : " "
            let lock = entry.lock.map { " — \($0.sentence.text(language)) [\($0.reason)]" } ?? ""
            lines.append(
                "\(mark) \(String(repeating: "  ", count: entry.depth))\(entry.title) (\(entry.status.rawValue))\(lock)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The lines of an enrolment and the version of the course to which it is pinned, or was after the line `limit`; `nil` before
    /// it has begun.
    static func read(
        _ enrolment: Enrolment, _ shelf: CourseShelf, _ courses: inout [String: LoadedCourse], upTo limit: Int? = nil
    ) throws -> (course: LoadedCourse, lines: [JournalLine])? {
        var journal = enrolment.journal
        let lines = try journal.read()
        if let obstacle = journal.obstacle { throw Failure(obstacle) }
        let replayed = lines.filter { $0.number <= limit ?? Int.max }
        guard let (id, version) = Desk.pinned(replayed.isEmpty ? lines : replayed) else { return nil }
        let key = "\(id)/\(version)"
        guard let course = try courses[key] ?? shelf.course(id, version: version) else {
            throw Failure(5, CommandSentences.versionMissing(id, version))
        }
        courses[key] = course
        return (course, lines)
    }
}
