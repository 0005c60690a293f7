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
        reader.findings.report(.nothingToShow, line: nil)
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
            case ("objectives", .list(let texts)): objectives = texts
            case ("objectives", .text(let text)): objectives = [text]
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

/// How long a lesson takes, as ISO 8601 writes it: days, hours, minutes and whole seconds.
struct LessonDuration {
    let seconds: Int64

    /// Refuses all but `P…DT…H…M…S` with at least one part, at most a year in all.
    init?(_ text: String) {
        var rest = text.utf8[...]
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var total: Int64 = 0
        var units: [(letter: UInt8, seconds: Int64)] = [(UInt8(ascii: "D"), 86_400)]
        var parts = 0
        while let first = rest.first {
            if first == UInt8(ascii: "T") {
                guard units.count <= 1, rest.count > 1 else { return nil }
                rest.removeFirst()
                units = [(UInt8(ascii: "H"), 3600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1)]
                parts += 1
                guard parts <= 2 else { return nil }
            }
            let digits = rest.prefix { (48...57).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard (1...8).contains(digits.count), let letter = rest.popFirst(),
                let unit = units.firstIndex(where: { $0.letter == letter })
            else { return nil }
            total += digits.reduce(0) { $0 * 10 + Int64($1 - 48) } * units[unit].seconds
            units.removeFirst(unit + 1)
            parts += parts == 0 ? 1 : 0
        }
        guard parts > 0, total <= 366 * 86_400 else { return nil }
        seconds = total
    }
}
