internal import Assessment
internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning

extension Call {
    /// The question to answer, or the result when all are.
    func quizPage(
        _ enrolled: Enrolled, _ quiz: QuizView, _ status: HTTPResponse.Status, _ typed: Typed?,
        _ values: inout [String: Any]
    ) -> Response {
        values["quiz"] = quiz.quiz.title
        values["attempt"] = say(Words.attempt(quiz.attempt, of: quiz.attemptLimit))
        guard let next = quiz.nextItem, quiz.quiz.items.indices.contains(next) else {
            return resultPage(enrolled, quiz, &values)
        }
        let item = quiz.quiz.items[next]
        let count = quiz.quiz.items.count
        let (heading, prompt) = item.asked
        var html = LessonHTML(enrolled, language)
        values["item"] = item.id
        values["heading"] = heading
        values["prompt"] = html.blocks(prompt).description
        values["place"] = say(Words.question(next + 1, of: count))
        values["dots"] =
            Dots(done: { quiz.answers[quiz.quiz.items[$0].id] != nil }, here: next, of: count).html.description
        values["trouble"] = typed.map { say($0.trouble) }
        values["isWrong"] = typed != nil
        values["troubleField"] = "r-A"
        values.merge(form(for: item, html, typed)) { $1 }
        return page("question", "\(heading) – \(quiz.quiz.title)", status: status, values)
    }

    /// The one form of an interaction.
    private func form(for item: Item, _ html: LessonHTML, _ typed: Typed?) -> [String: Any] {
        switch item.interaction {
        case .choice(let choice):
            let options = choice.options.map { option in
                [
                    "id": option.id, "type": choice.isMultiple ? "checkbox" : "radio",
                    "html": html.inlines(option.text).description,
                    "isChosen": typed?.response.values.contains(option.id) ?? false,
                ] as [String: Any]
            }
            let hint = say(Words.all[choice.isMultiple ? "severalAnswers" : "oneAnswer"])
            return ["choice": ["options": options, "hint": hint] as [String: Any]]
        case .textEntry: return ["entry": entry("yourText", hint: nil, typed)]
        case .numericEntry:
            var field = entry("yourNumber", hint: "numberHint", typed)
            field["isNumber"] = true
            return ["entry": field]
        }
    }

    private func entry(_ label: String, hint: String?, _ typed: Typed?) -> [String: Any] {
        var field: [String: Any] = ["label": say(Words.all[label]), "value": typed?.response.values.first ?? ""]
        if let hint { field["hint"] = say(Words.all[hint]) }
        return field
    }

    /// What an answer just given earned, and what the author says to it.
    func feedbackPage(
        _ enrolled: Enrolled, _ quiz: QuizView, _ item: Item, _ answer: QuizView.Answer, _ values: inout [String: Any]
    ) -> Response {
        let place = quiz.quiz.items.firstIndex(of: item) ?? 0
        let (heading, prompt) = item.asked
        var html = LessonHTML(enrolled, language, under: 2)
        values["quiz"] = quiz.quiz.title
        values["heading"] = heading
        values["prompt"] = html.blocks(prompt).description
        values["place"] = say(Words.question(place + 1, of: quiz.quiz.items.count))
        values["forth"] = say(Words.all[quiz.nextItem == nil ? "seeResult" : "nextQuestion"])
        values.merge(said(of: answer, to: item, enrolled)) { $1 }
        return page("feedback", "\(say(Verdict(answer.outcome).words)) – \(heading)", values)
    }

    private func said(of answer: QuizView.Answer, to item: Item, _ enrolled: Enrolled) -> [String: Any] {
        let verdict = Verdict(answer.outcome)
        var html = LessonHTML(enrolled, language, under: 3)
        var values: [String: Any] = [
            "verdict": say(verdict.words), "look": verdict.look, "icon": verdict.icon, "state": verdict.state,
            "points": say(Words.points(answer.outcome.score, of: answer.outcome.max)),
            "given": given(answer.response, to: item, html),
        ]
        if !answer.outcome.feedback.isEmpty { values["feedback"] = html.blocks(answer.outcome.feedback).description }
        return values
    }

    /// What was answered, as HTML.
    private func given(_ response: Assessment.Response, to item: Item, _ html: LessonHTML) -> [String] {
        switch item.interaction {
        case .choice(let choice):
            return choice.options.filter { response.values.contains($0.id) }.map { html.inlines($0.text).description }
        case .textEntry, .numericEntry:
            return response.values.map { value in
                var text = HTML()
                text.text(value)
                return text.description
            }
        }
    }

    private func resultPage(_ enrolled: Enrolled, _ quiz: QuizView, _ values: inout [String: Any]) -> Response {
        let score = Measure(quiz.quiz.maxScore > 0 ? quiz.score / quiz.quiz.maxScore : 0) ?? quiz.best
        let isPassed = quiz.mastery.map { (score ?? $0) >= $0 }
        values["verdict"] = say(Words.quizVerdict(isPassed))
        values["look"] = isPassed == false ? "failed" : "passed"
        values["ring"] = Ring(score?.value ?? 0, mastery: quiz.mastery?.value, language).html.description
        values["points"] = say(Words.points(quiz.score, of: quiz.quiz.maxScore))
        values["threshold"] = quiz.mastery.map { say(Words.threshold($0.value)) }
        if let best = quiz.best, let score, best > score { values["best"] = say(Words.best(best.value)) }
        values["left"] = say(Words.attemptsLeft(quiz.attemptLimit.map { max(0, $0 - quiz.attempt) }))
        values["retryLock"] = quiz.retryLock.map { say($0.sentence) }
        values["canRetry"] = quiz.retryLock == nil && quiz.attemptLimit.map { $0 > quiz.attempt } ?? true
        values["items"] = quiz.quiz.items.compactMap { item -> [String: Any]? in
            guard let answer = quiz.answers[item.id] else { return nil }
            var row = said(of: answer, to: item, enrolled)
            row["heading"] = item.asked.question
            return row
        }
        return page("result", "\(say(Words.quizVerdict(isPassed))) – \(quiz.quiz.title)", values)
    }
}

/// How an answer is judged, in words and pictures.
enum Verdict {
    case right, partly, wrong

    init(_ outcome: Outcome) { self = outcome.isCorrect ? .right : outcome.score > 0 ? .partly : .wrong }

    var words: Sentence {
        switch self {
        case .right: Sentence(fr: "Bonne réponse", en: "Correct")
        case .partly: Sentence(fr: "Réponse en partie juste", en: "Partly correct")
        case .wrong: Sentence(fr: "Réponse inexacte", en: "Not correct")
        }
    }

    /// The class of its banner.
    var look: String {
        switch self {
        case .right: "right"
        case .partly: "partly"
        case .wrong: "wrong-answer"
        }
    }

    /// The class of its line in a list.
    var state: String {
        switch self {
        case .right: "done"
        case .partly: "begun"
        case .wrong: "failed"
        }
    }

    var icon: String {
        switch self {
        case .right: "done"
        case .partly: "partly"
        case .wrong: "failed"
        }
    }
}
