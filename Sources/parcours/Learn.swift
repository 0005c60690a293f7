internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import Learning
internal import Terminal

/// The learner's terminal.
struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words(
            "Suivre un cours dans le terminal ; reprend là où vous étiez.",
            "Take a course in the terminal; resumes where you were."),
        discussion: words(
            """
            EXEMPLES
              parcours learn                          le cours SPASER
              parcours learn mon-cours.zip            un autre module, dossier ou zip
              parcours learn --learner ines --plain   en texte simple, au nom d’Inès
            """,
            """
            EXAMPLES
              parcours learn                          the SPASER course
              parcours learn my-course.zip            another module, folder or zip
              parcours learn --learner ines --plain   as plain text, in the name of Inès
            """))

    @Argument(
        help: help(
            "Un cours connu, ou le chemin d’un dossier ou d’un zip.", "A known course, or the path of a folder or zip.")
    ) var course: String?
    @Option(help: help("L’apprenant (sinon celui de ce poste).", "The learner (else the one of this machine)."))
    var learner: String?
    @Flag(
        help: help(
            "Texte simple, ligne à ligne, sans couleur : lecteurs d’écran et tubes.",
            "Plain text, line by line, no colour: screen readers and pipes.")) var plain = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        var desk = try TerminalDesk(self)
        try desk.run()
    }
}

/// Joins the terminal shell to one enrolment.
private struct TerminalDesk {
    private var desk: Desk
    private let options: TerminalOptions
    private let language: Language
    private let folder: DataFolder
    private let learner: LearnerID

    init(_ command: Learn) throws {
        let workplace = try Workplace(command.global)
        let folder = try workplace.dataFolder()
        let shelf = CourseShelf(folder, models: workplace.models)
        var (course, id, version) = try workplace.course(command.course, on: shelf)
        let (learner, profile) = try workplace.learner(command.learner, in: folder)
        let enrolment = folder.enrolment(of: learner, in: id)
        let opening = try Failure.translating { () throws(JournalError) in
            try folder.prepare(enrolment)
            return try DeskOpening(enrolment)
        }
        if let obstacle = opening.journal.obstacle { throw Failure(obstacle) }
        if let pinned = opening.pinnedVersion, pinned != version {
            guard let kept = try shelf.course(id, version: pinned) else {
                throw Failure(5, CommandSentences.versionMissing(id, pinned))
            }
            (course, version) = (kept, pinned)
            if !command.global.quiet { Console.say(CommandSentences.pinned(pinned).text(command.global.language)) }
        }
        options = TerminalOptions(plainIsWanted: command.plain)
        language = command.global.language
        (self.folder, self.learner) = (folder, learner)
        do {
            desk = try Desk(
                course.courseware, learner: Learner(id: learner.text, name: profile.name), course: id,
                version: version, opening: opening, writer: TerminalDesk.writer(),
                clock: { Instant.now() }, dice: SystemRandomNumberGenerator(), showsWebContent: false)
        } catch {
            throw Failure.replaying(enrolment.journalPath, error)
        }
    }

    mutating func run() throws {
        switch try desk.open() {
        case .done: break
        case .refused(_, let lock): Console.say(lock.sentence.text(language))
        case .notSaved(_, let error): throw Failure(error)
        }
        let link = DeskLink(desk) { [folder, learner] in try folder.isErased(learner) }
        var shell = TerminalShell(
            options: options, language: language, view: desk.view,
            perform: { link.perform($0) }, refresh: { link.refresh() })
        shell.run()
        link.leave()
        for tail in link.tornTails { Console.say(tail.sentence.text(language)) }
        if link.isErased { throw ExitCode(3) }
        if let trouble = link.trouble { throw trouble }
    }

    /// A name that no other session has.
    private static func writer() -> String {
        var chance = SystemRandomNumberGenerator()
        return "term-" + String(chance.next(), radix: 36)
    }
}

/// Carries requests of the shell to the desk; a class because two closures of the shell share it.
private final class DeskLink {
    private var desk: Desk
    private var shown: SessionView
    private(set) var trouble: Failure?
    /// The learner was erased while the shell ran.
    private(set) var isErased = false
    private let looksErased: () throws -> Bool
    /// What was set aside of a torn journal.
    var tornTails: [TornTail] { desk.journal.tornTails }

    init(_ desk: Desk, looksErased: @escaping () throws -> Bool) {
        self.desk = desk
        self.looksErased = looksErased
        shown = desk.view
    }

    func perform(_ request: LearnerRequest) -> TerminalShell.Reply {
        do {
            switch try desk.perform(request) {
            case .done(let view):
                shown = view
                return .view(view)
            case .refused(let view, let lock):
                shown = view
                return .refused(view, lock)
            case .notSaved(_, let error):
                if try looksErased() { return over() }
                return .failed(
                    Sentence(fr: "Non enregistré. \(error.sentence.french)", en: "Not saved. \(error.sentence.english)")
                )
            }
        } catch {
            if isErased || (try? looksErased()) == true { return over() }
            return failed(error)
        }
    }

    private func over() -> TerminalShell.Reply {
        isErased = true
        return .over(CampusTrouble.erased.sentence)
    }

    func refresh() -> TerminalShell.Reply? {
        do {
            guard try desk.catchUp() else { return nil }
        } catch {
            if isErased || (try? looksErased()) == true { return over() }
            return failed(error)
        }
        let view = desk.view
        shown = view
        return .view(view)
    }

    /// Everything is saved already; what is kept here only makes the next start quicker.
    func leave() {
        guard desk.wantsSnapshot else { return }
        try? desk.keepSnapshot()
    }

    private func failed(_ error: any Error) -> TerminalShell.Reply {
        let failure = Failure.keeping("", error)
        trouble = failure
        return .failed(failure.sentence)
    }
}
