internal import Assessment
internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning
internal import Packaging

extension Call {
    /// The player as the session stands.
    func playerPage(
        _ enrolled: Enrolled, status: HTTPResponse.Status = .ok, said: Sentence? = nil, _ typed: Typed? = nil
    ) -> Response {
        var values = playerValues(of: enrolled)
        values["said"] = said.map { say($0) }
        let view = enrolled.standing.view
        switch view.phase {
        case .none:
            return page("start", "\(say(Words.all["startTitle"])) – \(view.courseTitle)", status: status, values)
        case .suspended, .ended: return pausePage(view, status, &values)
        case .active: break
        }
        switch view.current {
        case .lesson(let id, let lesson, let screen):
            return lessonPage(enrolled, id, lesson, screen, status, &values)
        case .quiz(let quiz):
            if let asked = query["feedback"], status == .ok,
                let item = quiz.quiz.items.first(where: { $0.id == asked }),
                let answer = quiz.answers[asked]
            {
                return feedbackPage(enrolled, quiz, item, answer, &values)
            }
            return quizPage(enrolled, quiz, status, typed, &values)
        case .web(_, let title, _): return contentPage(enrolled, title, status: status, values)
        case .map, .ended: return page("choose", say(Words.all["map"]), status: status, values)
        }
    }

    private func pausePage(_ view: SessionView, _ status: HTTPResponse.Status, _ values: inout [String: Any])
        -> Response
    {
        let isDone = view.progress.value >= 1
        let name = view.phase == .suspended ? "paused" : isDone ? "finished" : "ended"
        values["text"] = say(Words.all["\(name)Text"])
        return page("pause", say(Words.all["\(name)Title"]), status: status, values)
    }

    private func lessonPage(
        _ enrolled: Enrolled, _ id: ActivityID, _ lesson: Lesson, _ screen: Int, _ status: HTTPResponse.Status,
        _ values: inout [String: Any]
    ) -> Response {
        let key = DrawnLessons.Key(
            version: enrolled.edition.version, activity: id, screen: screen, language: language)
        let drawn = shell.drawn.screen(key) { draw(lesson.screens[screen], of: lesson, in: enrolled) }
        let isLast = screen + 1 == lesson.screens.count
        values["lesson"] = lesson.title
        values["heading"] = drawn.title
        values["body"] = drawn.html
        values["screen"] = screen
        values["place"] = say(Words.page(screen + 1, of: lesson.screens.count))
        values["dots"] = Dots(done: { $0 < screen }, here: screen, of: lesson.screens.count).html.description
        values["previousScreen"] = screen > 0 ? "screen:\(screen - 1)" : nil
        values["nextScreen"] = isLast ? nil : "screen:\(screen + 1)"
        if isLast, !lesson.sources.isEmpty { values["sources"] = ["list": lesson.sources] }
        if let seconds = lesson.durationSeconds {
            let left = seconds * Int64(lesson.screens.count - screen) / Int64(max(1, lesson.screens.count))
            values["timeLeft"] = say(Words.timeLeft(left))
        }
        let note = enrolled.standing.notes.first { $0.activity == id && $0.screen == screen }
        values["noteText"] = note.flatMap { $0.text.isEmpty ? nil : $0.text }
        values["isMarked"] = note?.isBookmark ?? false
        return page("lesson", "\(drawn.title) – \(lesson.title)", status: status, values)
    }

    private func draw(_ screen: Lesson.Screen, of lesson: Lesson, in enrolled: Enrolled) -> DrawnLessons.Screen {
        let (title, blocks) = screen.blocks.headed(orElse: lesson.title)
        var html = LessonHTML(enrolled, language)
        let files = enrolled.edition.files
        html.size = { path in (try? files.read(path)).flatMap { PictureSize($0) } }
        html.glossary = Glossary(of: blocks)
        return DrawnLessons.Screen(title: title, html: html.blocks(blocks).description + html.meanings().description)
    }

    /// What the player's pages have in common.
    private func playerValues(of enrolled: Enrolled) -> [String: Any] {
        let view = enrolled.standing.view
        var values = values(of: enrolled)
        values["canContinue"] = view.canContinue
        values["canPrevious"] = view.canPrevious
        values["seen"] = enrolled.standing.position.map(String.init).joined(separator: ".")
        values["toc"] = shell.contents.html(tableOfContents(enrolled), language)
        values.merge(controls(enrolled.standing.controls)) { first, _ in first }
        return values
    }

    /// A request that was refused: of an answer, the question again with what was typed; else why, and the way out.
    func refused(_ lock: Lock, _ enrolled: Enrolled, _ wish: Wish) -> Response {
        if case .answer(let item, let response)? = wish.request {
            let typed = Typed(item: item, response: response, trouble: lock.sentence)
            if case .quiz(let quiz) = enrolled.standing.view.current, quiz.isAsking(item) {
                return playerPage(enrolled, status: .unprocessableContent, typed)
            }
            return playerPage(enrolled, status: .conflict, said: Words.stale(lock.sentence, response.values))
        }
        if lock.reason == "stale" { return playerPage(enrolled, status: .conflict, said: lock.sentence) }
        var values = playerValues(of: enrolled)
        let ways = enrolled.standing.view.outline.filter { lock.wayOut.contains($0.id) }
        values["why"] = say(lock.sentence)
        values["hasWays"] = !ways.isEmpty
        values["ways"] = ways.map { ["id": $0.id.text, "title": $0.title] }
        return page("why", say(Words.all["whyTitle"]), status: .conflict, values)
    }
}

extension QuizView {
    /// This item is the one without an answer that is next.
    func isAsking(_ item: String) -> Bool {
        nextItem.map { quiz.items.indices.contains($0) && quiz.items[$0].id == item } ?? false
    }
}

extension [Block] {
    /// The first heading as plain text, or what stands in for it, and the blocks without it.
    func headed(orElse title: String) -> (title: String, rest: [Block]) {
        guard case .heading(_, let inlines)? = first else { return (title, self) }
        return (inlines.plainText, Array(dropFirst()))
    }
}

extension Item {
    /// The question itself, and what is said to it: the dialect writes the question first.
    var asked: (question: String, rest: [Block]) {
        guard case .paragraph(let inlines)? = prompt.first else {
            let (title, rest) = prompt.headed(orElse: id)
            return (title, rest)
        }
        return (inlines.plainText, Array(prompt.dropFirst()))
    }
}

extension LessonHTML {
    /// A drawer of what a course holds.
    init(_ enrolled: Enrolled, _ language: Language, under level: Int = 1) {
        self.init(files: "\(enrolled.path)/files/\(enrolled.edition.version)", language: language, under: level)
    }
}
