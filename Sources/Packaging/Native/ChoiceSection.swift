import Assessment
import CourseModel

/// The lines of a choice: options, feedback below each, general feedback at the end.
private struct ChoiceSection {
    /// An option's lines; numbers from 1, in the file.
    struct Option {
        var isMultiple: Bool
        var isRight: Bool
        var number: Int
        var text: [Substring]
        var feedback: [Substring] = []
        var feedbackNumber = 0
    }

    var options: [Option] = []
    var general: [Substring] = []
    var generalNumber = 0
    private var isAfterBlank = false

    /// Takes the next line; answers what is wrong with it, and at which line.
    mutating func take(_ line: Substring, number: Int) -> (NativeFault, line: Int)? {
        defer { isAfterBlank = line.isBlank }
        switch QuestionLine(line) {
        case .blank, .rule:
            takeBlank()
            return nil
        case .option(let isMultiple, let isRight, let text):
            options.append(Option(isMultiple: isMultiple, isRight: isRight, number: number, text: [text]))
            return general.isEmpty ? nil : (.feedbackAstray, generalNumber)
        case .quote(let text) where line.indentation == 0: return takeGeneral(text, number: number)
        case .malformedOption, .step: return (.optionMalformed, number)
        case .answer: return (.answersTooMany, number)
        case .quote, .other: return takeIndented(line, number: number)
        }
    }

    private mutating func takeBlank() {
        if !general.isEmpty {
            general.append("")
        } else if let last = options.indices.last {
            if options[last].feedback.isEmpty {
                options[last].text.append("")
            } else {
                options[last].feedback.append("")
            }
        }
    }

    private mutating func takeGeneral(_ text: Substring, number: Int) -> (NativeFault, line: Int)? {
        if general.isEmpty {
            if !isAfterBlank { return (.feedbackAstray, number) }
            generalNumber = number
        }
        general.append(text)
        return nil
    }

    private mutating func takeIndented(_ line: Substring, number: Int) -> (NativeFault, line: Int)? {
        guard let last = options.indices.last, line.indentation > 0, general.isEmpty else {
            return (.lineNotUnderstood, number)
        }
        let text = line.trimmed
        if text.first == ">" {
            if options[last].feedback.isEmpty { options[last].feedbackNumber = number }
            options[last].feedback.append(QuestionLine.quoted(text))
        } else if options[last].feedback.isEmpty {
            options[last].text.append(line.dropping(indentation: 2))
        } else {
            return (.lineNotUnderstood, number)
        }
        return nil
    }
}

extension QuestionReader {
    /// The most options a choice may have: `A` to `Z`.
    static let mostOptions = 26

    /// Reads a choice from its first option on; `nil` after an error.
    mutating func choice(
        _ lines: ArraySlice<Substring>, from first: Int
    ) -> (interaction: Interaction, general: [Block])? {
        var section = ChoiceSection()
        for (place, line) in lines.enumerated() {
            if let (fault, number) = section.take(line, number: first + place) {
                report(fault, line: number)
                return nil
            }
        }
        guard isSound(section, line: first) else { return nil }
        var options: [Choice.Option] = []
        for (place, option) in section.options.enumerated() {
            guard let text = text(of: option) else {
                report(.optionTextUnfit, line: option.number)
                return nil
            }
            let feedback = markdown.blocks(of: option.feedback, from: option.feedbackNumber)
            if feedback.isEmpty, !option.feedback.isEmpty { report(.feedbackEmpty, line: option.feedbackNumber) }
            let id = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place)))
            options.append(Choice.Option(id: id, text: text, isCorrect: option.isRight, feedback: feedback))
        }
        let choice = Choice(isMultiple: section.options.first?.isMultiple ?? false, options: options)
        return (.choice(choice), markdown.blocks(of: section.general, from: section.generalNumber))
    }

    private mutating func isSound(_ section: ChoiceSection, line: Int) -> Bool {
        let right = section.options.count { $0.isRight }
        let isMultiple = section.options.first?.isMultiple ?? false
        if section.options.count == 1 { report(.optionAlone, line: line) }
        if section.options.count > QuestionReader.mostOptions {
            report(.optionsTooMany, line: line)
        } else if let odd = section.options.first(where: { $0.isMultiple != isMultiple }) {
            report(.optionsMixed, line: odd.number)
        } else if right == 0 {
            report(.rightOptionMissing, line: line)
        } else if right > 1, !isMultiple {
            report(.rightOptionsTooMany, line: line)
        } else {
            return true
        }
        return false
    }

    /// The one paragraph of an option.
    private mutating func text(of option: ChoiceSection.Option) -> [Inline]? {
        let blocks = continuedBlocks(of: option.text, from: option.number)
        guard blocks.count == 1, case .paragraph(let text)? = blocks.first else { return nil }
        return text
    }
}
