/// A character with its width and style: what wrapping moves about.
struct Glyph: Hashable, Sendable {
    let character: Character
    let width: Int
    let style: Style

    /// Breaks and vanishes at a line's end; the blanks of French typography (U+00A0, U+202F) do not.
    var isBreakingBlank: Bool { character == " " || character == "\u{200B}" }
    var isGlue: Bool { character == "\u{A0}" || character == "\u{202F}" || character == "\u{2060}" }
}

extension Sequence<Span> {
    /// The characters of all pieces.
    var glyphs: [Glyph] {
        flatMap { span in
            span.text.map { Glyph(character: $0, width: $0.displayWidth, style: span.style) }
        }
    }
}

extension Line {
    /// A line from its characters, neighbours of one style joined.
    init(glyphs: some Sequence<Glyph>) {
        var spans: [Span] = []
        var text = ""
        var style: Style = []
        for glyph in glyphs {
            if glyph.style != style, !text.isEmpty {
                spans.append(Span(text, style))
                text = ""
            }
            style = glyph.style
            text.append(glyph.character)
        }
        if !text.isEmpty { spans.append(Span(text, style)) }
        self.init(spans)
    }

    /// The beginning of the line that fits, `…` at its end where something is missing.
    func truncated(to width: Int) -> Line {
        guard self.width > width else { return self }
        var used = 0
        let kept = spans.glyphs.prefix { glyph in
            used += glyph.width
            return used <= width - 1
        }
        return width > 0
            ? Line(glyphs: kept + [Glyph(character: "…", width: 1, style: kept.last?.style ?? [])]) : .empty
    }
}

/// Lines no wider than `width` (from 2 on), broken at blanks; a word too long for a line is cut, best after `-` or `/`.
///
/// Empty text gives no line.
func wrap(_ spans: [Span], width: Int) -> [Line] {
    let width = max(2, width)
    var lines: [Line] = []
    var current: [Glyph] = []
    var used = 0
    for word in words(of: spans.glyphs) {
        var rest = word.glyphs[...]
        let blank = current.isEmpty ? 0 : word.blank?.width ?? 0
        var length = rest.reduce(0) { $0 + $1.width }
        if used + blank + length <= width {
            if !current.isEmpty, let glyph = word.blank { current.append(glyph) }
            current += rest
            used += blank + length
            continue
        }
        if !current.isEmpty { lines.append(Line(glyphs: current)) }
        while length > width {
            let piece = rest.prefix(pieceLength(of: rest, width: width))
            lines.append(Line(glyphs: piece))
            rest = rest.dropFirst(piece.count)
            length -= piece.reduce(0) { $0 + $1.width }
        }
        current = Array(rest)
        used = length
    }
    if !current.isEmpty { lines.append(Line(glyphs: current)) }
    return lines
}

/// Lines no wider than `width` with every blank kept, as program text and a text field want it; never no line.
func wrapKeepingBlanks(_ spans: [Span], width: Int) -> [Line] {
    let width = max(2, width)
    var lines: [[Glyph]] = [[]]
    var used = 0
    for glyph in spans.glyphs {
        if used + glyph.width > width {
            lines.append([])
            used = 0
        }
        lines[lines.count - 1].append(glyph)
        used += glyph.width
    }
    return lines.map { Line(glyphs: $0) }
}

/// The width of the longest word, which a column needs in order not to cut it.
func longestWord(of spans: [Span]) -> Int {
    words(of: spans.glyphs).map { word in word.glyphs.reduce(0) { $0 + $1.width } }.max() ?? 0
}

private struct Word {
    /// What stands before it, if it does not follow its neighbour at once.
    var blank: Glyph?
    var glyphs: [Glyph] = []
}

/// Words end at blanks, and on both sides of a character two columns wide, as Chinese and Japanese are set.
///
/// A blank before `:` or `»` and one after `«` hold their words together, whichever blank the author typed.
private func words(of glyphs: [Glyph]) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for (place, glyph) in glyphs.enumerated() {
        let next = place + 1 < glyphs.count ? glyphs[place + 1].character : nil
        let isHeld = word.glyphs.last?.character == "«" || next.map(":;?!»%€".contains) == true
        if glyph.isBreakingBlank, !(isHeld && !word.glyphs.isEmpty) {
            if !word.glyphs.isEmpty { words.append(word) }
            word = Word(blank: word.glyphs.isEmpty ? word.blank ?? glyph : glyph)
        } else {
            if let last = word.glyphs.last, (last.width == 2) || (glyph.width == 2), !last.isGlue, !glyph.isGlue {
                words.append(word)
                word = Word()
            }
            word.glyphs.append(glyph)
        }
    }
    if !word.glyphs.isEmpty { words.append(word) }
    return words
}

/// How many characters of a word too long go on a line of their own: at least one.
private func pieceLength(of word: ArraySlice<Glyph>, width: Int) -> Int {
    var used = 0
    var fitting = 0
    var afterMark = 0
    for glyph in word {
        used += glyph.width
        if used > width { break }
        fitting += 1
        if glyph.character == "-" || glyph.character == "/" { afterMark = fitting }
    }
    return max(1, afterMark * 2 > fitting ? afterMark : fitting)
}
