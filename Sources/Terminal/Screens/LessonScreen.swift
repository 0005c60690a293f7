import CourseModel
import Learning

extension Drawing {
    /// A page of a lesson.
    func lessonScreen(_ view: SessionView, _ lesson: Lesson, page: Int) -> Screen {
        let last = max(0, lesson.screens.count - 1)
        let page = min(max(0, page), last)
        var body: [Line] = []
        if page == 0, let time = duration(lesson.durationSeconds ?? view.currentDuration) {
            body += paragraph(say(Words.lesson) + dot + time, .dim) + [.empty]
        }
        let aims = lesson.objectives.map(\.text).filter { !$0.isEmpty }
        if page == 0, !aims.isEmpty {
            body += aims.flatMap { paragraph(say(Words.objective($0)), .dim) } + [.empty]
        }
        if lesson.screens.indices.contains(page) {
            body += blocks(lesson.screens[page].blocks) + meanings(Glossary(of: lesson.screens[page].blocks))
        }
        if page == last, !lesson.sources.isEmpty {
            body += [.empty] + paragraph("\(say(Words.sources)) \(lesson.sources.joined(separator: dot))", .dim)
        }
        let isFirst = page == 0 && !view.canPrevious
        let isLast = page == last && !view.canContinue
        let commands: [Command] =
            (isLast ? [] : [.next]) + (isFirst ? [] : [.back]) + [.map] + why(view) + [.help, .quit]
        let place = last > 0 ? say(Words.screen(page + 1, of: last + 1)) : nil
        return Screen(
            header: header(view, lesson.title) + plainPlace(place), body: body,
            footer: footer(sentences: isLast ? [] : [Words.enterAlone], commands), place: place)
    }

    /// What the underlined words of a page mean, below it.
    private func meanings(_ glossary: Glossary) -> [Line] {
        guard !glossary.entries.isEmpty else { return [] }
        let lines = glossary.entries.flatMap { paragraph(say(Words.meaning(of: $0.word, $0.meaning)), .dim) }
        return [.empty] + paragraph(say(Words.glossary), .bold) + lines
    }

    /// In plain mode the place in a lesson or quiz belongs to the top, where it is read first.
    func plainPlace(_ place: String?) -> [Line] {
        guard isPlain, let place else { return [] }
        return paragraph(place)
    }

    /// Content that only a browser can show.
    func webScreen(_ view: SessionView, title: String) -> Screen {
        let commands: [Command] =
            (view.canContinue ? [.next] : []) + (view.canPrevious ? [.back] : []) + [.map] + why(view) + [.help, .quit]
        return Screen(
            header: header(view, title),
            body: paragraph(Words.inBrowser, .bold) + [.empty] + paragraph(Words.notShownHere),
            footer: footer(sentences: view.canContinue ? [Words.enterAlone] : [], commands))
    }

    /// The learner left, or the course is over.
    func endScreen(_ view: SessionView) -> Screen {
        let isDone = view.progress.value >= 1
        return Screen(
            header: header(view, say(Words.end)),
            body: paragraph(isDone ? Words.courseDone : Words.sessionEnded, isDone ? [.bold, .good] : .bold)
                + [.empty] + paragraph(Words.resumeLater),
            footer: footer([.map, .help, .quit]))
    }
}

extension SessionView {
    /// What the course says that the current activity takes.
    var currentDuration: Int64? { currentEntry.flatMap { outline[$0].durationSeconds } }
}
