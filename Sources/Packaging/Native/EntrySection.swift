import Assessment
import CourseModel

/// A feedback of an entry question, and the typical errors it answers.
private struct KeyedFeedback {
    /// What a feedback answers.
    enum Key: Equatable {
        /// Shown after any answer.
        case general
        /// `*`: any other wrong answer.
        case anyOther
        case errors([String])
    }

    var key: Key
    /// As written, for findings.
    var text: String
    /// The line of its first line, from 1.
    var number: Int
    var lines: [Substring]
}

/// How a quoted line begins.
private enum FeedbackOpening {
    case keyed(KeyedFeedback.Key, text: String, rest: Substring)
    case unreadable(String)
    case plain

    /// Looks for `key :` at the start of a line; only numbers can key the feedback of a number.
    init(_ line: Substring, isNumeric: Bool) {
        self = .plain
        guard line.indentation < 2, let colon = FeedbackOpening.colon(in: line) else { return }
        let text = line[..<colon].trimmed
        let rest = line[line.index(after: colon)...].trimmed
        if text.isEmpty {
            self = .keyed(.general, text: "", rest: rest)
        } else if text == "*" || text == "\\*" {
            self = .keyed(.anyOther, text: "*", rest: rest)
        } else {
            let errors = answers(in: text)
            let isFit = isNumeric ? errors.allSatisfy { DecimalNumber.value($0) != nil } : errors.allSatisfy(isShort)
            if isFit {
                self = .keyed(.errors(errors), text: String(text), rest: rest)
            } else if isNumeric, text.utf8.count <= 60, let first = text.first, "0123456789+-−,.".contains(first) {
                self = .unreadable(String(text))
            }
        }
    }

    /// The first colon that a blank or the end of the line follows.
    private static func colon(in line: Substring) -> Substring.Index? {
        line.indices.first { place in
            line[place] == ":" && (line[line.index(after: place)...].first?.isWhitespace ?? true)
        }
    }
}

/// An answer is short: a longer text before a colon is a sentence.
private func isShort(_ answer: String) -> Bool {
    !answer.isEmpty && answer.utf8.count <= 80 && answer.split(whereSeparator: \.isWhitespace).count <= 6
}

/// The answers that bars part; `\|` is a bar of the answer itself.
private func answers(in text: Substring) -> [String] {
    var answers = [""]
    var isEscaped = false
    for character in text {
        if character == "|", !isEscaped {
            answers.append("")
        } else {
            if isEscaped, character != "|" { answers[answers.count - 1].append("\\") }
            if character != "\\" || isEscaped { answers[answers.count - 1].append(character) }
        }
        isEscaped = character == "\\" && !isEscaped
    }
    return answers.map { String($0[...].trimmed) }
}

extension QuestionReader {
    /// The largest number a question may ask for; beyond it a double no longer tells whole numbers apart.
    static let largestNumber = 1e15

    /// Reads a short text or a number from its `=` line on; `nil` after an error.
    mutating func entry(
        _ lines: ArraySlice<Substring>, from first: Int
    ) -> (interaction: Interaction, general: [Block])? {
        guard let opening = lines.first, case .answer(let text) = QuestionLine(opening) else { return nil }
        if let sides = sides(ofTolerance: text) {
            guard let value = number(sides.value), let tolerance = number(sides.tolerance), tolerance >= 0 else {
                report(.numberUnreadable(text: String(text)), line: first)
                return nil
            }
            return number(NumericEntry(value: value, tolerance: tolerance), lines.dropFirst(), from: first + 1)
        }
        if let value = number(text) {
            return number(NumericEntry(value: value, tolerance: 0), lines.dropFirst(), from: first + 1)
        }
        let accepted = answers(in: text)
        guard accepted.allSatisfy({ !TypedText($0).text.isEmpty }) else {
            report(.answerEmpty, line: first)
            return nil
        }
        return self.text(TextEntry(accepted: accepted), lines.dropFirst(), from: first + 1)
    }

    private func number(_ text: Substring) -> Double? {
        DecimalNumber.value(text).flatMap { $0.magnitude <= QuestionReader.largestNumber ? $0 : nil }
    }

