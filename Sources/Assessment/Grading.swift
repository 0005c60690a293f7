import CourseModel

extension Item {
    /// Grades a response: what it earned, and what to tell the learner (of the options chosen or of the typical error
    /// met, then the general feedback).
    ///
    /// - Throws: why the response does not fit the question; it earns nothing then, not even a zero.
    public func outcome(of response: Response) throws(ResponseError) -> Outcome {
        switch interaction {
        case .choice(let choice):
            let chosen = try choice.options(chosenBy: response)
            return outcome(score: choice.score(of: chosen, points: points), feedback: chosen.flatMap(\.feedback))
        case .textEntry(let entry):
            let typed = try response.typedText()
            return outcome(score: entry.accepts(typed) ? points : 0, feedback: entry.feedback(on: typed))
        case .numericEntry(let entry):
            let typed = try response.typedNumber()
            return outcome(score: entry.accepts(typed) ? points : 0, feedback: entry.feedback(on: typed))
        }
    }

    private func outcome(score: Double, feedback: [Block]) -> Outcome {
        Outcome(score: score, max: points, feedback: feedback + generalFeedback)
    }
}

extension Interaction {
    /// The answer that earns all points, as a learner would give it: option names, or the text to type.
    public var correctResponse: Response {
        switch self {
        case .choice(let choice): Response(choice.options.filter(\.isCorrect).map(\.id))
        case .textEntry(let entry): Response(Array(entry.accepted.prefix(1)))
        case .numericEntry(let entry): Response([DecimalNumber.text(entry.value)])
        }
    }
}

extension Response {
    /// The one text of an entry.
    func typedText() throws(ResponseError) -> String {
        guard let text = values.first, !text.allSatisfy(\.isWhitespace) else { throw .empty }
        guard values.count == 1 else { throw .onlyOneOption }
        return text
    }

    /// The one number of an entry.
    func typedNumber() throws(ResponseError) -> Double {
        let text = try typedText()
        guard let number = DecimalNumber.value(text) else { throw .notANumber(text) }
        return number
    }
}
