import CourseModel

/// Blocks as text, one a line and indented, to compare in tests.
func tree(_ blocks: [Block], indent: String = "") -> String {
    blocks.map { indent + tree($0, indent: indent + "  ") }.joined(separator: "\n")
}

private func tree(_ block: Block, indent: String) -> String {
    func inside(_ blocks: [Block]) -> String { blocks.isEmpty ? "" : "\n" + tree(blocks, indent: indent) }
    return switch block {
    case .heading(let level, let text): "h\(level) \(line(text))"
    case .paragraph(let text): "p \(line(text))"
    case .list(let start, let items):
        "list \(start.map(String.init) ?? "-")"
            + items.map { "\n\(indent)item\n" + tree($0, indent: indent + "  ") }.joined()
    case .quote(let blocks): "quote" + inside(blocks)
    case .callout(let kind, let title, let blocks): "\(kind) «\(title ?? "")»" + inside(blocks)
    case .table(let table):
        "table \(table.alignments.map(\.rawValue).joined(separator: ","))"
            + ([table.header] + table.rows).map { "\n\(indent)" + $0.map(line).joined(separator: " ¦ ") }.joined()
    case .code(let language, let text): "code \(language ?? "-") \(text.debugDescription)"
    case .image(let path, let alternative, let title): "image \(path) «\(alternative)» «\(title ?? "")»"
    }
}

private func line(_ text: [Inline]) -> String {
    text.map { piece in
        switch piece {
        case .text(let text): text
        case .emphasis(let inside): "*\(line(inside))*"
        case .strong(let inside): "**\(line(inside))**"
        case .strikethrough(let inside): "~~\(line(inside))~~"
        case .code(let text): "`\(text)`"
        case .link(let destination, let inside): "[\(line(inside))](\(destination))"
        case .term(let inside, let meaning): "[\(line(inside)): \(meaning)]"
        case .image(let path, let alternative): "![\(alternative)](\(path))"
        case .lineBreak: "⏎"
        }
    }.joined()
}

extension [Finding] {
    /// `LES009@3`: what was found, and where.
    var places: [String] { map { "\($0.code)@\($0.line.map(String.init) ?? "-")" } }
}
