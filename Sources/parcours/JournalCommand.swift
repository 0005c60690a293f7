internal import ArgumentParser
internal import CourseModel
internal import JournalStore

/// Plumbing on one journal file, for scripts and tests.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: words("Ajoute à un fichier journal, ou le vérifie.", "Appends to a journal file, or verifies it."),
        subcommands: [Append.self, Verify.self])

    struct Append: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: words(
                "Lit {\"k\",\"s\",\"c\",\"d\"} par ligne, répond ok N, dup N, toolarge N ou fail CODE.",
                "Reads {\"k\",\"s\",\"c\",\"d\"} a line, answers ok N, dup N, toolarge N or fail CODE."),
            discussion: words("EXEMPLE", "EXAMPLE")
                + "\n  echo '{\"k\":\"note\",\"s\":\"x\",\"c\":1,\"d\":{}}' | parcours journal append j.jsonl")

        @Argument(help: help("Le fichier journal.", "The journal file.")) var file: String
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let language = global.language
            let code = journalAppend(file, at: { Instant.now() }, say: { Console.say($0.text(language)) })
            if code != 0 { throw ExitCode(code) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: words("Vérifie chaque ligne d’un journal.", "Verifies each line of a journal."),
            discussion: words("EXEMPLE", "EXAMPLE") + "\n  parcours journal verify j.jsonl")

        @Argument(help: help("Le fichier journal.", "The journal file.")) var file: String
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
