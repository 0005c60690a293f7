import Assessment
import CourseModel
import Learning

extension Drawing {
    /// What an answer earned and what the author says to it, then the question again.
    func feedbackScreen(_ view: SessionView, _ quiz: QuizView, item id: String) -> Screen {
        let place = quiz.quiz.items.firstIndex { $0.id.utf8.elementsEqual(id.utf8) }
        var body: [Line] = []
        var position: String?
        if let place, let answer = quiz.answers[id] {
            let item = quiz.quiz.items[place]
            position = say(Words.question(place + 1, of: quiz.quiz.items.count))
            body = verdict(answer.outcome, width: width) + [.empty]
            body += answered(answer.response, to: item, width: width)
            if !answer.outcome.feedback.isEmpty { body += [.empty] + blocks(answer.outcome.feedback) }
            if !item.generalFeedback.isEmpty { body += [.empty] + blocks(item.generalFeedback) }
            body += [.empty] + quoted(item.prompt)
        }
        return Screen(
            header: header(view, quiz.quiz.title) + plainPlace(position), body: body,
            footer: footer(sentences: [Words.enterAlone], [.next, .map, .help, .quit]), place: position)
    }

    /// A sign, a word and the points.
    func verdict(_ outcome: Outcome, width: Int) -> [Line] {
        let (sign, words, style): (String, Sentence, Style) =
            outcome.isCorrect
            ? ("✓", Words.correct, .good)
            : outcome.score > 0 ? ("◐", Words.partlyCorrect, .warning) : ("✗", Words.incorrect, .bad)
        let points = say(Words.points(outcome.score, of: outcome.max))
        if isPlain { return paragraph("\(say(words)), \(points).", width: width) }
        return wrap([Span("\(sign) \(say(words))", [.bold, style]), Span(" · \(points)", .dim)], width: width)
    }

    /// The learner's own answer in words.
    func answered(_ response: Response, to item: Item, width: Int) -> [Line] {
        switch item.interaction {
        case .textEntry, .numericEntry:
            return paragraph(say(Words.answered(response.values.joined(separator: ", "))), width: width)
        case .choice(let choice):
            let chosen = choice.options.enumerated().filter { _, option in
                response.values.contains { $0.utf8.elementsEqual(option.id.utf8) }
            }
            return paragraph(say(Words.answered("")), width: width)
                + chosen.flatMap { place, option in
                    hang(Line([Span("  \(letter(place))  ", .bold)]), width: min(width, 88)) {
                        running(option.text, width: $0)
                    }
                }
        }
    }

    private func quoted(_ prompt: [Block]) -> [Line] {
        if isPlain { return [] }
        let bar = Line("│ ", .dim)
        return hang(bar, rest: bar, width: width) { blocks(prompt, width: $0) }
    }
}
