import CourseModel

/// A screen cut to the height of a terminal.
struct Frame: Hashable, Sendable {
    var lines: [Line]
    /// Row and column for the terminal's cursor; hidden without.
    var cursorRow: Int?
    var cursorColumn = 0
    /// The first line of the body in sight, after it was made to fit.
    var scroll: Int
    /// Lines of the body in sight.
    var height: Int
    /// Lines of the body in all.
    var total: Int

    /// Something of the body lies below.
    var hasMore: Bool { scroll + height < total }
}

extension Drawing {
    /// The part of a screen that fits into `rows`: the top and the keys stay, the body scrolls.
    ///
    /// With `follow`, the focus of the screen is brought into sight.
    func frame(_ screen: Screen, notice: [Line], rows: Int, scroll: Int, follow: Bool) -> Frame {
        var header = screen.header
        var footer = screen.footer
        let spare = { rows - header.count - notice.count - footer.count - 1 }
        if spare() < 4 { footer = Array(footer.prefix(1)) }
        if spare() < 4 { header = [] }
        if spare() >= 14 { header.append(.empty) }
        let height = max(1, spare())
        var top = scroll
        if follow, let focus = screen.focus {
            if focus.upperBound > top + height { top = focus.upperBound - height }
            if focus.lowerBound < top { top = focus.lowerBound }
            if focus.lowerBound < height, focus.upperBound <= height { top = 0 }
        }
        top = max(0, min(top, screen.body.count - height))
        var frame = Frame(lines: [], scroll: top, height: height, total: screen.body.count)
        let visible = screen.body.dropFirst(top).prefix(height)
        let filler = Array(repeating: Line.empty, count: height - visible.count)
        let lines = header + visible + filler + [rule(screen, frame)] + notice + footer
        let left = Line(String(repeating: " ", count: (columns - pageWidth) / 2 + margin))
        frame.lines = lines.prefix(max(1, rows)).map { left.width == 0 || $0.spans.isEmpty ? $0 : left + $0 }
        if let cursor = screen.cursor, (top..<top + height).contains(cursor.line) {
            frame.cursorRow = header.count + cursor.line - top
            frame.cursorColumn = left.width + cursor.column
        }
        return frame
    }

    /// The line above the keys: where in the lesson one is, and whether there is more to read.
    private func rule(_ screen: Screen, _ frame: Frame) -> Line {
        var left = screen.place.map { " \($0) " } ?? ""
        var right = ""
        if frame.total > frame.height {
            let hint = say(frame.hasMore ? Words.moreBelow : Words.moreAbove)
            let last = min(frame.total, frame.scroll + frame.height)
            right = " \(hint) · \(say(Words.lines(frame.scroll + 1, last, of: frame.total))) "
            if right.displayWidth + left.displayWidth + 6 > width { right = " \(hint) " }
        }
        if right.displayWidth + left.displayWidth + 6 > width { left = "" }
        let lead = left.isEmpty ? "" : "──"
        let trail = right.isEmpty ? "" : "──"
        let used = left.displayWidth + right.displayWidth + lead.count + trail.count
        let line = Line([
            Span(lead, .dim), Span(left, .dim), Span(String(repeating: "─", count: max(0, width - used)), .dim),
            Span(right, frame.hasMore ? .bold : .dim), Span(trail, .dim),
        ])
        return line.truncated(to: width)
    }
}
