internal import CourseModel
internal import Learning

/// The steps of the path as nested lists of buttons, for a form that sends `choice:ID`.
struct TableOfContents {
    private(set) var html = HTML()

    init(_ outline: [OutlineEntry], _ language: Language) {
        var open: [Int] = []
        for entry in outline {
            while let last = open.last, last > entry.depth {
                html.tag("</li></ol>")
                open.removeLast()
            }
            if open.last == entry.depth {
                html.tag("</li>")
            } else {
                html.tag("<ol>")
                open.append(entry.depth)
            }
            draw(entry, language)
        }
        for _ in open { html.tag("</li></ol>") }
    }

    private mutating func draw(_ entry: OutlineEntry, _ language: Language) {
        html.open("li", ("class", "step \(entry.look)"))
        html.open(
            "button", ("name", "request"), ("value", "choice:\(entry.id)"), ("data-activity-id", entry.id.text),
            ("data-status", entry.status.rawValue), ("data-reason", entry.lock?.reason),
            ("aria-disabled", entry.isOpen ? nil : "true"), ("aria-current", entry.isCurrent ? "step" : nil))
        html.element("span", entry.title, ("class", "step-title"))
        html.tag(" <span class=\"step-state\">")
        html.text(entry.words.text(language))
        html.tag("</span></button>")
    }
}

extension OutlineEntry {
    /// The class of its drawing: `here`, `done`, `failed`, `begun`, `open`, `locked`.
    var look: String {
        if isCurrent { return "here" }
        switch status {
        case .completed, .passed: return "done"
        case .failed: return "failed"
        case .inProgress: return "begun"
        case .notStarted: return isOpen ? "open" : "locked"
        }
    }

    /// How far one is, and whether it is here or locked, in words.
    var words: Sentence {
        if isCurrent { return Words.here }
        return !isOpen && status == .notStarted ? Words.locked : Words.status(status)
    }
}
