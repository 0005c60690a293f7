internal import Assessment
internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning

extension Call {
    /// The player as the session stands.
    func playerPage(_ enrolled: Enrolled, status: HTTPResponse.Status = .ok, _ typed: Typed? = nil) -> Response {
        var values = values(of: enrolled)
        let view = enrolled.standing.view
        switch view.phase {
        case .none: return page("start", view.courseTitle, values)
        case .suspended:
            values["isPaused"] = true
            return page("pause", say(Words.all["pausedTitle"]), values)
        case .ended: return page("pause", say(Words.all["endedTitle"]), values)
        case .active: break
        }
        switch view.current {
        case .lesson(let id, let lesson, let screen):
            return lessonPage(enrolled, id, lesson, screen, &values)
        case .quiz(let quiz): return quizPage(enrolled, quiz, status, typed, &values)
        case .web(_, let title, _):
            return page("foreign", title, values)
        case .map, .ended: return page("choose", view.courseTitle, values)
        }
    }

    private func lessonPage(
        _ enrolled: Enrolled, _ id: ActivityID, _ lesson: Lesson, _ screen: Int, _ values: inout [String: Any]
    ) -> Response {
        let key = DrawnLessons.Key(
            version: enrolled.edition.version, activity: id, screen: screen, language: language)
        let drawn = shell.drawn.screen(key) { draw(lesson.screens[screen], of: lesson, in: enrolled) }
        values["lesson"] = lesson.title
        values["heading"] = drawn.title
        values["body"] = drawn.html
        values["place"] = say(Words.page(screen + 1, of: lesson.screens.count))
        values["previousScreen"] = screen > 0 ? "screen:\(screen - 1)" : nil
        values["nextScreen"] = screen + 1 < lesson.screens.count ? "screen:\(screen + 1)" : nil
        values["sources"] = screen + 1 == lesson.screens.count ? lesson.sources : [String]()
        return page("lesson", "\(drawn.title) – \(lesson.title)", values)
    }

    private func draw(_ screen: Lesson.Screen, of lesson: Lesson, in enrolled: Enrolled) -> DrawnLessons.Screen {
        var blocks = screen.blocks[...]
        var title = lesson.title
        if case .heading(_, let inlines)? = blocks.first {
            title = inlines.plainText
            blocks = blocks.dropFirst()
        }
        var html = LessonHTML(files: "\(enrolled.path)/files/\(enrolled.edition.version)", language: language)
        return DrawnLessons.Screen(title: title, html: html.blocks(Array(blocks)).description)
    }

    private func quizPage(
        _ enrolled: Enrolled, _ quiz: QuizView, _ status: HTTPResponse.Status, _ typed: Typed?,
        _ values: inout [String: Any]
    ) -> Response {
        values["quiz"] = quiz.quiz.title
        if let next = quiz.nextItem, quiz.quiz.items.indices.contains(next) {
            let item = quiz.quiz.items[next]
            var html = LessonHTML(files: "\(enrolled.path)/files/\(enrolled.edition.version)", language: language)
            values["item"] = item.id
            values["prompt"] = html.blocks(item.prompt).description
            values["place"] = say(Words.question(next + 1, of: quiz.quiz.items.count))
            values["trouble"] = typed.map { say($0.trouble) }
            switch item.interaction {
            case .choice(let choice):
                values["choice"] = choice.options.map { option in
                    [
                        "id": option.id, "type": choice.isMultiple ? "checkbox" : "radio",
                        "html": html.inlines(option.text).description,
                        "isChosen": typed?.response.values.contains(option.id) ?? false,
                    ] as [String: Any]
                }
            case .textEntry, .numericEntry: values["entry"] = ["value": typed?.response.values.first ?? ""]
            }
            return page("question", quiz.quiz.title, status: status, values)
        }
        return page("result", quiz.quiz.title, values)
    }
}
