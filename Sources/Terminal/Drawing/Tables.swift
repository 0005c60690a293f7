import CourseModel

extension Drawing {
    /// A table whose cells wrap; where columns would be too thin to read, and in plain mode, a list of
    /// "header: cell".
    func table(_ table: Table, width: Int) -> [Line] {
        let count = min(table.rows.reduce(table.header.count) { max($0, $1.count) }, 64)
        guard count > 0 else { return [] }
        let header = cells(table.header, count: count)
        let rows = table.rows.map { cells($0, count: count) }
        guard !isPlain, let widths = columnWidths([header] + rows, width: width - 3 * (count - 1)) else {
            return listed(header: header, rows: rows, width: width)
        }
        let alignments = (0..<count).map { $0 < table.alignments.count ? table.alignments[$0] : .leading }
        let heads = row(header.map { bold($0) }, widths: widths, alignments: alignments)
        let bodies = rows.map { row($0, widths: widths, alignments: alignments) }
        let needsRules = bodies.contains { $0.count > 1 }
        var lines = heads + [rule("━", "┿", widths: widths)]
        for (place, body) in bodies.enumerated() {
            if needsRules, place > 0 { lines.append(rule("─", "┼", widths: widths)) }
            lines += body
        }
        return lines
    }

    /// Exactly `count` cells, each as pieces of text; a line break in a cell is a blank.
    private func cells(_ cells: [[Inline]], count: Int) -> [[Span]] {
        (0..<count).map { place in
            place < cells.count ? Array(paragraphs(of: cells[place]).joined(separator: [Span(" ")])) : []
        }
    }

    private func bold(_ cell: [Span]) -> [Span] { cell.map { Span($0.text, $0.style.union(.bold)) } }

    /// A width a column, or `nil` where they cannot share `width` with at least their longest word each (words beyond
    /// sixteen columns may be cut).
    private func columnWidths(_ rows: [[[Span]]], width: Int) -> [Int]? {
        let columns = rows.first?.indices ?? 0..<0
        let natural = columns.map { column in rows.map { max(1, Line($0[column]).width) }.max() ?? 1 }
        let least = columns.map { column in rows.map { max(3, min(16, longestWord(of: $0[column]))) }.max() ?? 3 }
        let all = natural.reduce(0, +)
        if all <= width { return natural }
        var widths = zip(natural, least).map { min($0, $1) }
        var spare = width - widths.reduce(0, +)
        guard spare >= 0 else { return nil }
        while spare > 0 {
            let wanting = columns.filter { widths[$0] < natural[$0] }
            guard let neediest = wanting.max(by: { natural[$0] * widths[$1] < natural[$1] * widths[$0] }) else { break }
            widths[neediest] += 1
            spare -= 1
        }
        return widths
    }

    private func row(_ cells: [[Span]], widths: [Int], alignments: [Table.Alignment]) -> [Line] {
        let wrapped = zip(cells, widths).map { wrap($0, width: $1) }
        let height = max(1, wrapped.map(\.count).max() ?? 1)
        return (0..<height).map { place in
            var line = Line.empty
            for column in widths.indices {
                if column > 0 { line = line + Line(" │ ", .dim) }
                let cell = place < wrapped[column].count ? wrapped[column][place] : .empty
                line = line + aligned(cell, alignments[column], width: widths[column])
            }
            return line
        }
    }

    private func aligned(_ cell: Line, _ alignment: Table.Alignment, width: Int) -> Line {
        let spare = max(0, width - cell.width)
        let before =
            switch alignment {
            case .leading: 0
            case .center: spare / 2
            case .trailing: spare
            }
        return (Line(String(repeating: " ", count: before)) + cell).padded(to: width)
    }

    private func rule(_ dash: String, _ cross: String, widths: [Int]) -> Line {
        let parts = widths.map { String(repeating: dash, count: $0) }
        return Line(parts.joined(separator: dash + cross + dash), .dim)
    }

    private func listed(header: [[Span]], rows: [[[Span]]], width: Int) -> [Line] {
        var lines: [Line] = []
        for (place, row) in rows.enumerated() {
            if place > 0 { lines.append(.empty) }
            for (name, cell) in zip(header, row) where !cell.isEmpty {
                let label = name.isEmpty ? [] : bold(name) + [Span(colon, .bold)]
                lines += wrap(label + cell, width: width)
            }
        }
        return rows.isEmpty ? header.flatMap { wrap(bold($0), width: width) } : lines
    }
}
