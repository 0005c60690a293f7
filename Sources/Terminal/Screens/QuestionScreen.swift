import Assessment
import CourseModel
import Learning

/// What a learner has chosen or typed for a question, before it is an answer.
struct Draft: Hashable, Sendable {
    /// Places of options, from 0.
    var chosen: Set<Int> = []
    /// The option that arrow keys have reached.
    var reached: Int?
    var field = LineEditor()
}

/// The letter of an option by its place; a number beyond the alphabet.
func letter(_ place: Int) -> String {
    guard (0..<26).contains(place), let scalar = Unicode.Scalar(65 + place) else { return "\(place + 1)" }
    return String(Character(scalar))
}

extension Drawing {
    /// A question and what is chosen or typed so far.
    func questionScreen(_ view: SessionView, _ quiz: QuizView, item place: Int, draft: Draft) -> Screen {
        guard quiz.quiz.items.indices.contains(place) else { return resultScreen(view, quiz) }
        let item = quiz.quiz.items[place]
        let where_ = say(Words.question(place + 1, of: quiz.quiz.items.count))
        var body = questionFacts(quiz, item: item) + [.empty] + blocks(item.prompt) + [.empty]
        var screen = Screen(
            header: header(view, quiz.quiz.title) + plainPlace(where_), body: [], footer: [], place: where_)
        switch item.interaction {
        case .choice(let choice):
            let drawn = options(choice, draft: draft)
            screen.focus = drawn.focus.map { $0.lowerBound + body.count..<$0.upperBound + body.count }
            body += drawn.lines
            screen.footer = choiceFooter(choice, view)
        case .textEntry:
            addField(draft.field, label: Words.yourText, hint: Words.typeText, in: view, to: &screen, after: &body)
        case .numericEntry:
            addField(draft.field, label: Words.yourNumber, hint: Words.typeNumber, in: view, to: &screen, after: &body)
        }
        screen.body = body
        return screen
    }

    /// Attempt, threshold and points, as said above the question.
    private func questionFacts(_ quiz: QuizView, item: Item) -> [Line] {
        var facts = [say(Words.points(item.points))]
        if quiz.attemptLimit != nil || quiz.attempt > 1 {
            facts.append(say(Words.attempt(quiz.attempt, of: quiz.attemptLimit)))
        }
        if let mastery = quiz.mastery { facts.append(say(Words.threshold(percent(mastery.value)))) }
        return paragraph(facts.joined(separator: dot), .dim)
    }

    private func options(_ choice: Choice, draft: Draft) -> (lines: [Line], focus: Range<Int>?) {
        var lines = paragraph(choice.isMultiple ? Words.severalAnswers : Words.oneAnswer, .dim)
        var focus: Range<Int>?
        for (place, option) in choice.options.enumerated() {
            if !isPlain { lines.append(.empty) }
            let start = lines.count
            lines += self.option(option, place: place, isMultiple: choice.isMultiple, draft: draft)
            if draft.reached == place { focus = start..<lines.count }
        }
        return (lines, focus)
    }

    private func option(_ option: Choice.Option, place: Int, isMultiple: Bool, draft: Draft) -> [Line] {
        if isPlain {
            return hang(Line("\(letter(place)). "), width: width) { running(option.text, width: $0) }
        }
        let isChosen = draft.chosen.contains(place)
        let box = isMultiple ? (isChosen ? "[x]" : "[ ]") : (isChosen ? "(•)" : "( )")
        let lead = Line([
            Span(draft.reached == place ? "› " : "  ", [.bold, .accent]),
            Span(box, isChosen ? [.bold, .accent] : .dim), Span(" \(letter(place))  ", .bold),
        ])
        return hang(lead, width: min(width, 88)) { running(option.text, isChosen ? .bold : [], width: $0) }
    }

    private func choiceFooter(_ choice: Choice, _ view: SessionView) -> [Line] {
        let last = letter(max(0, choice.options.count - 1))
        let hints = [
            KeyHint("A–\(last)", choice.isMultiple ? Words.tick : Words.choose),
            KeyHint(say(Words.enterKey), Words.submit),
        ]
        let sentence = choice.isMultiple ? Words.typeSeveral(upTo: last) : Words.typeOne(upTo: last)
        return footer(special: hints, sentences: [sentence], commands(in: view))
    }

    private func commands(in view: SessionView) -> [Command] {
        (view.canPrevious ? [.back] : []) + [.map, .help, .quit]
    }

    private func addField(
        _ field: LineEditor, label: Sentence, hint: Sentence, in view: SessionView, to screen: inout Screen,
        after body: inout [Line]
    ) {
        if isPlain {
            screen.footer = footer(sentences: [hint], commands(in: view))
            return
        }
        body += paragraph(label, .bold)
        let width = max(2, min(self.width, 80) - 2)
        let lines = wrapKeepingBlanks([Span(field.text, .underlined), Span(" ", .underlined)], width: width)
        let upToCursor = wrapKeepingBlanks([Span(field.before), Span(" ")], width: width)
        let start = body.count
        body += lines.map { Line([Span("› ", .accent)]) + $0 }
        let line = min(upToCursor.count, lines.count) - 1
        screen.cursor = .init(line: start + line, column: 2 + max(0, (upToCursor.last?.width ?? 1) - 1))
        screen.focus = start..<body.count
        let hints = [
            KeyHint(say(Words.enterKey), Words.submit), KeyHint(say(Words.escapeKey), Words.toMap),
            KeyHint("F1", Words.toHelp), KeyHint("Ctrl-C", Words.quit),
        ]
        screen.footer = keys(hints)
    }
}
