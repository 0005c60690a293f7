import CourseModel

/// Turns Markdown nodes into the blocks of a lesson or question, and says what could not be kept.
struct MarkdownBlocks {
    /// Where addresses in the file lead.
    let paths: PackagePaths
    /// What was met so far.
    var findings: NativeFindings
    /// Lines of the file above the text being read.
    private var linesAbove = 0
    private var cells = 0
    private var hasSaidTooDeep = false
    private var hasSaidTooLarge = false

    init(file: String) {
        paths = PackagePaths(of: file)
        findings = NativeFindings(file: file)
    }

    /// The blocks of some lines of the file, the first being line `first` (from 1).
    mutating func blocks(of lines: some Collection<Substring>, from first: Int) -> [Block] {
        if lines.allSatisfy(\.isBlank) { return [] }
        if let (fault, line) = excess(in: lines) {
            if !hasSaidTooLarge { findings.report(fault, line: first + line) }
            hasSaidTooLarge = true
            return []
        }
        linesAbove = first - 1
        return blocks(Markdown.blocks(of: lines.joined(separator: "\n") + "\n"))
    }

    private mutating func report(_ fault: NativeFault, at node: MarkdownNode) {
        findings.report(fault, line: linesAbove + node.line)
    }

    private mutating func blocks(_ nodes: [MarkdownNode]) -> [Block] {
        var blocks: [Block] = []
        for node in nodes { blocks += block(node).map { [$0] } ?? [] }
        return blocks
    }

    private mutating func block(_ node: MarkdownNode) -> Block? {
        switch node.kind {
        case .heading(let level): return .heading(level: level, inlines(node.children))
        case .paragraph: return paragraph(node)
        case .quote: return .quote(blocks(node.children))
        case .list(let start):
            var items: [[Block]] = []
            for item in node.children { items.append(blocks(item.children)) }
            return .list(start: start, items: items)
        case .code(let language, let text):
            return .code(language: language?.split(separator: " ").first.map(String.init), text)
        case .html(let text):
            report(.rawHTML, at: node)
            return .paragraph([.text(String(text[...].trimmed))])
        case .rule:
            report(.ruleIgnored, at: node)
            return nil
        case .table(let letters): return .table(table(node, letters: letters))
        case .tooDeep(let text):
            sayTooDeep(at: node)
            return text.isEmpty ? nil : .paragraph([.text(text)])
        case .item, .row, .cell, .text, .emphasis, .strong, .strikethrough, .inlineCode, .link, .softBreak, .hardBreak,
            .image, .inlineHTML:
            return nil
        }
    }

    private mutating func sayTooDeep(at node: MarkdownNode) {
        if !hasSaidTooDeep { report(.tooDeep, at: node) }
        hasSaidTooDeep = true
    }
}

extension MarkdownBlocks {
    /// An image that stands alone is a block of its own.
    private mutating func paragraph(_ node: MarkdownNode) -> Block? {
        if let only = node.children.first, node.children.count == 1, case .image(let address, let title) = only.kind {
            return image(only, address: address).map { path, alternative in
                .image(path: path, alternative: alternative, title: title)
            } ?? .paragraph([.text(inlines(only.children).plainText)])
        }
        let text = inlines(node.children)
        return text.isEmpty ? nil : .paragraph(text)
    }

    /// Where an image lies in the package and what replaces it; `nil` for one that is not of the package.
    private mutating func image(_ node: MarkdownNode, address: String) -> (path: String, alternative: String)? {
        let alternative = inlines(node.children).plainText
        guard let path = paths.path(at: address) else {
            report(.addressOutside(address: address), at: node)
            return nil
        }
        if alternative.allSatisfy(\.isWhitespace) { report(.imageWithoutAlternative(path: path), at: node) }
        return (path, alternative)
    }

    private mutating func inlines(_ nodes: [MarkdownNode]) -> [Inline] {
        var pieces: [Inline] = []
        for node in nodes {
            for piece in inline(node) {
                if case .text(let more) = piece, case .text(let text)? = pieces.last {
                    pieces[pieces.count - 1] = .text(text + more)
                } else {
                    pieces.append(piece)
                }
            }
        }
        return pieces
    }

