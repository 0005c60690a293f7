import CourseModel

/// Blocks inside blocks beyond this depth are not shown: nobody writes them, and drawing must end.
private let deepest = 24

extension Drawing {
    /// Blocks under each other, a blank line between them.
    func blocks(_ blocks: [Block], width: Int? = nil, depth: Int = 0) -> [Line] {
        guard depth < deepest else { return paragraph(say(Words.tooDeep), width: width) }
        var lines: [Line] = []
        for block in blocks {
            let drawn = self.block(block, width: width ?? self.width, depth: depth)
            if !lines.isEmpty, !drawn.isEmpty { lines.append(.empty) }
            lines += drawn
        }
        return lines
    }

    private func block(_ block: Block, width: Int, depth: Int) -> [Line] {
        switch block {
        case .heading(let level, let text): heading(text, level: level, width: width)
        case .paragraph(let text): running(text, width: measure(width))
        case .list(let start, let items): list(items, start: start, width: measure(width), depth: depth)
        case .quote(let inside): quote(inside, width: measure(width), depth: depth)
        case .callout(let kind, let title, let inside):
            callout(kind, title: title, inside, width: measure(width), depth: depth)
        case .table(let table): self.table(table, width: width)
        case .code(_, let text): code(text, width: width)
        case .image(_, let alternative, let title): image(alternative, title: title, width: measure(width))
        }
    }

    /// Running text is set no wider than this, however wide the terminal is.
    private func measure(_ width: Int) -> Int { isPlain ? width : min(width, 80) }

    /// Wrapped running text.
    func running(_ text: [Inline], _ style: Style = [], width: Int) -> [Line] {
        paragraphs(of: text, style).flatMap { wrap($0, width: width) }
    }

    private func heading(_ text: [Inline], level: Int, width: Int) -> [Line] {
        running(text, level == 1 ? [.bold, .accent] : level == 2 ? .bold : [.bold, .dim], width: width)
    }

    private func list(_ items: [[Block]], start: Int?, width: Int, depth: Int) -> [Line] {
        let isLoose = items.contains { item in
            item.contains { block in
                switch block {
                case .heading, .quote, .callout, .table, .code, .image: true
                case .paragraph, .list: false
                }
            } || item.dropFirst().contains { if case .paragraph = $0 { true } else { false } }
        }
        var lines: [Line] = []
        for (place, item) in items.enumerated() {
            if isLoose, place > 0 { lines.append(.empty) }
            let mark = start.map { "\($0.addingReportingOverflow(place).partialValue). " } ?? bullet(depth)
            lines += hang(Line([Span(mark, .accent)]), width: width) { inner in
                isLoose
                    ? blocks(item, width: inner, depth: depth + 1)
                    : item.flatMap { blocks([$0], width: inner, depth: depth + 1) }
            }
        }
        return lines
    }

    private func bullet(_ depth: Int) -> String {
        isPlain ? "- " : depth == 0 ? "• " : depth == 1 ? "◦ " : "▪ "
    }

    private func quote(_ inside: [Block], width: Int, depth: Int) -> [Line] {
        if isPlain { return paragraph(say(Words.quote), width: width) + blocks(inside, width: width, depth: depth + 1) }
        let bar = Line("│ ", .dim)
        return hang(bar, rest: bar, width: width) { blocks(inside, width: $0, depth: depth + 1) }
    }

    private func callout(_ kind: Block.Callout, title: String?, _ inside: [Block], width: Int, depth: Int) -> [Line] {
        let (name, style): (Sentence, Style) =
            switch kind {
            case .exemple: (Words.exemple, .good)
            case .attention: (Words.attention, .warning)
            case .activite: (Words.activite, .accent)
            }
        let label = say(name) + (title.map { $0.isEmpty ? "" : "\(colon)\($0)" } ?? "")
        if isPlain {
            return paragraph(label, width: width) + blocks(inside, width: width, depth: depth + 1)
                + paragraph(say(Words.endOf(name)), width: width)
        }
        let bar = Line("┃ ", style)
        return hang(bar, rest: bar, width: width) { inner in
            paragraph(label, [.bold, style], width: inner) + blocks(inside, width: inner, depth: depth + 1)
        }
    }

    private func code(_ text: String, width: Int) -> [Line] {
        var rows = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        if rows.last?.isEmpty == true { rows.removeLast() }
        let lines = rows.flatMap { row in
            let untabbed = row.map { $0 == "\t" ? "    " : String($0) }.joined()
            return wrapKeepingBlanks([Span(untabbed)], width: max(2, width - 2))
        }
        if isPlain { return paragraph(say(Words.code), width: width) + lines }
        return width < 8 ? lines : lines.map { Line("  ") + $0 }
    }

    private func image(_ alternative: String, title: String?, width: Int) -> [Line] {
        var lines = paragraph(say(Words.image(alternative)), .italic, width: width)
        if let title, !title.isEmpty, title != alternative { lines += paragraph(title, .dim, width: width) }
        return lines
    }
}
