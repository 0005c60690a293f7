internal import CourseModel

/// Blocks of a lesson or question as HTML: headings in their order, call-outs named, tables that scroll alone.
struct LessonHTML {
    /// Where the pictures of the package are, without a slash at the end.
    let files: String
    let language: Language
    /// The size of a picture of the package, where it is known; then nothing moves when it comes.
    var size: (String) -> PictureSize? = { _ in nil }
    /// What the words of the page mean; a word that is not in it has its meaning behind it.
    var glossary = Glossary(of: [])
    private var level: Int

    /// The blocks come under a heading of the level given.
    init(files: String, language: Language, under level: Int = 1) {
        (self.files, self.language, self.level) = (files, language, level)
    }

    /// Blocks in their order.
    mutating func blocks(_ blocks: [Block]) -> HTML {
        var html = HTML()
        for block in blocks { draw(block, into: &html) }
        return html
    }

    private mutating func draw(_ block: Block, into html: inout HTML) {
        switch block {
        case .heading(let wanted, let inlines): heading(wanted, inlines, into: &html)
        case .paragraph(let inlines):
            html.tag("<p>")
            html.append(self.inlines(inlines))
            html.tag("</p>\n")
        case .list(let start, let items): list(start, items, into: &html)
        case .quote(let inside):
            html.tag("<blockquote>")
            html.append(blocks(inside))
            html.tag("</blockquote>\n")
        case .callout(let kind, let title, let inside): callout(kind, title, inside, into: &html)
        case .table(let table): self.table(table, into: &html)
        case .code(_, let text):
            html.tag("<pre tabindex=\"0\"><code>")
            html.text(text)
            html.tag("</code></pre>\n")
        case .image(let path, let alternative, let title):
            html.tag("<figure>")
            image(path, alternative, into: &html)
            if let title, !title.isEmpty { html.element("figcaption", title) }
            html.tag("</figure>\n")
        }
    }

    /// A heading never skips a level, whatever the author wrote.
    private mutating func heading(_ wanted: Int, _ inlines: [Inline], into html: inout HTML) {
        level = max(2, min(wanted, level + 1, 6))
        let names: [(StaticString, StaticString)] = [
            ("<h2>", "</h2>\n"), ("<h3>", "</h3>\n"), ("<h4>", "</h4>\n"), ("<h5>", "</h5>\n"), ("<h6>", "</h6>\n"),
        ]
        let (open, close) = names[level - 2]
        html.tag(open)
        html.append(self.inlines(inlines))
        html.tag(close)
    }

    private mutating func list(_ start: Int?, _ items: [[Block]], into html: inout HTML) {
        if let start { html.open("ol", ("start", start == 1 ? nil : "\(start)")) } else { html.tag("<ul>") }
        for item in items {
            html.tag("<li>")
            if case .paragraph(let inlines)? = item.first {
                html.append(self.inlines(inlines))
                html.append(blocks(Array(item.dropFirst())))
            } else {
                html.append(blocks(item))
            }
            html.tag("</li>\n")
        }
        html.tag(start == nil ? "</ul>\n" : "</ol>\n")
    }

    private mutating func callout(
        _ kind: Block.Callout, _ title: String?, _ inside: [Block], into html: inout HTML
    ) {
        let name = Words.callout(kind).text(language)
        let whole = title.map { "\(name) – \($0)" } ?? name
        html.open("div", ("class", "callout callout-\(kind.rawValue)"), ("role", "note"), ("aria-label", whole))
        html.tag("<p class=\"callout-title\"><span class=\"callout-kind\">")
        html.text(name)
        html.tag("</span>")
        if let title {
            html.tag(" ")
            html.text(title)
        }
        html.tag("</p>")
        html.append(blocks(inside))
        html.tag("</div>\n")
    }

