import Assessment
import Testing

@Suite("Grading a short text")
struct TextEntryGradingTests {
    @Test(
        "what does not count does not count",
        arguments: [
            "L. 2111-3", "L2111-3", "L.2111-3", "l2111-3", "article L. 2111-3", "Article L.2111-3", " L\u{A0}2111-3 ",
            "L.\u{202F}2111\u{2011}3", "art. L 2111–3", "l’article L. 2111-3", "L. 2111-3.", "L. 2111 - 3",
            "\u{200B}L2111-3",
        ])
    func accepted(typed: String) throws {
        let outcome = try Item.article.outcome(of: Response([typed]))
        #expect(outcome.isCorrect)
        #expect(outcome.words.isEmpty)
    }

    @Test(
        "a typical error has its feedback, any other the rest, wherever it is written",
        arguments: [
            ("D2111-3", "montant"), ("article d. 2111-3", "montant"), ("L. 2111-1", "besoin"),
            ("L. 2112-2", "exécution"), ("L. 2111-33", "cherchez"), ("article", "cherchez"), ("…", "cherchez"),
        ])
    func typicalErrors(typed: String, word: String) throws {
        let outcome = try Item.article.outcome(of: Response([typed]))
        #expect(outcome.score == 0)
        #expect(outcome.words == [word])
    }

    @Test(
        "two texts are the same",
        arguments: [
            ("É", "e\u{301}"), ("3.5", "3.5"), ("S.I.A.E.", "siae"), ("tous les deux ans", "Tous  les deux ans."),
            ("l'eau", "L’eau"),
        ])
    func same(left: String, right: String) { #expect(TypedText(left) == TypedText(right)) }

    @Test("two texts differ", arguments: [("3.5", "35"), ("eleve", "élève"), ("artisan", "isan"), ("a-b", "ab")])
    func different(left: String, right: String) { #expect(TypedText(left) != TypedText(right)) }

    @Test("no text is refused", arguments: [[], [""], [" \u{A0}\n"]])
    func empty(values: [String]) {
        #expect(throws: ResponseError.empty) { try Item.article.outcome(of: Response(values)) }
    }

    @Test("two texts are refused")
    func twoTexts() {
        #expect(throws: ResponseError.onlyOneOption) { try Item.article.outcome(of: Response(["a", "b"])) }
    }
}
