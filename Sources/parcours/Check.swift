internal import ArgumentParser
internal import Authoring
internal import CourseHost
internal import CourseModel
internal import Packaging

/// Every finding on packages, folders and zips.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words(
            "Vérifie un module : chaque constat avec son fichier, sa ligne et quoi faire.",
            "Checks a module: each finding with its file, its line and what to do."),
        discussion: words(
            """
            EXEMPLES
              parcours check Courses/spaser         un dossier
              parcours check module.zip --json      un zip, en JSON
              parcours check imsmanifest.xml        un manifeste (SCORM, cmi5)
              parcours check lessons/l1.md          une leçon ou un quiz
              parcours check Courses --sarif        chaque paquet d’un dossier de cours

            Les codes sont expliqués dans Scorm/findings.md. Une erreur empêche de publier (code de sortie 1) ; un
            avertissement a été réparé ou ignoré, et le cours s’ouvre ; une note est bonne à savoir.

            LIMITES
              \(PackageLimit.list.french), une balise : 64 Kio, aucun DOCTYPE.
            """,
            """
            EXAMPLES
              parcours check Courses/spaser         a folder
              parcours check module.zip --json      a zip, as JSON
              parcours check imsmanifest.xml        a manifest (SCORM, cmi5)
              parcours check lessons/l1.md          a lesson or a quiz
              parcours check Courses --sarif        each package of a folder of courses

            Scorm/findings.md explains the codes. An error stops publication (exit code 1); a warning was repaired or
            ignored, and the course opens; a note is good to know.

            LIMITS
              \(PackageLimit.list.english), a tag: 64 KiB, no DOCTYPE.
            """))

    @Argument(
        help: help("Dossiers, zips, manifestes, leçons ou quiz.", "Folders, zips, manifests, lessons or quizzes."))
    var paths: [String]
    @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
    @Flag(help: help("Résultat en SARIF 2.1.0.", "Result as SARIF 2.1.0.")) var sarif = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let rules = try Check.rules()
        var results: [CheckResult] = []
        var failure: Failure?
        for path in paths {
            do throws(Failure) {
                results += try read(path, rules)
            } catch {
                Console.say(error.sentence.text(global.language))
                failure = error
            }
        }
        if sarif {
            try Console.give(checkSARIF(results, global.language) + "\n")
        } else {
            for result in results {
                try Console.give(
                    json
                        ? checkJSON(result, global.language) + "\n"
                        : checkReport(result, isOneOfMany: results.count > 1, global.language))
            }
        }
        let code = checkExitCode(results.map(\.reading))
        if let failure { throw ExitCode(failure.code) }
        if code != 0 { throw ExitCode(code) }
    }

    /// The rules that come with the engine.
    static func rules() throws(Failure) -> ManifestRules {
        let folder = try ShareFolder().scorm
        do {
            return try ManifestRules(folder: folder)
        } catch {
            throw Failure(4, CheckSentences.unusableRules(error.file, error.what))
        }
    }

    private func read(_ path: String, _ rules: ManifestRules) throws(Failure) -> [CheckResult] {
        do {
            var results: [CheckResult] = []
            for target in try CheckTarget.all(at: path) {
                var reading = try checkReading(of: target, rules: rules)
                if let course = reading.course {
                    reading.findings += NativeContent(of: course, in: reading.files).findings
                }
                results.append(CheckResult(target: target, reading: reading))
            }
            return results
        } catch {
            throw Failure.reading(path, error)
        }
    }
}
