/// What one line of a question is, by its first characters.
enum QuestionLine {
    /// `- ( ) text`, `- [x] text`; `text` is what follows the mark.
    case option(isMultiple: Bool, isRight: Bool, text: Substring)
    /// `- (2) text`, `- (NSP)`: a step of a scale.
    case step
    /// Begins as an option does, with a mark that is none.
    case malformedOption
    /// `= answer`; the text is what follows the sign, trimmed.
    case answer(Substring)
    /// `> text`, with no more than three blanks before; the text is what follows the sign and one blank.
    case quote(Substring)
    /// `---`, `***` …
    case rule
    case blank
    case other

    init(_ line: Substring) {
        let isIndented = line.indentation > 3
        let text = line.trimmed
        switch text.unicodeScalars.first {
        case nil: self = .blank
        case ">" where !isIndented: self = .quote(QuestionLine.quoted(text))
        case "=" where !isIndented && !(text.utf8.count > 1 && text.utf8.allSatisfy { $0 == UInt8(ascii: "=") }):
            self = .answer(text.dropFirst().trimmed)
        case "-", "*", "+", "_":
            if QuestionLine.isRule(text) { self = .rule } else { self = QuestionLine.optionLine(text) ?? .other }
        default: self = .other
        }
    }

    /// What follows `>` and one blank.
    static func quoted(_ text: Substring) -> Substring {
        let inside = text.dropFirst()
        return inside.first == " " || inside.first == "\t" ? inside.dropFirst() : inside
    }

    private static func isRule(_ text: Substring) -> Bool {
        let marks = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        return marks.count >= 3 && marks.allSatisfy { $0 == marks.first }
    }

    /// The line as an option, right or wrong in form; `nil` for an ordinary list item.
    private static func optionLine(_ line: Substring) -> QuestionLine? {
        guard line.first != "_" else { return nil }
        let item = line.dropFirst().trimmed
        guard let opening = item.first, opening == "(" || opening == "[" else { return nil }
        let isMultiple = opening == "["
        guard let end = item.firstIndex(of: isMultiple ? "]" : ")") else { return nil }
        let mark = item[item.index(after: item.startIndex)..<end].trimmed
        let text = item[item.index(after: end)...]
        if isMultiple, let next = text.first, next == "(" || next == "[" || next == ":" { return nil }
        guard mark.count <= 3 else { return nil }
        let isSeparate = line.dropFirst().first?.isWhitespace == true && (text.first?.isWhitespace ?? true)
        guard isSeparate else { return .malformedOption }
        switch mark {
        case "": return .option(isMultiple: isMultiple, isRight: false, text: text.trimmed)
        case "x", "X", "✓", "✔": return .option(isMultiple: isMultiple, isRight: true, text: text.trimmed)
        case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "NSP", "SO": return isMultiple ? .malformedOption : .step
        default: return .malformedOption
        }
    }
}
