public import CourseModel

/// Reads a lesson: YAML front matter, then Markdown in screens and call-outs.
///
/// - Parameters:
///   - bytes: the file, UTF-8, at most 256 KiB.
///   - file: its path in the package, for findings and relative addresses.
/// - Returns: the lesson, `nil` where nothing can be shown; and all there is to say of it (LES001 …).
public func readLesson(_ bytes: [UInt8], file: String) -> (lesson: Lesson?, findings: [Finding]) {
    let source: SourceText
    do { source = try SourceText(bytes, file: file) } catch { return (nil, [error.finding]) }
    var reader = MarkdownBlocks(file: file)
    let front = FrontMatter(of: source, &reader.findings)
    var lesson = Lesson(title: "", screens: [])
    lesson.take(front, &reader.findings)
    var outline = LessonOutline()
    outline.read(source.lines, from: front.bodyStart, &reader.findings)
    lesson.screens = outline.screens(&reader)
    if lesson.screens.isEmpty {
        if !reader.findings.hasError { reader.findings.report(.nothingToShow, line: nil) }
        return (nil, reader.findings.list)
    }
    lesson.settleTitle(file: file, &reader.findings)
    return (lesson, reader.findings.list)
}

extension Lesson {
    fileprivate mutating func take(_ front: FrontMatter, _ findings: inout NativeFindings) {
        for entry in front.entries {
            switch (entry.key, entry.value) {
            case ("title", .text(let text)): title = text
            case ("objectives", .list(let texts)): objectives = texts.map(Lesson.Objective.init)
            case ("objectives", .text(let text)): objectives = [Lesson.Objective(text)]
            case ("sources", .list(let texts)): sources = texts
            case ("sources", .text(let text)): sources = [text]
            case ("duration", .text(let text)):
                durationSeconds = LessonDuration(text)?.seconds
                if durationSeconds == nil { findings.report(.durationUnreadable(text: text), line: entry.line) }
            case ("title", _), ("objectives", _), ("sources", _), ("duration", _):
                findings.report(.frontMatterValueUnfit(key: entry.key), line: entry.line)
            default: findings.report(.frontMatterKeyUnknown(key: entry.key), line: entry.line)
            }
        }
    }

    /// A heading that opens the lesson and repeats its title, or stands in for it, is not shown twice.
    fileprivate mutating func settleTitle(file: String, _ findings: inout NativeFindings) {
        if case .heading(1, let text)? = screens.first?.blocks.first, title.isEmpty || text.plainText == title {
            title = text.plainText
            if screens[0].blocks.count > 1 { screens[0].blocks.removeFirst() }
        }
        if title.isEmpty {
            let headings = screens.lazy.flatMap(\.blocks).compactMap { block -> String? in
                if case .heading(_, let text) = block { text.plainText } else { nil }
            }
            title = headings.first ?? ""
        }
        if title.isEmpty {
            title = file.split(separator: "/").last.map(String.init) ?? file
            findings.report(.noTitle, line: 1)
        }
    }
}
