internal import ArgumentParser
internal import CourseModel
internal import Glibc

/// The one executable: an open e-learning course engine for the terminal.
@main
struct Parcours: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parcours",
        abstract: words(
            "Suivre des cours, les vérifier et rendre compte de l’avancement (SCORM 1.2, 2004, modules natifs).",
            "Take courses, check them and report progress (SCORM 1.2, 2004, native modules)."),
        discussion: words(
            """
            EXEMPLES
              parcours learn                          reprend là où vous étiez
              parcours learn Courses/spaser --plain   pour un lecteur d’écran
              parcours check mon-module/              dit ce qui ne va pas, et où
              parcours records --as csv               les états d’avancement

            Codes de sortie : 0 fait · 1 constats d’erreur · 2 usage · 3 refusé · 4 entrée illisible · 5 données
            endommagées, verrouillées ou disque plein · 70 défaut du programme.
            """,
            """
            EXAMPLES
              parcours learn                          resumes where you were
              parcours learn Courses/spaser --plain   for a screen reader
              parcours check my-module/               says what is wrong, and where
              parcours records --as csv               progress, for a platform

            Exit codes: 0 done · 1 findings that are errors · 2 usage · 3 refused · 4 unreadable input · 5 data damaged,
            locked or disk full · 70 a defect of the program.
            """),
        version: "0.1.0",
        subcommands: [
            Learn.self, Serve.self, Check.self, ImportCommand.self, CourseCommand.self,
            RecordsCommand.self, Report.self, LearnerCommand.self, DataCommand.self, Replay.self,
            JournalCommand.self, Headless.self, AccountCommand.self, GroupCommand.self,
        ])

    static func main() async {
        // A closed descriptor would be given to the next file that is opened, a journal perhaps.
        for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
        // A reader that has gone away is an error of writing, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            failure.leave()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            leave(error)
        }
    }

    /// Wrong usage is 2 for us, whatever the parser thinks.
    private static func leave(_ error: any Error) {
        let code = exitCode(for: error)
        if code == .failure {
            Console.say(CommandSentences.defect("\(error)").text(Failure.language))
            exit(withError: ExitCode(70))
        }
        let message = fullMessage(for: error)
        let isHelp = ["OVERVIEW: ", "USAGE: "].contains(where: message.hasPrefix)
        guard code == .validationFailure || isHelp else { exit(withError: error) }
        let words = Failure.language == .french ? ParserWords.french(message) : message
        guard isHelp else {
            Console.say(words)
            exit(withError: ExitCode(2))
        }
        do {
            try Console.give(words + "\n")
        } catch {
            error.leave()
        }
        exit(withError: ExitCode.success)
    }
}
