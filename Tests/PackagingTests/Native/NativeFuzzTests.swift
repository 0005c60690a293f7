import Assessment
import CourseModel
import Packaging
import Testing

/// SplitMix64: the same seed gives the same mutations on every machine.
private struct SeededDice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Mutated lessons and quizzes")
struct NativeFuzzTests {
    private static let pieces: [String] = [
        "---\n", ":::", "::: exemple x\n", "## q {#a points=1}\n", "- (x) ", "- [ ] ", "  > ", "\n> * : ", "= 1 ± 2\n",
        "|",
        "\n|-|-|\n", "```\n", "{{a}}", "![](", "[a](b)", "<b>", "\u{301}", "\u{0}", "\r", "\u{202E}", "é", "\t", "\n\n",
        "*", "`", "~~", "#", ":", "&amp;", "{", "}", "[", "\\", "    ", "> > > ", "1. ", "- - ", "|||", "± ", "1e999",
    ]

    private static func mutated(_ source: [UInt8], with dice: inout SeededDice) -> [UInt8] {
        var bytes = source
        for _ in 0..<Int.random(in: 1...12, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...40, using: &dice))
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...127, using: &dice)
            case 3 where dice.next().isMultiple(of: 8): bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
            default:
                let piece = pieces.randomElement(using: &dice) ?? ""
                bytes.insert(contentsOf: Array(piece.utf8), at: place)
            }
        }
        return bytes
    }

    @Test("never trap, answer in time, and keep what is promised", arguments: [UInt64(1), 2])
    func mutations(seed: UInt64) {
        var dice = SeededDice(state: seed)
        let sources = [Array(LessonReaderTests.whole.utf8), Array(moduleOneQuiz.utf8)]
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(2500)
        var (rounds, read) = (0, 0)
        while clock.now < end {
            rounds += 1
            let bytes = Self.mutated(sources[rounds % 2], with: &dice)
            let start = clock.now
            let (lesson, lessonFindings) = readLesson(bytes, file: "lessons/l.md")
            let (quiz, quizFindings) = readQuiz(bytes, file: "quizzes/q.md")
            #expect(clock.now - start < .seconds(2))
            read += lesson == nil && quiz == nil ? 0 : 1
            let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
            for finding in lessonFindings + quizFindings {
                #expect((1...lines + 1).contains(finding.line ?? 1), "\(finding.code) at \(finding.line ?? 0)")
            }
            #expect(lesson.map { !$0.screens.isEmpty && !$0.title.isEmpty } ?? !lessonFindings.isEmpty)
            for item in quiz?.items ?? [] { check(item) }
        }
        #expect(rounds > 50)
        #expect(read > rounds / 2)
    }

    /// The right answer earns all, and no answer earns less than nothing or more than all.
    private func check(_ item: Item) {
        #expect((try? item.outcome(of: item.interaction.correctResponse).isCorrect) == true, "\(item.id)")
        for response in [["A"], ["B", "C"], ["48,5"], ["x"], ["-1"]] {
            if let outcome = try? item.outcome(of: Response(response)) {
                #expect((0...item.points).contains(outcome.score))
                #expect(outcome.max == item.points)
            }
        }
    }
}
