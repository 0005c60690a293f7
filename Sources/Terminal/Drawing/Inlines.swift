import CourseModel

extension Drawing {
    /// The pieces of running text, parted where the author broke the line.
    func paragraphs(of text: [Inline], _ style: Style = []) -> [[Span]] {
        var pieces = Pieces()
        add(text, style, to: &pieces, depth: 0)
        return pieces.paragraphs
    }

    private struct Pieces {
        var paragraphs: [[Span]] = [[]]

        mutating func append(_ text: String, _ style: Style) {
            paragraphs[paragraphs.count - 1].append(Span(text, style))
        }
    }

    private func add(_ text: [Inline], _ style: Style, to pieces: inout Pieces, depth: Int) {
        guard depth < 24 else { return pieces.append(say(Words.tooDeep), style) }
        for inline in text {
            switch inline {
            case .text(let text): pieces.append(text, style)
            case .code(let text): pieces.append(text, style.union(.accent))
            case .emphasis(let inside): add(inside, style.union(.italic), to: &pieces, depth: depth + 1)
            case .strong(let inside): add(inside, style.union(.bold), to: &pieces, depth: depth + 1)
            case .strikethrough(let inside) where isPlain:
                pieces.append(say(Words.struck(inside.plainText)), style)
            case .strikethrough(let inside): add(inside, style.union(.struck), to: &pieces, depth: depth + 1)
            case .link(let destination, let inside):
                add(inside, style.union(.underlined), to: &pieces, depth: depth + 1)
                if !destination.isEmpty, safe(inside.plainText) != safe(destination) {
                    pieces.append(" (", style)
                    pieces.append(destination, style.union(.dim))
                    pieces.append(")", style)
                }
            case .term(let inside, _): add(inside, style.union(.underlined), to: &pieces, depth: depth + 1)
            case .image(_, let alternative): pieces.append(say(Words.image(alternative)), style.union(.italic))
            case .lineBreak: pieces.paragraphs.append([])
            }
        }
    }
}