    private func table(_ table: Table, into html: inout HTML) {
        html.open(
            "div", ("class", "table"), ("role", "region"), ("aria-label", Words.table.text(language)), ("tabindex", "0")
        )
        html.tag("<table><thead><tr>")
        for (place, cell) in table.header.enumerated() { self.cell(cell, place, table, "th", into: &html) }
        html.tag("</tr></thead><tbody>")
        for row in table.rows {
            html.tag("<tr>")
            for (place, cell) in row.enumerated() { self.cell(cell, place, table, "td", into: &html) }
            html.tag("</tr>")
        }
        html.tag("</tbody></table></div>\n")
    }

    private func cell(
        _ cell: [Inline], _ place: Int, _ table: Table, _ name: StaticString, into html: inout HTML
    ) {
        let alignment = table.alignments.indices.contains(place) ? table.alignments[place] : .leading
        let isHeader = "\(name)" == "th" && !cell.plainText.isEmpty
        html.open(
            isHeader ? "th" : "td", ("scope", isHeader ? "col" : nil),
            ("class", alignment == .leading ? nil : alignment.rawValue))
        html.append(inlines(cell))
        html.close(isHeader ? "th" : "td")
    }

    /// Running text.
    func inlines(_ inlines: [Inline]) -> HTML {
        var html = HTML()
        for inline in inlines { draw(inline, into: &html) }
        return html
    }

    private func draw(_ inline: Inline, into html: inout HTML) {
        switch inline {
        case .text(let text): html.text(text)
        case .emphasis(let inside): wrap(inside, "<em>", "</em>", into: &html)
        case .strong(let inside): wrap(inside, "<strong>", "</strong>", into: &html)
        case .strikethrough(let inside): wrap(inside, "<del>", "</del>", into: &html)
        case .code(let text): html.element("code", text)
        case .lineBreak: html.tag("<br>")
        case .image(let path, let alternative): image(path, alternative, into: &html)
        case .link(let destination, let inside):
            guard LessonHTML.isSafe(destination) else { return html.append(inlines(inside)) }
            html.open("a", ("href", destination), ("rel", "noreferrer"))
            html.append(inlines(inside))
            html.tag("</a>")
        case .term(let inside, let meaning): term(inside, meaning, into: &html)
        }
    }

    /// A button that opens the meaning, without a script.
    private func term(_ inside: [Inline], _ meaning: String, into html: inout HTML) {
        guard let place = glossary.place(of: .init(word: inside.plainText, meaning: meaning)) else {
            html.append(inlines(inside))
            return html.text(" (\(meaning))")
        }
        html.open("button", ("type", "button"), ("class", "term"), ("popovertarget", "term-\(place)"))
        html.append(inlines(inside))
        html.tag("</button>")
    }

    /// The meanings, closed until a word of the page opens one; nothing without words.
    func meanings() -> HTML {
        var html = HTML()
        for (place, entry) in glossary.entries.enumerated() {
            html.open("div", ("class", "meaning"), ("id", "term-\(place)"), ("popover", "auto"))
            html.tag("<p>")
            html.element("strong", entry.word)
            html.text(language == .french ? "\u{A0}: \(entry.meaning)" : ": \(entry.meaning)")
            html.tag("</p>")
            html.open(
                "button", ("type", "button"), ("class", "chip"), ("popovertarget", "term-\(place)"),
                ("popovertargetaction", "hide"))
            html.text(Words.closeMeaning.text(language))
            html.tag("</button></div>\n")
        }
        return html
    }

    private func wrap(_ inside: [Inline], _ open: StaticString, _ close: StaticString, into html: inout HTML) {
        html.tag(open)
        html.append(inlines(inside))
        html.tag(close)
    }

    private func image(_ path: String, _ alternative: String, into html: inout HTML) {
        let known = size(path)
        let encoded = path.split(separator: "/").map { Fields.encoded(String($0)) }.joined(separator: "/")
        html.open(
            "img", ("src", "\(files)/\(encoded)"), ("alt", alternative), ("width", known.map { "\($0.width)" }),
            ("height", known.map { "\($0.height)" }))
    }

    /// Only what opens a page or a letter.
    private static func isSafe(_ destination: String) -> Bool {
        ["https://", "http://", "mailto:"].contains { destination.lowercased().hasPrefix($0) }
    }
}
