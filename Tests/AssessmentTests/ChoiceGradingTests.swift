import Assessment
import Testing

@Suite("Grading a choice")
struct ChoiceGradingTests {
    @Test(
        "one right option is all or nothing",
        arguments: [
            (["B"], 3.0, ["B", "all"]), (["A"], 0, ["A", "all"]), (["B", "B"], 3, ["B", "all"]),
        ] as [([String], Double, [String])])
    func single(chosen: [String], score: Double, words: [String]) throws {
        let item = Item.choice(multiple: false, points: 3, [false, true, false])
        let outcome = try item.outcome(of: Response(chosen))
        #expect(outcome.score == score)
        #expect(outcome.max == 3)
        #expect(outcome.isCorrect == (score == 3))
        #expect(outcome.words == words)
    }

    @Test(
        "several right options earn the right ones less the wrong ones, never below 0",
        arguments: [
            ("ABCD", 2.0), ("DCBA", 2), ("ABC", 1.5), ("A", 0.5), ("ABCDE", 1.5), ("ABCDEF", 1), ("AE", 0), ("EF", 0),
            ("AEF", 0),
        ])
    func multiple(chosen: String, score: Double) throws {
        let item = Item.choice(multiple: true, points: 2, [true, true, true, true, false, false])
        let outcome = try item.outcome(of: Response(chosen.map(String.init)))
        #expect(outcome.score == score)
        #expect(outcome.words == chosen.sorted().map(String.init) + ["all"])
    }

    @Test("a full answer earns exactly all points, whatever they divide by", arguments: [0.1, 0.3, 0.7, 1.1, 2.9])
    func exactPoints(points: Double) throws {
        let item = Item.choice(multiple: true, points: points, [true, true, true])
        #expect(try item.outcome(of: item.interaction.correctResponse).score == points)
    }

    @Test(
        "a response that does not fit is refused",
        arguments: [
            ([], ResponseError.empty), (["Z"], .noSuchOption("Z")), (["A", "B"], .onlyOneOption),
            (["b"], .noSuchOption("b")), ([""], .noSuchOption("")),
        ] as [([String], ResponseError)])
    func refusals(chosen: [String], error: ResponseError) {
        let item = Item.choice(multiple: false, points: 1, [false, true])
        #expect(throws: error) { try item.outcome(of: Response(chosen)) }
    }

    @Test("a question without a right option earns nothing and does not fail")
    func noRightOption() throws {
        let item = Item.choice(multiple: true, points: 1, [false, false])
        #expect(try item.outcome(of: Response(["A"])).score == 0)
    }
}
