import Assessment
import Testing

@Suite("Grading a number")
struct NumericEntryGradingTests {
    @Test("a number within the tolerance is right", arguments: ["47,3", "47.3", "47,30", " 47,3 ", "47,35", "47,25"])
    func right(typed: String) throws {
        let outcome = try Item.spending.outcome(of: Response([typed]))
        #expect(outcome.score == 2)
        #expect(outcome.words == ["calcul"])
    }

    @Test(
        "a typical error has its feedback, then comes the general one",
        arguments: [
            ("48,5", "livre V"), ("48.50", "livre V"), ("59,3", "subventions"), ("60,5", "subventions"),
            ("47,36", "autre"), ("-47,3", "autre"), ("47 300 000", "autre"),
        ])
    func typicalErrors(typed: String, word: String) throws {
        let outcome = try Item.spending.outcome(of: Response([typed]))
        #expect(outcome.score == 0)
        #expect(outcome.words == [word, "calcul"])
    }

    @Test(
        "numbers as people write them",
        arguments: [
            ("1 234,5", 1234.5), ("1\u{A0}234\u{202F}567", 1_234_567), ("−3", -3), ("+2", 2), ("007", 7),
            ("0,05", 0.05),
        ])
    func numbers(text: String, value: Double) { #expect(DecimalNumber.value(text) == value) }

    @Test(
        "what is no plain number is none",
        arguments: [
            "", " ", ",5", "5,", "1.234,5", "1,234,5", "47,3 M€", "80 %", "nan", "inf", "infinity", "1e5", "0x10",
            "--1",
            "12 34", "1234 567", "1  234", "47,3 5", "٣", "- ", String(repeating: "9", count: 41),
        ])
    func notANumber(text: String) { #expect(DecimalNumber.value(text) == nil) }

    @Test("a text that is no number is refused, with what was typed")
    func refused() {
        #expect(throws: ResponseError.notANumber("47,3 M€")) {
            try Item.spending.outcome(of: Response(["47,3 M€"]))
        }
    }

    @Test(
        "a number is written with a comma and without an exponent",
        arguments: [
            (47.3, "47,3"), (1500, "1500"), (-0.5, "-0,5"), (0.00005, "0,00005"), (1e21, "1000000000000000000000"),
            (1.5e17, "150000000000000000"), (0, "0"), (.infinity, ""), (.nan, ""),
        ])
    func written(value: Double, text: String) { #expect(DecimalNumber.text(value) == text) }
}
