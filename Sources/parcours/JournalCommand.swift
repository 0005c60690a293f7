internal import ArgumentParser
internal import CourseModel
internal import JournalStore

/// Plumbing on one journal file, for scripts and tests.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Ajoute à un fichier journal, ou le vérifie.",
        subcommands: [Append.self, Verify.self])

    struct Append: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lit {\"k\",\"s\",\"c\",\"d\"} par ligne, répond ok N, dup N, toolarge N ou fail CODE.",
            discussion: """
                EXEMPLE
                  echo '{"k":"note","s":"essai","c":1,"d":{"text":"bonjour"}}' | parcours journal append j.jsonl
                """)

        @Argument(help: "Le fichier journal.") var file: String
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let language = global.language
            let code = journalAppend(file, at: { Instant.now() }, say: { Console.say($0.text(language)) })
            if code != 0 { throw ExitCode(code) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Vérifie chaque ligne d’un journal.",
            discussion: """
                EXEMPLE
                  parcours journal verify j.jsonl
                """)

        @Argument(help: "Le fichier journal.") var file: String
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let language = global.language
            let code = journalVerify(file, say: { Console.say($0.text(language)) })
            if code != 0 { throw ExitCode(code) }
        }
    }
}

extension Failure {
    /// Runs what may fail on the data folder, and says it as a command does.
    static func translating<Result>(_ body: () throws(JournalError) -> Result) throws(Failure) -> Result {
        do {
            return try body()
        } catch {
            throw Failure(error)
        }
    }

    /// A journal's trouble: 5, with its cure.
    init(_ error: JournalError) {
        self.init(
            5,
            Sentence(
                fr: "\(error.sentence.french) \(error.cure.french)",
                en: "\(error.sentence.english) \(error.cure.english)"))
    }
}