    /// What stands on both sides of `±`, or of `+-` or `+/-` after a number; `nil` without such a sign.
    private func sides(ofTolerance text: Substring) -> (value: Substring, tolerance: Substring)? {
        for sign in ["±", "+/-", "+-"] {
            guard let found = text.firstRange(of: sign) else { continue }
            let value = text[..<found.lowerBound]
            if sign == "±" || DecimalNumber.value(value) != nil { return (value, text[found.upperBound...]) }
        }
        return nil
    }

    private mutating func number(
        _ key: NumericEntry, _ lines: ArraySlice<Substring>, from first: Int
    ) -> (interaction: Interaction, general: [Block])? {
        guard let feedback = feedback(lines, from: first, isNumeric: true) else { return nil }
        var (entry, general) = (key, [Block]())
        for part in feedback {
            let blocks = self.blocks(of: part)
            switch part.key {
            case .general: general += blocks
            case .anyOther:
                if entry.typicalErrors.contains(where: \.meansAnyOther) { reportNeverMet(part) }
                entry.typicalErrors.append(TypicalError(values: [], feedback: blocks))
            case .errors(let texts):
                let values = texts.compactMap(DecimalNumber.value)
                let isTreated = values.contains { value in
                    key.accepts(value) || entry.typicalErrors.contains { $0.values.contains(value) }
                }
                if isTreated { reportNeverMet(part) }
                entry.typicalErrors.append(TypicalError(values: values, feedback: blocks))
            }
        }
        return (.numericEntry(entry), general)
    }

    private mutating func text(
        _ key: TextEntry, _ lines: ArraySlice<Substring>, from first: Int
    ) -> (interaction: Interaction, general: [Block])? {
        guard let feedback = feedback(lines, from: first, isNumeric: false) else { return nil }
        var (entry, general) = (key, [Block]())
        var treated: Set<TypedText> = []
        for part in feedback {
            let blocks = self.blocks(of: part)
            switch part.key {
            case .general: general += blocks
            case .anyOther:
                if entry.typicalErrors.contains(where: \.meansAnyOther) { reportNeverMet(part) }
                entry.typicalErrors.append(TypicalError(values: [], feedback: blocks))
            case .errors(let values):
                let reduced = Set(values.map(TypedText.init))
                if values.contains(where: key.accepts) || !treated.isDisjoint(with: reduced) { reportNeverMet(part) }
                treated.formUnion(reduced)
                entry.typicalErrors.append(TypicalError(values: values, feedback: blocks))
            }
        }
        return (.textEntry(entry), general)
    }

    private mutating func reportNeverMet(_ feedback: KeyedFeedback) {
        report(.errorNeverMet(text: feedback.text), line: feedback.number)
    }

    private mutating func blocks(of feedback: KeyedFeedback) -> [Block] {
        let isPlain = feedback.key == .general && feedback.text.isEmpty && feedback.lines.first?.isEmpty == false
        let blocks =
            isPlain
            ? markdown.blocks(of: feedback.lines, from: feedback.number)
            : continuedBlocks(of: feedback.lines, from: feedback.number)
        if blocks.isEmpty { report(.feedbackEmpty, line: feedback.number) }
        return blocks
    }

    /// The feedback of an entry question, in document order; `nil` after an error.
    private mutating func feedback(
        _ lines: ArraySlice<Substring>, from first: Int, isNumeric: Bool
    ) -> [KeyedFeedback]? {
        var parts: [KeyedFeedback] = []
        var isNew = true
        for (place, line) in lines.enumerated() {
            let number = first + place
            switch QuestionLine(line) {
            case .blank, .rule: isNew = true
            case .quote(let text):
                switch FeedbackOpening(text, isNumeric: isNumeric) {
                case .keyed(let key, let name, let rest):
                    parts.append(KeyedFeedback(key: key, text: name, number: number, lines: [rest]))
                case .unreadable(let name):
                    report(.errorKeyUnreadable(text: name), line: number)
                    return nil
                case .plain where isNew || parts.isEmpty:
                    parts.append(KeyedFeedback(key: .general, text: "", number: number, lines: [text]))
                case .plain: parts[parts.count - 1].lines.append(text)
                }
                isNew = false
            case .answer, .option:
                report(.answersTooMany, line: number)
                return nil
            case .malformedOption, .step, .other:
                report(.lineNotUnderstood, line: number)
                return nil
            }
        }
        return parts
    }
}
