import CourseModel
import Learning

/// A whole screen before it is cut to the height of a terminal.
struct Screen: Hashable, Sendable {
    /// Stays at the top.
    var header: [Line]
    /// Scrolls.
    var body: [Line]
    /// Stays at the bottom: what can be pressed or typed.
    var footer: [Line]
    /// Where in a lesson or quiz one is, beside the rule above the footer.
    var place: String?
    /// Lines of the body to keep in sight.
    var focus: Range<Int>?
    /// `nil` where nothing is typed.
    var cursor: Cursor?

    /// Where typed text goes.
    struct Cursor: Hashable, Sendable {
        /// A line of the body.
        var line: Int
        var column: Int
    }

    /// A screen from its parts.
    init(
        header: [Line], body: [Line], footer: [Line], place: String? = nil, focus: Range<Int>? = nil,
        cursor: Cursor? = nil
    ) {
        self.header = header
        self.body = body
        self.footer = footer
        self.place = place
        self.focus = focus
        self.cursor = cursor
    }

    /// All lines in reading order, a blank line between the parts.
    var linear: [Line] {
        [header, body, footer].filter { !$0.isEmpty }.joined(separator: [.empty]).map { $0 }
    }
}

/// A key and what it does, for the footer.
struct KeyHint: Hashable, Sendable {
    var key: String
    var does: Sentence

    /// A hint from its parts.
    init(_ key: String, _ does: Sentence) {
        self.key = key
        self.does = does
    }
}

extension Drawing {
    /// The top of every screen: course › place, how far the course is, and a rule.
    func header(_ view: SessionView, _ title: String?) -> [Line] {
        let course = view.courseTitle
        if isPlain {
            let named = [course, title ?? ""].filter { !$0.isEmpty }.joined(separator: " – ")
            return wrap([Span(named)], width: width) + wrap(progressBar(view.progress), width: width)
        }
        let bar = Line(progressBar(view.progress))
        var name = [Span(course, title == nil ? .bold : .dim)]
        if let title { name += [Span(" › ", .dim), Span(title, .bold)] }
        let line = Line(name)
        let rule = Line(String(repeating: "─", count: width), .dim)
        if line.width + 3 + bar.width <= width {
            return [line.padded(to: width - bar.width) + bar, rule]
        }
        let lines = wrap(name, width: width)
        let kept = lines.count <= 2 ? lines : [lines[0], Line((title ?? course), .bold).truncated(to: width)]
        return kept + wrap(bar.spans, width: width) + [rule]
    }

    /// Keys and what they do, in as many lines as it takes.
    func keys(_ hints: [KeyHint]) -> [Line] {
        var lines: [Line] = []
        var line = Line.empty
        for hint in hints {
            let item = Line([Span(hint.key, .bold), Span("\u{A0}" + say(hint.does), .dim)])
            if line.spans.isEmpty {
                line = item
            } else if line.width + 3 + item.width <= width {
                line = line + Line("   ") + item
            } else {
                lines.append(line)
                line = item
            }
        }
        if !line.spans.isEmpty { lines.append(line) }
        return lines.map { $0.truncated(to: width) }
    }
}
