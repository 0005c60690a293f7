import Assessment
import CourseModel
import Learning

/// What a learner looks at: the session, and what only this terminal knows (a map unfolded, an answer half typed).
struct Visit: Hashable, Sendable {
    /// What lies over the course.
    enum Place: Hashable, Sendable {
        case course, map, help
        /// Without a title, what was asked for is not possible now.
        case why(title: String?, Lock)
        /// The answer just given to an item.
        case feedback(item: String)
    }

    /// What follows from a key or a typed line.
    enum Act: Hashable, Sendable {
        case stay
        case ask(LearnerRequest)
        case quit
    }

    private(set) var view: SessionView
    var place = Place.course
    /// A place in the outline.
    var selected = 0
    var draft = Draft()
    var scroll = 0
    /// The focus has moved and must come into sight.
    var follows = true
    /// Said once, above the keys.
    var notice: Sentence?
    /// Lines of the body in sight and in all, as last drawn.
    private var height = 1
    private var total = 1

    /// Starts where the learner is.
    init(_ view: SessionView) {
        self.view = view
        selected = view.currentEntry ?? 0
    }

    /// The place on show: a session without content shows its map.
    var shown: Place { place == .course && view.current == .map ? .map : place }

    /// The quiz before the learner, if one is.
    var quiz: QuizView? { if case .quiz(let quiz) = view.current { quiz } else { nil } }

    /// The question before the learner, if one is on show.
    var item: Item? {
        guard shown == .course, let quiz, let next = quiz.nextItem, quiz.quiz.items.indices.contains(next) else {
            return nil
        }
        return quiz.quiz.items[next]
    }

    /// The screen on show.
    func screen(_ drawing: Drawing) -> Screen {
        switch shown {
        case .map: return drawing.mapScreen(view, selected: selected)
        case .help: return drawing.helpScreen(view)
        case .why(let title, let lock): return drawing.whyScreen(view, title: title, lock: lock)
        case .feedback(let item):
            if let quiz { return drawing.feedbackScreen(view, quiz, item: item) }
        case .course: break
        }
        switch view.current {
        case .map: return drawing.mapScreen(view, selected: selected)
        case .lesson(_, let lesson, let page): return drawing.lessonScreen(view, lesson, page: page)
        case .web(_, let title, _): return drawing.webScreen(view, title: title)
        case .ended: return drawing.endScreen(view)
        case .quiz(let quiz):
            guard let next = quiz.nextItem else { return drawing.resultScreen(view, quiz) }
            return drawing.questionScreen(view, quiz, item: next, draft: draft)
        }
    }

    /// The part of the screen that fits; remembers how far one can scroll.
    mutating func frame(_ drawing: Drawing, rows: Int) -> Frame {
        let notice = notice.map { drawing.notice($0) } ?? []
        let frame = drawing.frame(screen(drawing), notice: notice, rows: rows, scroll: scroll, follow: follows)
        (scroll, height, total) = (frame.scroll, frame.height, frame.total)
        follows = false
        return frame
    }

    /// Moves the text by lines; `frame` makes it fit.
    mutating func scroll(by lines: Int) { scroll = max(0, min(scroll + lines, max(0, total - height))) }

    /// One screen less a line, so that the eye finds its place again.
    var pageLength: Int { max(1, height - 1) }

    /// The end of the text is in sight.
    var isAtEnd: Bool { scroll + height >= total }

    /// Shows another place from its top.
    mutating func show(_ place: Place) {
        self.place = place
        scroll = 0
        follows = true
        if place == .map { selected = min(view.currentEntry ?? 0, max(0, view.outline.count - 1)) }
    }

    /// Takes what the engine answered to a request.
    mutating func take(_ reply: TerminalShell.Reply, to request: LearnerRequest) {
        switch (reply, request) {
        case (.view(let fresh), .answer(let item, _)):
            adopt(fresh)
            show(quiz?.answers[item] == nil ? .course : .feedback(item: item))
        case (.view(let fresh), _):
            adopt(fresh)
            show(.course)
        case (.refused(let fresh, let lock), .answer):
            adopt(fresh)
            notice = lock.sentence
        case (.refused(let fresh, let lock), let request):
            adopt(fresh)
            if case .navigate(.choice(let id)) = request {
                show(.why(title: view.title(of: id), lock))
            } else {
                show(.why(title: nil, lock))
            }
        case (.failed(let sentence), _), (.over(let sentence), _): notice = sentence
        }
    }

    /// Takes what another terminal or browser did; true when the learner is somewhere else now.
    mutating func catchUp(with fresh: SessionView) -> Bool {
        guard fresh != view else { return false }
        let hasMoved = fresh.current != view.current
        adopt(fresh)
        guard hasMoved else { return false }
        switch place {
        case .course, .feedback: show(.course)
        case .map, .help, .why: break
        }
        notice = Words.elsewhere
        return true
    }

    private mutating func adopt(_ fresh: SessionView) {
        let before = quiz.map { Question($0) }
        view = fresh
        selected = min(selected, max(0, fresh.outline.count - 1))
        if quiz.map({ Question($0) }) != before { draft = Draft() }
    }

    /// Which question, of which attempt: a draft belongs to one.
    private struct Question: Hashable {
        let quiz: ActivityID, attempt: Int, next: Int?
        init(_ view: QuizView) { (quiz, attempt, next) = (view.id, view.attempt, view.nextItem) }
    }
}

extension Drawing {
    /// What the terminal says once.
    func notice(_ sentence: Sentence) -> [Line] {
        isPlain ? paragraph(sentence) : wrap([Span("! " + say(sentence), [.bold, .warning])], width: width)
    }
}
