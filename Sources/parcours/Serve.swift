internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import Glibc
internal import JournalStore
internal import Web

/// The learner's browser.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words("Suivre les cours dans un navigateur.", "Take the courses in a browser."),
        discussion: words(
            """
            Sans --access accounts, on sert ce poste seulement, sans mot de passe.

            EXEMPLES
              parcours serve                          tous les cours, sur le port 8080
              parcours serve mon-cours.zip --browser  avec un module, dans un navigateur
              parcours serve --port 0                 un port libre, au choix du système
            """,
            """
            Without --access accounts, only this machine is served, without a password.

            EXAMPLES
              parcours serve                          all courses, on port 8080
              parcours serve my-course.zip --browser  with a module, in a browser
              parcours serve --port 0                 a free port, chosen by the system
            """))

    @Argument(
        help: help(
            "Des dossiers ou zips de cours à proposer aussi.", "Folders or zips of courses to offer as well."))
    var courses: [String] = []
    @Option(help: help("L’adresse où écouter.", "The address to listen on.")) var bind = "127.0.0.1"
    @Option(help: help("Le port ; 0 laisse choisir le système.", "The port; 0 lets the system choose.")) var port = 8080
    @Option(help: help("L’adresse publique, derrière un mandataire.", "The public address, behind a proxy.")) var url:
        String?
    @Option(
        name: .customLong("content-url"),
        help: help(
            "L’adresse du contenu étranger, avec * : https://*.contenus.example.",
            "The address of foreign content, with *: https://*.contenus.example."))
    var contentURL: String?
    @Option(help: help("open ou accounts.", "open or accounts.")) var access = "open"
    @Option(help: help("Un dossier dont tokens.css change l’apparence.", "A folder whose tokens.css changes the look."))
    var theme: String?
    @Option(
        name: .customLong("trust-proxy"),
        help: help(
            "Adresse d’un mandataire à croire (X-Forwarded-For) ; répétable.",
            "Address of a proxy to believe (X-Forwarded-For); can be repeated."))
    var trustedProxies: [String] = []
    @Option(
        name: .customLong("allow-source"),
        help: help(
            "COURS=https://site : le contenu étranger de ce cours peut aussi charger de là ; répétable.",
            "COURSE=https://site: the foreign content of this course may load from there too; can be repeated."))
    var sources: [String] = []
    @Option(
        name: .customLong("async-commit"),
        help: help(
            "Cours dont le contenu n’attend pas le disque : « Commit » y est vrai dès que le navigateur garde la réponse ; "
                + "répétable.",
            "A course whose content does not wait for the disk: there Commit is true once the browser keeps the answer; "
                + "can be repeated."))
    var asyncCommits: [String] = []
    @Flag(help: help("Ouvrir le navigateur.", "Open the browser.")) var browser = false
    @Flag(
        name: .customLong("next-port"),
        help: help("Si le port est pris, essayer les suivants.", "If the port is taken, try the next ones."))
    var nextPort = false
    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
        guard WebOptions.Access(rawValue: access) != nil else {
            throw ValidationError("--access \(access) : open, accounts.")
        }
        if let wrong = sources.first(where: { ContentSource($0) == nil }) {
            throw ValidationError(
                words(
                    "--allow-source \(wrong) : donnez COURS=https://site, sans chemin.",
                    "--allow-source \(wrong): give COURSE=https://site, without a path."))
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) : 0…65535.") }
        guard access != "open" || ["127.0.0.1", "::1", "localhost"].contains(bind) else {
            throw ValidationError(ServeSentences.onlyLoopback(bind).text(Failure.language))
        }
    }

    func run() async throws {
        let workplace = try Workplace(global)
        let folder = try workplace.dataFolder()
        let shelf = CourseShelf(folder, models: workplace.models)
        for course in courses { _ = try workplace.course(course, on: shelf) }
        if courses.isEmpty { _ = try workplace.course(nil, on: shelf) }
        let campus = Campus(
            folder, models: workplace.models, localName: CommandSentences.localLearner.text(global.language))
        let people = WebShell.People(
            accounts: AccountBook(folder),
            reports: GroupReports(folder, models: workplace.models, program: Workplace.program),
            clock: { Instant.now() }, audit: { Console.say($0) })
        var port = port
        while true {
            do {
                try await shell(campus, on: port, workplace, people).run { served in await said(served) }
                return
            } catch WebShell.Trouble.portTaken where nextPort && port < 65_535 && port < self.port + 20 {
                port += 1
            } catch let trouble as WebShell.Trouble {
                throw Failure(trouble)
            }
        }
    }

    private func shell(
        _ campus: Campus, on port: Int, _ workplace: Workplace, _ people: WebShell.People
    ) throws -> WebShell {
        var options = WebOptions(
            bind: bind, port: port, url: url, contentURL: contentURL,
            access: WebOptions.Access(rawValue: access) ?? .open, language: global.language,
            pages: workplace.share.webPages, theme: theme, scorm: workplace.share.scorm)
        options.sources = Dictionary(grouping: sources.compactMap(ContentSource.init), by: \.course)
        (options.trustedProxies, options.asyncCommits) = (Set(trustedProxies), Set(asyncCommits))
        return try WebShell(campus, options, people)
    }

    /// Prints the address, once requests are answered; opens a browser where there is one.
    private func said(_ port: Int) async {
        let host = bind.contains(":") ? "[\(bind)]" : bind
        let address = url ?? "http://\(host):\(port)/"
        if !global.quiet { Console.say(ServeSentences.serving(address).text(global.language)) }
        let hasScreen =
            GlobalOptions.environment("DISPLAY") != nil || GlobalOptions.environment("WAYLAND_DISPLAY") != nil
        if browser, hasScreen, !Browser.open(address) {
            Console.say(ServeSentences.noBrowser.text(global.language))
        }
    }
}

/// The browser of this desktop.
enum Browser {
    /// Whether one could be started.
    static func open(_ address: String) -> Bool {
        var process = pid_t()
        let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
        defer { for argument in arguments { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in 0...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        return posix_spawnp(&process, "xdg-open", &actions, nil, arguments, environ) == 0
    }
}

extension Failure {
    /// Why a shell cannot begin to serve: 4 or 5.
    fileprivate init(_ trouble: WebShell.Trouble) {
        switch trouble {
        case .portTaken(let port): self.init(3, ServeSentences.portTaken(port))
        case .cannotListen(let what): self.init(2, ServeSentences.cannotListen(what))
        case .pages(let file, let what): self.init(4, CommandSentences.tablesUnreadable(file, what))
        }
    }
}
