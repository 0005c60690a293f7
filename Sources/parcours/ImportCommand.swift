internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import Packaging

/// Packages into the data folder.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: words(
            "Importe des paquets (zip ou dossier) ; écrit l’identifiant du cours sur la sortie.",
            "Imports packages (zip or folder); prints the course's identifier."),
        discussion: words(
            """
            Un paquet est vérifié avant qu’un octet soit gardé ; il entre entier, ou pas du tout. Le même paquet une seconde
            fois ne change rien ; une autre version vaut pour les nouvelles inscriptions, et l’on dit ce qui change. Les
            inscriptions en cours gardent la leur : voir « parcours course upgrade ».

            EXEMPLES
              parcours import cours.zip
              parcours import exports/*.zip --json
              parcours import cours-v2.zip --course mon-cours

            LIMITES
              \(PackageLimit.list.french).
            """,
            """
            A package is validated before a byte is kept; it gets in whole or not at all. The same package a second time
            changes nothing; another version holds for new enrolments, and what changes is said. Enrolments under way keep
            theirs: see “parcours course upgrade”.

            EXAMPLES
              parcours import course.zip
              parcours import exports/*.zip --json
              parcours import course-v2.zip --course my-course

            LIMITS
              \(PackageLimit.list.english).
            """))

    @Argument(help: help("Zips ou dossiers.", "Zips or folders.")) var files: [String]
    @Flag(help: help("Un objet JSON par paquet.", "One JSON object a package.")) var json = false
    @Option(
        help: help(
            "Le cours dont c’est une version (sinon l’identifiant du manifeste décide).",
            "The course that this is a version of (else the manifest's identifier decides).")) var course: String?
    @Option(help: help("Temps de lecture permis, en secondes.", "Time that reading may take, in seconds."))
    var seconds = PackageLimit.seconds.value
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...86_400).contains(seconds) else {
            throw ValidationError(words("--seconds : 1 à 86400.", "--seconds: 1 to 86400."))
        }
        guard course == nil || files.count == 1 else {
            throw ValidationError(
                words("--course : un seul paquet à la fois.", "--course: one package at a time."))
        }
        guard course.map({ !$0.isEmpty }) ?? true else {
            throw ValidationError(words("--course : donnez un identifiant.", "--course: give an identifier."))
        }
    }

    func run() throws {
        let workplace = try Workplace(global)
        let shelf = CourseShelf(try workplace.dataFolder(), models: workplace.models)
        let rules = try Check.rules()
        var code: Int32 = 0
        for file in files {
            do throws(Failure) {
                try report(on: try add(file, to: shelf, rules), file)
            } catch {
                Console.say(error.sentence.text(global.language))
                code = max(code, error.code)
            }
        }
        if code != 0 { throw ExitCode(code) }
    }

    private func add(_ file: String, to shelf: CourseShelf, _ rules: ManifestRules) throws(Failure) -> ImportReport {
        var progress = ProgressLine(ImportSentences.importing, global)
        defer { progress.finish() }
        do {
            return try shelf.importPackage(at: file, as: course, rules: rules, seconds: seconds) {
                progress.show($0.bytesDone >> 20, of: $0.bytesTotal >> 20)
            }
        } catch {
            throw ImportSentences.failure(file, error)
        }
    }

    private func report(on done: ImportReport, _ file: String) throws(Failure) {
        do {
            try Console.give(json ? ImportAnswer(done, file, global.language).json : done.course + "\n")
        } catch {
            throw Failure.keeping(file, error)
        }
        guard !global.quiet else { return }
        for sentence in ImportSentences.told(done, file) { Console.say(sentence.text(global.language)) }
    }
}
