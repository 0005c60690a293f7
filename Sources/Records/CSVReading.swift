/// A table as spreadsheets save it: CSV with `;` or `,`, text in quotes where it needs them.
public struct CSVTable: Hashable, Sendable {
    /// One row of cells, and the line of the file where it begins, from 1.
    public struct Row: Hashable, Sendable {
        public let line: Int
        public let cells: [String]
    }

    /// The first row: the names of the columns.
    public let header: [String]
    public let rows: [Row]

    /// Reads a table; empty rows are left out. `nil` when there is no first row, or a quote is never closed.
    public init?(_ text: String) {
        var reading = Reading(text)
        guard reading.read(), let first = reading.rows.first else { return nil }
        header = first.cells
        rows = Array(reading.rows.dropFirst())
    }
}

/// A table being read, one character after the other.
private struct Reading {
    let text: Substring.UnicodeScalarView
    /// `;` where the first line has one, as French spreadsheets write it.
    let separator: Unicode.Scalar
    var rows: [CSVTable.Row] = []
    private var line = 1
    private var rowLine = 1
    private var cells: [String] = []
    private var cell = ""
    private var isQuoted = false

    init(_ text: String) {
        let body = text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
        self.text = body
        separator = body.prefix { $0 != "\n" && $0 != "\r" }.contains(";") ? ";" : ","
    }

    /// Whether every quote was closed.
    mutating func read() -> Bool {
        var place = text.startIndex
        while place < text.endIndex {
            let scalar = text[place]
            place = text.index(after: place)
            let next = place < text.endIndex ? text[place] : nil
            if isQuoted, scalar == "\"", next == "\"" {
                cell.unicodeScalars.append(scalar)
                place = text.index(after: place)
            } else {
                take(scalar, before: next)
            }
        }
        endRow()
        return !isQuoted
    }

    private mutating func take(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) {
        let endsLine = scalar == "\n" || (scalar == "\r" && next != "\n")
        if endsLine { line += 1 }
        if scalar == "\"", isQuoted || cell.isEmpty {
            isQuoted.toggle()
        } else if isQuoted {
            cell.unicodeScalars.append(scalar)
        } else if scalar == separator {
            endCell()
        } else if endsLine {
            endRow()
        } else if scalar != "\r" {
            cell.unicodeScalars.append(scalar)
        }
    }

    private mutating func endCell() {
        cells.append(cell)
        cell = ""
    }

    private mutating func endRow() {
        endCell()
        if cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { rows.append(.init(line: rowLine, cells: cells)) }
        cells = []
        rowLine = line
    }
}
