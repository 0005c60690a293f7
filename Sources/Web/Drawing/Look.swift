internal import CourseModel
internal import Learning

/// How a step is drawn: a class, a picture and words, so that nothing is told by colour alone.
enum Look: String, CaseIterable, Sendable {
    case done, here, begun, open, failed, locked

    /// Its picture, from the pictures that every page holds; said in words elsewhere.
    var icon: HTML {
        switch self {
        case .done: HTML(markup: "<svg aria-hidden=\"true\"><use href=\"#i-done\"/></svg>")
        case .here: HTML(markup: "<svg aria-hidden=\"true\"><use href=\"#i-here\"/></svg>")
        case .begun: HTML(markup: "<svg aria-hidden=\"true\"><use href=\"#i-begun\"/></svg>")
        case .open: HTML(markup: "<svg aria-hidden=\"true\"><use href=\"#i-open\"/></svg>")
        case .failed: HTML(markup: "<svg aria-hidden=\"true\"><use href=\"#i-failed\"/></svg>")
        case .locked: HTML(markup: "<svg aria-hidden=\"true\"><use href=\"#i-locked\"/></svg>")
        }
    }

    /// What it means, for the key of the figure.
    var meaning: Sentence {
        switch self {
        case .done: Words.status(.completed)
        case .here: Words.here
        case .begun: Words.status(.inProgress)
        case .open: Words.status(.notStarted)
        case .failed: Words.status(.failed)
        case .locked: Words.locked
        }
    }
}

extension OutlineEntry {
    /// How it is drawn.
    var look: Look {
        if isCurrent { return .here }
        switch status {
        case .completed, .passed: return .done
        case .failed: return .failed
        case .inProgress: return .begun
        case .notStarted: return isOpen || lock == nil ? .open : .locked
        }
    }

    /// How far one is, and whether it is here or locked, in words.
    var words: Sentence {
        let said = look == .locked ? Words.locked : Words.status(status)
        guard isCurrent else { return said }
        return Sentence(fr: "\(Words.here.french), \(said.french)", en: "\(Words.here.english), \(said.english)")
    }

    /// The fragment that names it in a page.
    var anchor: String { "step-\(Fields.encoded(id.text))" }
}
