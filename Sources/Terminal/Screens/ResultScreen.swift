import Assessment
import CourseModel
import Learning

extension QuizView {
    /// The part of the points earned in this attempt; 0 where the quiz has no points.
    var part: Double { quiz.measure(ofScore: score)?.value ?? 0 }

    /// The threshold was reached in this attempt; `nil` where there is none.
    var isPassed: Bool? { mastery.map { part >= $0.value } }

    /// Attempts after this one; `nil` for no limit.
    var attemptsLeft: Int? { attemptLimit.map { max(0, $0.subtractingReportingOverflow(attempt).partialValue) } }
}

extension Drawing {
    /// Score, threshold, passed or not, attempts left, and every answer again.
    func resultScreen(_ view: SessionView, _ quiz: QuizView) -> Screen {
        var body = resultVerdict(quiz) + [.empty]
        body += paragraph(
            Words.score(Words.points(quiz.score, of: quiz.quiz.maxScore), percent(quiz.part)))
        if let mastery = quiz.mastery { body += paragraph(capitalized(Words.threshold(percent(mastery.value)))) }
        if let best = quiz.best { body += paragraph(Words.best(percent(best.value))) }
        body += retryLines(quiz)
        if !quiz.answers.isEmpty {
            body += [.empty] + paragraph(Words.review, .bold)
            for (place, item) in quiz.quiz.items.enumerated() { body += [.empty] + reviewed(item, place, in: quiz) }
        }
        let commands: [Command] =
            (view.canContinue ? [.next] : []) + (mayRetry(quiz) ? [.retry] : []) + (view.canPrevious ? [.back] : [])
            + [.map] + why(view) + [.help, .quit]
        return Screen(
            header: header(view, "\(quiz.quiz.title) – \(say(Words.result))"), body: body,
            footer: footer(sentences: view.canContinue ? [Words.enterAlone] : [], commands))
    }

    /// A retry is offered; the engine still decides.
    private func mayRetry(_ quiz: QuizView) -> Bool { quiz.retryLock == nil && quiz.attemptsLeft != 0 }

    private func resultVerdict(_ quiz: QuizView) -> [Line] {
        switch quiz.isPassed {
        case true?: paragraph(isPlain ? say(Words.quizPassed) : "✓ \(say(Words.quizPassed))", [.bold, .good])
        case false?: paragraph(isPlain ? say(Words.quizFailed) : "✗ \(say(Words.quizFailed))", [.bold, .bad])
        case nil: paragraph(Words.quizDone, .bold)
        }
    }

    private func retryLines(_ quiz: QuizView) -> [Line] {
        let left = quiz.attemptsLeft.map { Words.attemptsLeft($0) } ?? Words.attemptsUnlimited
        guard quiz.attemptsLeft != 0, let lock = quiz.retryLock else { return paragraph(left) }
        return (quiz.attemptLimit == nil ? [] : paragraph(left)) + paragraph(lock.sentence)
    }

    private func reviewed(_ item: Item, _ place: Int, in quiz: QuizView) -> [Line] {
        hang(Line([Span("\(place + 1). ", .bold)]), width: width) { inner in
            var lines = blocks(item.prompt, width: inner)
            guard let answer = quiz.answers[item.id] else {
                return lines + paragraph(say(Words.notAnswered), .dim, width: inner)
            }
            lines += [.empty] + verdict(answer.outcome, width: inner)
            lines += answered(answer.response, to: item, width: inner)
            if !answer.outcome.feedback.isEmpty { lines += blocks(answer.outcome.feedback, width: inner) }
            return lines
        }
    }

    private func capitalized(_ sentence: Sentence) -> Sentence {
        Sentence(
            fr: sentence.french.prefix(1).uppercased() + sentence.french.dropFirst(),
            en: sentence.english.prefix(1).uppercased() + sentence.english.dropFirst())
    }
}
