internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import Learning

/// The state after a line of a journal, with the reasons of each lock.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words(
            "Rejoue un journal\u{A0}: l’état du parcours après une ligne, et pourquoi chaque étape est fermée.",
            "Replays a journal: the state of the path after a line, and why each step is locked."),
        discussion: words(
            """
            EXEMPLES
              parcours replay local parcours-mission-spaser
              parcours replay ines parcours-mission-spaser --at 12 --json
              parcours replay ines parcours-mission-spaser --until 2026-11-23
              parcours replay ines parcours-mission-spaser --until 2026-11-23T16:24:58.123Z
              parcours replay ines parcours-mission-spaser --diff 12 15

            Les heures sont en UTC\u{A0}; une date seule veut dire jusqu’à la fin de ce jour. Le résultat ne dépend ni de la
            machine, ni de la langue du système, ni du fuseau\u{A0}: --lang seul choisit la langue, le français sinon.
            """,
            """
            EXAMPLES
              parcours replay local parcours-mission-spaser
              parcours replay ines parcours-mission-spaser --at 12 --json
              parcours replay ines parcours-mission-spaser --until 2026-11-23
              parcours replay ines parcours-mission-spaser --until 2026-11-23T16:24:58.123Z
              parcours replay ines parcours-mission-spaser --diff 12 15 --lang en

            Times are in UTC; a date alone means up to the end of that day. The result depends on no machine, locale or
            time zone: only --lang chooses the language, French otherwise.
            """))

    @Argument(
        help: help(
            "L’apprenant\u{A0}: identifiant, nom de connexion, ou «\u{A0}local\u{A0}».",
            "The learner: identifier, login, or “local”.")
    ) var learner: String
    @Argument(help: help("L’identifiant du cours.", "The identifier of the course.")) var course: String
    @Option(help: help("Numéro de la ligne du journal.", "Number of the journal’s line.")) var at: Int?
    @Option(help: help("Jour ou instant, en UTC.", "Day or moment, in UTC.")) var until: String?
    @Option(
        parsing: .upToNextOption,
        help: help(
            "Deux lignes\u{A0}: ce qui a changé de l’une à l’autre.", "Two lines: what changed from one to the other."))
    var diff: [Int] = []
    @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    /// Never the locale's, so that the same journal gives the same bytes.
    private var language: Language { global.lang.flatMap { Language(locale: $0) } ?? .french }

    func run() throws {
        guard [at != nil, until != nil, !diff.isEmpty].count(where: { $0 }) < 2 else {
            throw Failure(2, ReplaySentences.oneOption)
        }
        let workplace = try Workplace(global)
        let folder = try workplace.existingDataFolder()
        let id = try Workplace.find(learner, in: folder)
        let enrolment = folder.enrolment(of: id, in: course)
        guard let history = try History(enrolment, CourseShelf(folder, models: workplace.models)) else {
            throw Failure(4, CommandSentences.noEnrolment(learner, course))
        }
        if diff.isEmpty {
            let state = try history.state(after: line(in: history), language)
            try Console.give(json ? jsonLine(state) : state.text(language))
        } else {
            let change = try change(in: history)
            try Console.give(json ? jsonLine(change) : change.text(language))
        }
    }

    /// The line that the options name, the last one without options.
    private func line(in history: History) throws(Failure) -> Int {
        if let at {
            guard (1...history.last).contains(at) else { throw Failure(2, CommandSentences.lineNumber(history.last)) }
            return at
        }
        guard let until else { return history.last }
        guard let moment = Instant(until) ?? Instant("\(until)T23:59:59.999Z") else {
            throw Failure(2, ReplaySentences.badMoment(until))
        }
        guard let line = history.lines.last(where: { $0.time <= moment }) else {
            throw Failure(2, ReplaySentences.tooEarly(until))
        }
        return line.number
    }

    private func change(in history: History) throws -> ReplayChange {
        guard diff.count == 2, diff[0] <= diff[1], (1...history.last).contains(diff[0]), diff[1] <= history.last else {
            throw Failure(2, ReplaySentences.twoLines(history.last))
        }
        let states = try diff.map { try history.state(after: $0, language) }
        let between = history.lines.filter { $0.number > diff[0] && $0.number <= diff[1] }
        return ReplayChange(from: states[0], to: states[1], by: between)
    }
}

/// The journal of an enrolment that has begun.
private struct History {
    let lines: [JournalLine]
    private let shelf: CourseShelf
    private let enrolment: Enrolment

    var last: Int { lines.last?.number ?? 0 }

    /// `nil` before the enrolment has begun.
    init?(_ enrolment: Enrolment, _ shelf: CourseShelf) throws {
        var journal = enrolment.journal
        do {
            lines = try journal.read()
            if let obstacle = journal.obstacle { throw obstacle }
        } catch {
            throw Failure.keeping(enrolment.journalPath, error)
        }
        guard Desk.pinned(lines) != nil else { return nil }
        (self.enrolment, self.shelf) = (enrolment, shelf)
    }

    /// The version to which the enrolment was pinned after these lines: a learner may have been moved to another one.
    private func course(after lines: [JournalLine]) throws(Failure) -> LoadedCourse {
        guard let (id, version) = Desk.pinned(lines) else {
            throw Failure(4, CommandSentences.noEnrolment(enrolment.learner.text, enrolment.courseID ?? ""))
        }
        do {
            if let course = try shelf.course(id, version: version) { return course }
        } catch {
            throw Failure.keeping(enrolment.journalPath, error)
        }
        throw Failure(5, CommandSentences.versionMissing(id, version))
    }

    func state(after line: Int, _ language: Language) throws(Failure) -> ReplayAnswer {
        let replayed = lines.filter { $0.number <= line }
        let course = try course(after: replayed)
        let session = try Failure.replaying(enrolment.journalPath) {
            try Desk.replay(
                course.courseware, learner: Learner(id: enrolment.learner.text, name: ""), lines: replayed,
                enrolment: enrolment)
        }
        let decisions = Desk.decisions(replayed).map {
            ReplayAnswer.Decision(line: $0.line, time: $0.time.description, request: $0.request, to: $0.to)
        }
        return ReplayAnswer(session, at: line, decisions, language)
    }
}
