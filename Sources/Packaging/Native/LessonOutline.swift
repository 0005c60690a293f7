import CourseModel

/// The screens and call-outs of a lesson, as ranges of lines: what Markdown itself does not know.
struct LessonOutline {
    /// A run of lines that is plain Markdown, or a call-out.
    private struct Part {
        /// `nil` outside call-outs and for a call-out that does not exist.
        var callout: Block.Callout?
        var title: String?
        /// From 1, in the file.
        var firstLine: Int
        var lines: [Substring] = []
    }

    private var screens: [[Part]] = [[]]
    /// The line of the `---` that opened each screen.
    private var openings: [Int] = [1]
    private var isInCallout = false

    /// Parts the lines of a file, from the place after its front matter.
    mutating func read(_ lines: [Substring], from start: Int, _ findings: inout NativeFindings) {
        openings = [start + 1]
        var fence = CodeFence()
        var isAfterText = false
        for (place, line) in lines.enumerated().dropFirst(start) {
            if fence.covers(line) {
                add(line, at: place)
            } else if LessonOutline.isScreenBreak(line) {
                if isAfterText { findings.report(.breakUnderText, line: place + 1) }
                closeCallout(&findings, line: place + 1)
                screens.append([])
                openings.append(place + 1)
            } else if line.hasPrefix(":::") {
                readFence(line, at: place, &findings)
            } else {
                add(line, at: place)
            }
            isAfterText = !line.isBlank && !line.hasPrefix(":::") && !LessonOutline.isScreenBreak(line)
        }
        closeCallout(&findings, line: lines.count)
    }

    /// The blocks of each screen; empty ones are left out and noted.
    func screens(_ reader: inout MarkdownBlocks) -> [Lesson.Screen] {
        var shown: [Lesson.Screen] = []
        for (parts, opening) in zip(screens, openings) {
            var blocks: [Block] = []
            for part in parts {
                let content = reader.blocks(of: part.lines, from: part.firstLine)
                if let callout = part.callout {
                    blocks.append(.callout(kind: callout, title: part.title, content))
                } else {
                    blocks += content
                }
            }
            if !blocks.isEmpty {
                shown.append(Lesson.Screen(blocks: blocks))
            } else if screens.count > 1 {
                reader.findings.report(.emptyScreen, line: opening)
            }
        }
        return shown
    }

    /// Three dashes or more at the start of the line, and nothing else.
    private static func isScreenBreak(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.trimmed.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    private mutating func add(_ line: Substring, at place: Int) {
        let last = screens.count - 1
        if screens[last].isEmpty { screens[last].append(Part(firstLine: place + 1)) }
        screens[last][screens[last].count - 1].lines.append(line)
    }

    private mutating func readFence(_ line: Substring, at place: Int, _ findings: inout NativeFindings) {
        let words = line.drop { $0 == ":" }.trimmed
        if words.isEmpty {
            if !isInCallout { findings.report(.calloutNotOpen, line: place + 1) }
            isInCallout = false
            screens[screens.count - 1].append(Part(firstLine: place + 2))
            return
        }
        closeCallout(&findings, line: place + 1)
        let word = words.prefix { !$0.isWhitespace }
        let title = words.dropFirst(word.count).trimmed
        let callout = Block.Callout(rawValue: word.lowercased() == "activité" ? "activite" : word.lowercased())
        if callout == nil { findings.report(.calloutUnknown(word: String(word)), line: place + 1) }
        screens[screens.count - 1].append(
            Part(callout: callout, title: title.isEmpty ? nil : String(title), firstLine: place + 2))
        isInCallout = true
    }

    private mutating func closeCallout(_ findings: inout NativeFindings, line: Int) {
        if isInCallout { findings.report(.calloutOpen, line: line) }
        isInCallout = false
    }
}
