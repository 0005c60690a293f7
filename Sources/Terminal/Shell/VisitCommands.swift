import Assessment
import CourseModel
import Learning

extension Visit {
    /// Does what a command means where the learner is.
    mutating func follow(_ command: Command) -> Act {
        switch command {
        case .next: return next()
        case .back: return back()
        case .map: show(shown == .map ? .course : .map)
        case .help: show(shown == .help ? .course : .help)
        case .why(let number): explain(number)
        case .retry: return retry()
        case .quit: return .quit
        }
        return .stay
    }

    private mutating func next() -> Act {
        switch shown {
        case .map where view.current == .map: return .ask(.navigate(.continue))
        case .map, .help, .why, .feedback:
            show(.course)
            return .stay
        case .course: break
        }
        switch view.current {
        case .lesson(_, let lesson, let page) where page + 1 < lesson.screens.count:
            return .ask(.screen(page + 1))
        case .quiz(let quiz) where quiz.nextItem != nil:
            notice = Words.answerFirst
        case .ended:
            show(.map)
            notice = Words.chooseInMap
        case .map, .lesson, .web, .quiz: return .ask(.navigate(.continue))
        }
        return .stay
    }

    private mutating func back() -> Act {
        switch shown {
        case .map where view.current == .map: return .ask(.navigate(.previous))
        case .map, .help, .why, .feedback:
            show(.course)
            return .stay
        case .course: break
        }
        switch view.current {
        case .lesson(_, _, let page) where page > 0: return .ask(.screen(page - 1))
        case .ended:
            show(.map)
            return .stay
        case .map, .lesson, .web, .quiz: return .ask(.navigate(.previous))
        }
    }

    /// Tells why a step is locked: one by its number, the one selected in the map, or the first that is in the way.
    private mutating func explain(_ number: Int?) {
        if let number {
            guard view.outline.indices.contains(number - 1) else { return notice = Words.noSuchStep("\(number)") }
            return explain(entry: view.outline[number - 1])
        }
        if shown == .map, view.outline.indices.contains(selected), view.outline[selected].isLocked {
            return explain(entry: view.outline[selected])
        }
        if let quiz, quiz.nextItem == nil, let lock = quiz.retryLock {
            return show(.why(title: quiz.quiz.title, lock))
        }
        let after = view.outline.dropFirst(view.currentEntry ?? 0)
        guard let entry = after.first(where: \.isLocked) else { return notice = Words.nothingLocked }
        explain(entry: entry)
    }

    private mutating func explain(entry: OutlineEntry) {
        guard entry.isLocked, let lock = entry.lock else { return notice = Words.nothingLocked }
        show(.why(title: view.title(of: entry.id), lock))
    }

    private mutating func retry() -> Act {
        guard shown == .course, let quiz, quiz.nextItem == nil else {
            notice = Words.noRetry
            return .stay
        }
        if let lock = quiz.retryLock {
            show(.why(title: quiz.quiz.title, lock))
            return .stay
        }
        return .ask(.retry)
    }

    /// Goes to an entry of the map, or says why not.
    mutating func choose(_ place: Int) -> Act {
        guard view.outline.indices.contains(place) else {
            notice = Words.noSuchStep("\(place + 1)")
            return .stay
        }
        let entry = view.outline[place]
        if entry.isCurrent, view.current != .map, view.current != .ended {
            show(.course)
        } else if entry.isOpen {
            return .ask(.navigate(.choice(entry.id)))
        } else if entry.isLocked {
            explain(entry: entry)
        } else {
            notice = Words.onlyGroups
        }
        return .stay
    }

    /// Goes to a step that opens what is locked; counted from 0.
    mutating func chooseWayOut(_ place: Int, of lock: Lock) -> Act {
        guard lock.wayOut.indices.contains(place) else {
            notice = Words.noSuchStep("\(place + 1)")
            return .stay
        }
        return .ask(.navigate(.choice(lock.wayOut[place])))
    }

    /// The draft as an answer, or what is missing.
    mutating func submit(_ item: Item) -> Act {
        switch item.interaction {
        case .choice(let choice):
            if draft.chosen.isEmpty, !choice.isMultiple, let reached = draft.reached { draft.chosen = [reached] }
            let chosen = draft.chosen.sorted().filter(choice.options.indices.contains).map { choice.options[$0].id }
            guard !chosen.isEmpty else {
                notice = Words.nothingChosen(upTo: letter(max(0, choice.options.count - 1)))
                return .stay
            }
            return .ask(.answer(item: item.id, Response(chosen)))
        case .textEntry: return submit(draft.field.text, to: item, isNumber: false)
        case .numericEntry: return submit(draft.field.text, to: item, isNumber: true)
        }
    }

    /// A typed answer; whether a number is right in form is the engine's to say, one without a digit is none.
    mutating func submit(_ text: String, to item: Item, isNumber: Bool) -> Act {
        if text.allSatisfy(\.isWhitespace) {
            notice = Words.nothingTyped
        } else if isNumber, !text.contains(where: \.isNumber) {
            notice = Words.notANumber
        } else {
            return .ask(.answer(item: item.id, Response([text])))
        }
        return .stay
    }
}
