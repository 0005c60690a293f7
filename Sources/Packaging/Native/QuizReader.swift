public import Assessment
public import CourseModel

/// Reads a quiz of our Markdown dialect; `Courses/README.md` holds the grammar.
///
/// - Parameters:
///   - bytes: the file, UTF-8, at most 256 KiB.
///   - file: its path in the package, for findings and relative addresses.
/// - Returns: the quiz, `nil` where no question can be read; and all there is to say of it (QUI001 …, and LES… on
///   its text). A question with an error is left out, so a quiz with findings of that severity must not be scored.
public func readQuiz(_ bytes: [UInt8], file: String) -> (quiz: Quiz?, findings: [Finding]) {
    let source: SourceText
    do { source = try SourceText(bytes, file: file) } catch { return (nil, [error.finding]) }
    var reader = QuestionReader(markdown: MarkdownBlocks(file: file))
    let front = FrontMatter(of: source, &reader.markdown.findings)
    var quiz = Quiz(title: "", items: [])
    quiz.take(front, &reader.markdown.findings)
    let sections = QuestionSection.sections(of: source.lines, from: front.bodyStart)
    if let heading = sections.introduction.first(where: { !$0.line.isBlank }) {
        let isTitle = heading.line.hasPrefix("# ") && sections.introduction.count { !$0.line.isBlank } == 1
        if quiz.title.isEmpty, isTitle { quiz.title = String(heading.line.dropFirst(2).trimmed) }
        if !isTitle { reader.markdown.findings.report(.textBeforeQuestions, line: heading.number) }
    }
    var identifiers: Set<String> = []
    if sections.questions.count > QuestionSection.most {
        reader.markdown.findings.report(.questionsTooMany, line: sections.questions[QuestionSection.most].number)
    }
    for section in sections.questions.prefix(QuestionSection.most) {
        guard let item = reader.item(section) else { continue }
        if identifiers.insert(item.id).inserted {
            quiz.items.append(item)
        } else {
            reader.markdown.findings.report(.identifierRepeated(id: item.id), line: section.number)
        }
    }
    if quiz.title.isEmpty {
        quiz.title = file.split(separator: "/").last.map(String.init) ?? file
        reader.markdown.findings.report(.noTitle, line: 1)
    }
    if quiz.items.isEmpty { reader.markdown.findings.report(.noQuestion, line: nil) }
    return (quiz.items.isEmpty ? nil : quiz, reader.markdown.findings.list)
}

extension Quiz {
    fileprivate mutating func take(_ front: FrontMatter, _ findings: inout NativeFindings) {
        for entry in front.entries {
            switch (entry.key, entry.value) {
            case ("title", .text(let text)): title = text
            case ("mastery", .text(let text)):
                mastery = Quiz.mastery(text)
                if mastery == nil { findings.report(.masteryOutOfRange(text: text), line: entry.line) }
            case ("attempts", .text(let text)):
                attempts = Int(text).flatMap { (1...1000).contains($0) ? $0 : nil }
                if attempts == nil { findings.report(.attemptsOutOfRange(text: text), line: entry.line) }
            case ("title", _), ("mastery", _), ("attempts", _):
                findings.report(.frontMatterValueUnfit(key: entry.key), line: entry.line)
            case ("pools", _), ("draw", _), ("draws", _), ("variables", _), ("minimum", _):
                findings.report(.keyNotSupported(key: entry.key), line: entry.line)
            default: findings.report(.frontMatterKeyUnknown(key: entry.key), line: entry.line)
            }
        }
    }

    /// `80 %`, `0.8` or `0,8`; above 0, at most 1.
    private static func mastery(_ text: String) -> Measure? {
        let isPercent = text.hasSuffix("%")
        guard let number = DecimalNumber.value(isPercent ? String(text.dropLast()) : text), number > 0 else {
            return nil
        }
        return Measure(isPercent ? number / 100 : number)
    }
}

/// The lines of one question.
struct QuestionSection {
    /// A line and its number in the file, from 1.
    typealias NumberedLine = (line: Substring, number: Int)

    /// The most questions of a quiz.
    static let most = 500

    /// What follows `##`.
    var heading: Substring
    /// The line of the heading, from 1.
    var number: Int
    var lines: [Substring] = []

    /// Parts the lines of a file at each `## ` that is not in a code block.
    static func sections(
        of lines: [Substring], from start: Int
    ) -> (introduction: [NumberedLine], questions: [QuestionSection]) {
        var introduction: [NumberedLine] = []
        var questions: [QuestionSection] = []
        var fence = CodeFence()
        for (place, line) in lines.enumerated().dropFirst(start) {
            let isCode = fence.covers(line)
            if !isCode, line.hasPrefix("## ") || line == "##" {
                questions.append(QuestionSection(heading: line.dropFirst(2), number: place + 1))
            } else if questions.isEmpty {
                introduction.append((line, place + 1))
            } else {
                questions[questions.count - 1].lines.append(line)
            }
        }
        return (introduction, questions)
    }
}
