extension Frame {
    /// The frame as one write: from the top left, each line cleared to its end, the cursor last.
    func ansi(hasColor: Bool) -> String {
        var text = "\u{1B}[?25l\u{1B}[H"
        for (place, line) in lines.enumerated() {
            if place > 0 { text += "\r\n" }
            text += line.ansi(hasColor: hasColor) + "\u{1B}[K"
        }
        text += "\u{1B}[J"
        if let cursorRow { text += "\u{1B}[\(cursorRow + 1);\(cursorColumn + 1)H\u{1B}[?25h" }
        return text
    }
}

extension Line {
    /// The line with its styles as escape codes.
    func ansi(hasColor: Bool) -> String {
        spans.map { span in
            let codes = span.style.codes(hasColor: hasColor)
            return codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
        }.joined()
    }
}

extension Style {
    fileprivate func codes(hasColor: Bool) -> String {
        let ornaments: [(Style, Int)] = [
            (.bold, 1), (.dim, 2), (.italic, 3), (.underlined, 4), (.reversed, 7), (.struck, 9),
        ]
        let colors: [(Style, Int)] = [(.accent, 36), (.good, 32), (.bad, 31), (.warning, 33)]
        return (ornaments + (hasColor ? colors : [])).filter { contains($0.0) }.map { "\($0.1)" }
            .joined(separator: ";")
    }
}
