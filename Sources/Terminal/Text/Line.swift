/// How a piece of text looks. Ornament only: what it means is also said in words or signs.
struct Style: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let bold = Style(rawValue: 1)
    static let dim = Style(rawValue: 2)
    static let italic = Style(rawValue: 4)
    static let underlined = Style(rawValue: 8)
    static let reversed = Style(rawValue: 16)
    static let struck = Style(rawValue: 32)
    static let accent = Style(rawValue: 64)
    static let good = Style(rawValue: 128)
    static let bad = Style(rawValue: 256)
    static let warning = Style(rawValue: 512)
}

/// A piece of text in one style; its text cannot command a terminal, because every way in goes through `safe`.
struct Span: Hashable, Sendable {
    let text: String
    let style: Style

    /// Cleans the text.
    init(_ text: String, _ style: Style = []) {
        self.text = safe(text)
        self.style = style
    }
}

/// One line of a screen.
struct Line: Hashable, Sendable {
    var spans: [Span]

    static let empty = Line([])

    /// A line from its pieces.
    init(_ spans: [Span]) { self.spans = spans }

    /// A line in one style.
    init(_ text: String, _ style: Style = []) { spans = [Span(text, style)] }

    /// Columns that the line covers.
    var width: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }

    /// The words alone, without blanks at the end.
    var text: String {
        let text = spans.map(\.text).joined()
        guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...last])
    }

    /// The line, followed by blanks up to a width.
    func padded(to width: Int) -> Line {
        let missing = width - self.width
        return missing > 0 ? Line(spans + [Span(String(repeating: " ", count: missing))]) : self
    }

    /// Two lines after each other.
    static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }
}
