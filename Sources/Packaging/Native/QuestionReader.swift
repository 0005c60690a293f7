import Assessment
import CourseModel

/// Reads one question after the other; a question with an error is reported and left out.
struct QuestionReader {
    /// Reads the texts, and keeps the findings of the file.
    var markdown: MarkdownBlocks

    mutating func report(_ fault: NativeFault, line: Int) { markdown.findings.report(fault, line: line) }

    /// The question of a section; `nil` after an error.
    mutating func item(_ section: QuestionSection) -> Item? {
        let heading = QuestionHeading(section.heading, line: section.number, &markdown.findings)
        let kind = AnswerKind(section.lines)
        let answers = kind.place ?? section.lines.count
        let promptLines = section.lines[..<answers]
        let answerLines = section.lines[answers...]
        let firstLine = section.number + 1
        if let names = kind.unsupported {
            report(.kindNotSupported(french: names.french, english: names.english), line: section.number)
            return nil
        }
        var prompt = heading.text.isEmpty ? [] : markdown.blocks(of: ["## " + heading.text], from: section.number)
        if case .heading(_, let text)? = prompt.first { prompt[0] = .paragraph(text) }
        prompt += markdown.blocks(of: promptLines, from: firstLine)
        var answer: (interaction: Interaction, general: [Block])?
        switch kind {
        case .choice: answer = choice(answerLines, from: firstLine + answers)
        case .entry: answer = entry(answerLines, from: firstLine + answers)
        case .malformed: report(.optionMalformed, line: firstLine + answers)
        case .missing: report(.answerMissing, line: section.number)
        case .order, .match, .gap, .freeText, .scale: break
        }
        if prompt.isEmpty { report(.promptMissing, line: section.number) }
        if heading.id == nil { report(.identifierMissing, line: section.number) }
        guard let answer, let id = heading.id, let points = heading.points, !prompt.isEmpty else { return nil }
        return Item(
            id: id, objective: heading.objective, points: points, prompt: prompt, interaction: answer.interaction,
            generalFeedback: answer.general)
    }

    /// The blocks of lines whose first one continues a line of Markdown: `> 50 M€` after a mark is no quote.
    mutating func continuedBlocks(of lines: [Substring], from first: Int) -> [Block] {
        guard let opening = lines.first else { return [] }
        let mark = "( ) "
        var blocks = markdown.blocks(of: [mark + opening] + lines.dropFirst(), from: first)
        guard case .paragraph(var text)? = blocks.first, case .text(let start)? = text.first else { return blocks }
        let rest = start.dropFirst(mark.count)
        if rest.isEmpty { text.removeFirst() } else { text[0] = .text(String(rest)) }
        if text.isEmpty { blocks.removeFirst() } else { blocks[0] = .paragraph(text) }
        return blocks
    }
}

/// How a question is answered, and at which of its lines the answers begin.
private enum AnswerKind {
    case choice(Int), entry(Int), malformed(Int), missing
    case order, match, gap, freeText, scale

    /// The first line that only one kind can have decides.
    init(_ lines: [Substring]) {
        var fence = CodeFence()
        var fallback = AnswerKind.missing
        for (place, line) in lines.enumerated() where !fence.covers(line) {
            if let opening = line.firstRange(of: "{{"), line[opening.upperBound...].firstRange(of: "}}") != nil {
                self = .gap
                return
            }
            switch QuestionLine(line) {
            case .option: self = .choice(place)
            case .malformedOption: self = .malformed(place)
            case .step: self = .scale
            case .answer(let text): self = text.isEmpty ? .freeText : .entry(place)
            case .quote, .rule, .blank: continue
            case .other:
                if line.first == "|" { fallback = .match }
                if AnswerKind.isNumbered(line) { fallback = .order }
                continue
            }
            return
        }
        self = fallback
    }

    private static func isNumbered(_ line: Substring) -> Bool {
        let digits = line.utf8.prefix { (48...57).contains($0) }
        let rest = line.dropFirst(digits.count)
        return !digits.isEmpty && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
    }

    /// Where the answers begin, of a kind that is read.
    var place: Int? {
        switch self {
        case .choice(let place), .entry(let place), .malformed(let place): place
        case .missing, .order, .match, .gap, .freeText, .scale: nil
        }
    }

    /// The name of a kind that the dialect has and this reader has not.
    var unsupported: (french: String, english: String)? {
        switch self {
        case .choice, .entry, .malformed, .missing: nil
        case .order: ("remise en ordre", "order")
        case .match: ("appariement", "match")
        case .gap: ("texte à trous", "gap")
        case .freeText: ("réponse libre", "free text")
        case .scale: ("échelle", "scale")
        }
    }
}
