internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore

/// The player without a screen.
struct Headless: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words(
            "Le lecteur sans écran : une requête JSON par ligne, une réponse JSON par ligne.",
            "The player without a screen: one JSON request a line, one JSON answer a line."),
        discussion: words("EXEMPLE", "EXAMPLE") + """

              printf '%s\\n' '{"op":"import","course":"c","package":"Courses/spaser"}' \\
                '{"op":"open","course":"c","learner":"ines"}' | parcours headless
            """)

    @Option(help: help("Instant de départ, 2026-11-23T16:24:58.123Z.", "The first moment, 2026-11-23T16:24:58.123Z."))
    var clock: String?
    @Option(help: help("Graine du hasard.", "Seed of all chance.")) var seed: UInt64 = 0
    @OptionGroup var global: GlobalOptions

    func run() throws {
        if global.dataPath != nil { throw Failure(2, CommandSentences.headlessData) }
        let workplace = try Workplace(global)
        var now = Instant.now()
        if let clock {
            guard let moment = Instant(clock) else { throw ValidationError("--clock : 2026-11-23T16:24:58.123Z") }
            now = moment
        }
        var player = HeadlessPlayer(models: workplace.models, language: global.language, now: now, seed: seed)
        while let line = readLine(strippingNewline: true) {
            if line.utf8.allSatisfy({ $0 == 32 }) { continue }
            try Console.give(player.answer(to: Array(line.utf8)) + "\n")
        }
    }
}
