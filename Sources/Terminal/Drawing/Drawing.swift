import CourseModel

/// For whom and on what one draws: language, columns, and whether signs may help words.
struct Drawing: Hashable, Sendable {
    var language: Language
    /// Columns of the terminal.
    var columns: Int
    /// Linear text for screen readers and pipes: no box, no sign that words do not say.
    var isPlain: Bool

    /// A drawing for a terminal of so many columns.
    init(language: Language, columns: Int, isPlain: Bool = false) {
        self.language = language
        self.columns = max(2, columns)
        self.isPlain = isPlain
    }

    /// Columns of the page: a line longer than a hundred columns tires the eye.
    var pageWidth: Int { isPlain ? columns : min(columns, 100) }
    /// Blank columns on either side of the text.
    var margin: Int { isPlain ? 0 : columns < 30 ? 0 : columns < 60 ? 1 : 2 }
    /// Columns for text inside the margins.
    var width: Int { max(2, pageWidth - 2 * margin) }

    /// A sentence in the learner's language.
    func say(_ sentence: Sentence) -> String { sentence.text(language) }

    /// Wrapped text in one style.
    func paragraph(_ text: String, _ style: Style = [], width: Int? = nil) -> [Line] {
        wrap([Span(text, style)], width: width ?? self.width)
    }

    /// Wrapped sentence in one style.
    func paragraph(_ sentence: Sentence, _ style: Style = []) -> [Line] { paragraph(say(sentence), style) }

    /// Lines with `first` before the first of them and blanks or `rest` before the others, in `width` columns in all.
    ///
    /// Where too little room would be left for words, the prefix stands on a line of its own.
    func hang(
        _ first: Line, rest: Line? = nil, width: Int, _ body: (Int) -> [Line]
    ) -> [Line] {
        let indent = max(first.width, rest?.width ?? 0)
        guard width - indent >= 8 else {
            let label = wrap(first.spans, width: width)
            return label + body(width)
        }
        let lead = first.padded(to: indent)
        let follow = (rest ?? .empty).padded(to: indent)
        let lines = body(width - indent)
        guard !lines.isEmpty else { return [first] }
        return lines.enumerated().map { ($0.offset == 0 ? lead : follow) + $0.element }
    }

    /// How much is done: ten squares and the number; in words alone in plain mode.
    func progressBar(_ progress: ProgressMeasure) -> [Span] {
        let number = say(percent(progress.value))
        if isPlain { return [Span("\(Words.progress.text(language))\(colon)\(number)")] }
        let full = min(10, max(0, Int((progress.value * 10 + 1e-9).rounded(.down))))
        return [
            Span("["), Span(String(repeating: "█", count: full), .accent),
            Span(String(repeating: "░", count: 10 - full), .dim), Span("]\u{A0}\(number)"),
        ]
    }

    /// What parts facts on one line; a screen reader says a comma better than a dot.
    var dot: String { isPlain ? ", " : " · " }

    /// What stands between a label and its value.
    var colon: String { language == .french ? "\u{A0}: " : ": " }
}