    private mutating func inline(_ node: MarkdownNode) -> [Inline] {
        switch node.kind {
        case .text(let text): return [.text(text)]
        case .softBreak: return [.text(" ")]
        case .hardBreak: return [.lineBreak]
        case .emphasis: return [.emphasis(inlines(node.children))]
        case .strong: return [.strong(inlines(node.children))]
        case .strikethrough: return [.strikethrough(inlines(node.children))]
        case .inlineCode(let text): return [.code(text)]
        case .link(let address, let title): return link(node, address: address, title: title)
        case .image(let address, _):
            let image = image(node, address: address)
            return image.map { [.image(path: $0.path, alternative: $0.alternative)] } ?? inlines(node.children)
        case .inlineHTML(let text):
            report(.rawHTML, at: node)
            return [.text(text)]
        case .tooDeep(let text):
            sayTooDeep(at: node)
            return text.isEmpty ? [] : [.text(text)]
        case .heading, .paragraph, .quote, .item, .code, .html, .rule, .list, .table, .row, .cell: return []
        }
    }

    /// A link to the web stays as written; one to a file of the module becomes its path in the package. One to the glossary
    /// has the meaning of its word as its title.
    private mutating func link(_ node: MarkdownNode, address: String, title: String?) -> [Inline] {
        let text = inlines(node.children)
        if let title, ["#glossaire", "#glossary"].contains(address) { return [.term(text, meaning: title)] }
        if let destination = paths.destination(of: address) { return [.link(destination: destination, text)] }
        report(.linkRefused(address: address), at: node)
        return text
    }
}

extension MarkdownBlocks {
    /// The widest table read, in columns, and the cells of all tables of a file together: a few kilobytes of Markdown
    /// can stand for millions of empty cells.
    static let mostColumns = 64
    static let mostCells = 10_000

    private mutating func table(_ node: MarkdownNode, letters: [UInt8]) -> Table {
        var rows: [[[Inline]]] = []
        for row in node.children {
            var texts: [[Inline]] = []
            for cell in row.children.prefix(letters.count) { texts.append(inlines(cell.children)) }
            texts += Array(repeating: [], count: letters.count - texts.count)
            rows.append(texts)
        }
        let alignments = letters.map { letter -> Table.Alignment in
            switch letter {
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .trailing
            default: .leading
            }
        }
        return Table(alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    }

    /// The longest run of lines without an empty one, in bytes: some paragraphs take the library quadratic time.
    static let longestRun = 32 * 1024

    /// What is too large in a text, and at which place in it, judged before anything is made: a row of dashes opens a
    /// table, an empty line ends it.
    private mutating func excess(in lines: some Collection<Substring>) -> (NativeFault, line: Int)? {
        var (columns, run) = (0, 0)
        for (place, line) in lines.enumerated() {
            let isBlank = line.isBlank
            run = isBlank ? 0 : run + line.utf8.count + 1
            if run > MarkdownBlocks.longestRun { return (.paragraphTooLarge, place) }
            if isBlank {
                columns = 0
            } else if MarkdownBlocks.isDashes(line) {
                columns = max(columns, line.utf8.count { $0 == UInt8(ascii: "|") } + 1)
                if columns > MarkdownBlocks.mostColumns + 2 { return (.tablesTooLarge, place) }
            }
            cells += columns
            if cells > MarkdownBlocks.mostCells { return (.tablesTooLarge, place) }
        }
        return nil
    }

    /// Nothing but dashes, colons and blanks from the first bar to the last.
    private static func isDashes(_ line: Substring) -> Bool {
        let bar = UInt8(ascii: "|")
        guard let first = line.utf8.firstIndex(of: bar), let last = line.utf8.lastIndex(of: bar) else {
            return false
        }
        return line.utf8[first...last].allSatisfy { [bar, 45, 58, 32, 9, 11, 12].contains($0) }
    }
}
