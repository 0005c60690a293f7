internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore

/// The courses of a data folder.
struct CourseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: words(
            "Les cours du dossier de données : liste, détail, retrait, passage à une autre version.",
            "The courses of the data folder: list, show, remove, upgrade."),
        subcommands: [ListCourses.self, ShowCourse.self, RemoveCourse.self, CourseUpgrade.self])
}

struct ListCourses: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: words(
            "Chaque cours : identifiant, titre, édition, versions, apprenants.",
            "Each course: identifier, title, edition, versions, learners."),
        discussion: words("EXEMPLE", "EXAMPLE") + "\n  parcours course list --json")

    @Flag(help: help("Un objet JSON par cours.", "One JSON object a course.")) var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let (shelf, followers) = try global.existingCourses()
        var failure: Failure?
        for id in try Failure.translating({ () throws(JournalError) in try shelf.folder.courseIDs() }) {
            do {
                guard let entry = try CourseEntry(id, on: shelf, followers) else { continue }
                try Console.give(json ? jsonLine(entry) : entry.line(global.language))
            } catch {
                failure = Failure.keeping(id, error)
                Console.say(Failure.keeping(id, error).sentence.text(global.language))
            }
        }
        if let failure { throw ExitCode(failure.code) }
    }
}

struct ShowCourse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: words(
            "Un cours : ses étapes, ses versions et leur taille, ses constats.",
            "One course: its activities, its versions and their sizes, its findings."),
        discussion: words("EXEMPLE", "EXAMPLE") + "\n  parcours course show parcours-mission-spaser")

    @Argument(help: help("L’identifiant du cours.", "The course’s identifier.")) var course: String
    @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let (shelf, followers) = try global.existingCourses()
        do {
            guard let detail = try CourseDetail(course, on: shelf, followers) else {
                throw Failure(4, CourseSentences.unknown(course))
            }
            try Console.give(json ? jsonLine(detail) : detail.text(global.language))
        } catch {
            throw Failure.keeping(course, error)
        }
    }
}

struct RemoveCourse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: words(
            "Retire un cours, ou une version ; refuse (3) tant que quelqu’un la suit, et dit qui.",
            "Removes a course, or a version; refuses (3) while somebody follows it, and says who."),
        discussion: words("EXEMPLES", "EXAMPLES") + """

              parcours course remove mon-cours --version 3f2a91
              parcours course remove mon-cours
            """)

    @Argument(help: help("L’identifiant du cours.", "The course’s identifier.")) var course: String
    @Option(help: help("Le début de la version (sinon toutes).", "The beginning of the version (else all)."))
    var version: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let shelf = try global.existingShelf()
        do {
            let version = try version.map { try shelf.version($0, of: course) }
            let gone = try shelf.remove(course, version: version)
            if !global.quiet { Console.say(CourseSentences.removed(course, gone).text(global.language)) }
        } catch let obstacle as CourseShelf.Obstacle {
            throw Failure(obstacle, course)
        } catch {
            throw Failure.keeping(course, error)
        }
    }
}

extension GlobalOptions {
    /// The shelf of a data folder that is there.
    func existingShelf() throws(Failure) -> CourseShelf {
        let workplace = try Workplace(self)
        return CourseShelf(try workplace.existingDataFolder(), models: workplace.models)
    }

    /// The courses, and who follows them.
    fileprivate func existingCourses() throws -> (CourseShelf, CourseFollowers) {
        let workplace = try Workplace(self)
        let folder = try workplace.existingDataFolder()
        return (CourseShelf(folder, models: workplace.models), try CourseFollowers(in: workplace, of: folder))
    }
}

extension CourseShelf {
    /// The version that begins so.
    func version(_ beginning: String, of course: String) throws -> String {
        let versions = try folder.versions(ofCourse: course)
        guard !versions.isEmpty else { throw Failure(4, CourseSentences.unknown(course)) }
        let found = versions.filter { $0.hasPrefix(beginning) }
        guard let version = found.first, found.count == 1, !beginning.isEmpty else {
            throw Failure(2, CourseSentences.noSuchVersion(course, beginning, versions))
        }
        return version
    }
}

extension Failure {
    fileprivate init(_ obstacle: CourseShelf.Obstacle, _ course: String) {
        switch obstacle {
        case .absent: self.init(4, CourseSentences.unknown(course))
        case .inUse(let uses): self.init(3, CourseSentences.inUse(course, uses))
        case .offered: self.init(3, CourseSentences.offered(course))
        }
    }
}
