import Assessment
import CourseModel

/// A block that says one word, to see which feedback came.
func say(_ word: String) -> [Block] { [.paragraph([.text(word)])] }

extension Outcome {
    /// The words of the feedback, in the order shown.
    var words: [String] {
        feedback.map { block in
            if case .paragraph(let text) = block { text.plainText } else { "?" }
        }
    }
}

extension Item {
    /// A question with options `A`, `B` …, the right ones starred: `"*"`, `""`; each feedback is the option's name.
    static func choice(multiple: Bool, points: Double, _ right: [Bool]) -> Item {
        let options = right.enumerated().map { place, isCorrect in
            let id = String(UnicodeScalar(UInt8(65 + place)))
            return Choice.Option(id: id, text: [.text(id)], isCorrect: isCorrect, feedback: say(id))
        }
        return Item(
            id: "q", points: points, prompt: say("?"),
            interaction: .choice(Choice(isMultiple: multiple, options: options)), generalFeedback: say("all"))
    }

    static let article = Item(
        id: "m1-q5", points: 1, prompt: say("?"),
        interaction: .textEntry(
            TextEntry(
                accepted: ["L. 2111-3"],
                typicalErrors: [
                    TypicalError(values: ["D. 2111-3"], feedback: say("montant")),
                    TypicalError(values: ["L2111-1"], feedback: say("besoin")),
                    TypicalError(values: [], feedback: say("cherchez")),
                    TypicalError(values: ["L2112-2"], feedback: say("exécution")),
                ])))

    static let spending = Item(
        id: "m1-q6", points: 2, prompt: say("?"),
        interaction: .numericEntry(
            NumericEntry(
                value: 47.3, tolerance: 0.05,
                typicalErrors: [
                    TypicalError(values: [48.5], feedback: say("livre V")),
                    TypicalError(values: [59.3, 60.5], feedback: say("subventions")),
                    TypicalError(values: [], feedback: say("autre")),
                ])),
        generalFeedback: say("calcul"))
}
