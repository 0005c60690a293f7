internal import CourseModel
internal import Learning

/// The steps of the path as nested lists of buttons, for a form that sends `choice:ID`.
struct TableOfContents {
    private(set) var html = HTML()

    init(_ outline: [OutlineEntry], _ language: Language) {
        html = HTML.nested(outline) { entry, html in
            html.open("li", ("class", "step \(entry.look.rawValue)"))
            html.open(
                "button", ("name", "request"), ("value", "choice:\(entry.id)"), ("data-activity-id", entry.id.text),
                ("data-status", entry.status.rawValue), ("data-reason", entry.lock?.reason),
                ("aria-disabled", entry.isOpen ? nil : "true"), ("aria-current", entry.isCurrent ? "step" : nil))
            html.append(entry.look.icon)
            html.element("span", entry.title, ("class", "step-title"))
            html.tag(" ")
            html.element("span", entry.words.text(language), ("class", "step-state"), ("lang", language.rawValue))
            html.tag("</button>")
        }
    }
}

extension HTML {
    /// Nested ordered lists of an outline; `draw` begins each item, which is closed after what lies below it.
    static func nested(_ outline: [OutlineEntry], draw: (OutlineEntry, inout HTML) -> Void) -> HTML {
        var html = HTML()
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
            draw(entry, &html)
        }
        for _ in open { html.tag("</li></ol>") }
        return html
    }
}
