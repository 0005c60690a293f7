internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore

/// The player without a screen.
struct Headless: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words(
            "Le lecteur sans écran : une requête JSON par ligne, une réponse JSON par ligne.",
            "The player without a screen: one JSON request a line, one JSON answer a line."),
        discussion: words(
            """
            Sans --data, rien n’est gardé. Avec --data, import range le cours dans le dossier de données, et open
            reprend l’inscription que suivent aussi le terminal et le navigateur.

            EXEMPLE
            """,
            """
            Without --data nothing is kept. With --data, import puts the course into the data folder, and open takes up
            the very enrolment that the terminal and the browser use.

            EXAMPLE
            """) + """

                  printf '%s\\n' '{"op":"import","course":"c","package":"Courses/spaser"}' \\
                    '{"op":"open","course":"c","learner":"ines"}' | parcours headless
                """)

    @Option(
        help: help(
            "Arrête l’horloge à cet instant, 2026-11-23T16:24:58.123Z.",
            "Stops the clock at this moment, 2026-11-23T16:24:58.123Z."))
    var clock: String?
    @Option(help: help("Graine du hasard : même graine, mêmes tirages.", "Seed of all chance: same seed, same draws."))
    var seed: UInt64?
    @Flag(
        help: help(
            "Refuse à un contenu ce qui dépasse les longueurs que la norme garantit, au lieu de le garder.",
            "Refuses content what is longer than the standard guarantees, instead of keeping it.")) var strict = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let workplace = try Workplace(global)
        let moment = clock.flatMap { Instant($0) }
        if clock != nil, moment == nil { throw ValidationError("--clock : 2026-11-23T16:24:58.123Z") }
        var player = HeadlessPlayer(
            models: workplace.models, language: global.language, now: moment, seed: seed, strict: strict,
            data: global.dataPath == nil ? nil : try workplace.dataFolder())
        var tails = 0
        var input = LineInput(0, largest: Headless.longestLine)
        while let line = try Failure.translating({ () throws(JournalError) in try input.next() }) {
            switch line {
            case .text(let bytes) where bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }): continue
            case .text(let bytes): try Console.give(player.answer(to: bytes) + "\n")
            case .overlong(let bytes): try Console.give(HeadlessPlayer.refusal(ofLineOf: bytes) + "\n")
            }
            let torn = player.tornTails
            for tail in torn.dropFirst(tails) { Console.say(tail.sentence.text(global.language)) }
            tails = torn.count
        }
    }

    /// Room for the longest value a call may carry, all of it escaped, several times over.
    private static let longestLine = 32 << 20
}
