internal import CourseModel
internal import Learning

/// The path in words: every step with its state, how long it takes, why it is locked and what opens it.
struct StepsList {
    private(set) var html = HTML()
    private let action: String
    private let language: Language
    private let outline: [OutlineEntry]

    /// `action` is where a button sends `choice:ID`.
    init(_ outline: [OutlineEntry], action: String, _ language: Language) {
        (self.action, self.language, self.outline) = (action, language, outline)
        let steps = outline.filter { $0.depth > 0 }
        let nested = HTML.nested(steps) { entry, html in
            html.tag("<li>")
            draw(entry, into: &html)
        }
        html = nested
    }

    private func draw(_ entry: OutlineEntry, into html: inout HTML) {
        html.open("article", ("id", entry.anchor))
        html.tag("<div class=\"line\"><div>")
        if entry.depth == 1 { html.element("h3", entry.title) } else { html.element("h4", entry.title) }
        html.open("p", ("class", "about"), ("lang", language.rawValue))
        html.open("span", ("class", "state \(entry.look.rawValue)"))
        html.append(entry.look.icon)
        html.text(entry.words.text(language))
        html.tag("</span>")
        if let seconds = entry.durationSeconds { html.text(" · " + Words.duration(seconds).text(language)) }
        if let measure = entry.measure { html.text(" · " + Words.percent(measure.value).text(language)) }
        html.tag("</p></div>")
        if entry.isLeaf, entry.isOpen { button(entry, into: &html) }
        html.tag("</div>")
        if let lock = entry.lock, !entry.isOpen { draw(lock, of: entry, into: &html) }
        html.tag("</article>")
    }

    private func button(_ entry: OutlineEntry, into html: inout HTML) {
        html.open("form", ("method", "post"), ("action", action))
        html.open(
            "button", ("class", "plain quiet"), ("name", "request"), ("value", "choice:\(entry.id)"),
            ("data-activity-id", entry.id.text), ("data-status", entry.status.rawValue), ("lang", language.rawValue))
        html.text((entry.isCurrent ? Words.resume : Words.openStep).text(language))
        html.element("span", " \(entry.title)", ("class", "hidden"))
        html.tag("</button></form>")
    }

    private func draw(_ lock: Lock, of entry: OutlineEntry, into html: inout HTML) {
        let parent = outline.last { $0.depth < entry.depth && $0.lock == lock }
        guard parent == nil || entry.depth == 1 else { return }
        html.open("p", ("class", "lock"), ("lang", language.rawValue), ("data-reason", lock.reason))
        html.text(lock.sentence.text(language))
        for way in lock.wayOut {
            guard let target = outline.first(where: { $0.id == way }) else { continue }
            html.tag(" ")
            html.element(
                "a", Words.seeStep(target.title).text(language), ("href", "#\(target.anchor)"))
        }
        html.tag("</p>")
    }
}
