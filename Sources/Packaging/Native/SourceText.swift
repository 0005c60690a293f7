import CourseModel

/// The text of a lesson or quiz, line by line, ready to be parted.
struct SourceText {
    /// The largest file read: 256 KiB, some hundred printed pages.
    static let largest = 256 * 1024

    /// Without their line ends.
    let lines: [Substring]

    /// Text from UTF-8, a byte-order mark skipped, with any kind of line end.
    ///
    /// - Throws: the finding that says why nothing can be read.
    init(_ bytes: [UInt8], file: String) throws(UnreadableSource) {
        guard bytes.count <= SourceText.largest else {
            throw UnreadableSource(finding: NativeFault.tooLarge.finding(in: file, line: nil))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = SourceText.lineOfFirstFault(bytes)
            throw UnreadableSource(finding: NativeFault.notUTF8.finding(in: file, line: line))
        }
        let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        lines = SourceText.lines(of: unmarked)
    }

    /// A carriage return and the line feed after it are one `Character` in Swift, so the split goes by bytes.
    private static func lines(of text: String) -> [Substring] {
        let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var lines: [Substring] = []
        let bytes = text.utf8
        var (start, place) = (bytes.startIndex, bytes.startIndex)
        while place < bytes.endIndex {
            let next = bytes.index(after: place)
            if bytes[place] == feed || bytes[place] == carriageReturn {
                lines.append(text[start..<place])
                let isPair = bytes[place] == carriageReturn && next < bytes.endIndex && bytes[next] == feed
                start = isPair ? bytes.index(after: next) : next
                place = start
            } else {
                place = next
            }
        }
        lines.append(text[start...])
        return lines
    }

    private static func lineOfFirstFault(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}

/// A file that cannot be read at all.
struct UnreadableSource: Error {
    let finding: Finding
}

extension Substring {
    /// Nothing but blanks.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Without blanks at both ends.
    var trimmed: Substring {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }

    /// How many blanks the line begins with; a tab counts up to the next multiple of four.
    var indentation: Int {
        var width = 0
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: " "): width += 1
            case UInt8(ascii: "\t"): width += 4 - width % 4
            default: return width
            }
        }
        return width
    }

    /// The line without its first blanks, as many as `width` columns.
    func dropping(indentation width: Int) -> Substring {
        var (rest, column) = (self, 0)
        while column < width, let first = rest.utf8.first {
            switch first {
            case UInt8(ascii: " "): column += 1
            case UInt8(ascii: "\t"): column += 4 - column % 4
            default: return rest
            }
            rest.removeFirst()
        }
        return rest
    }
}

/// Follows the fenced code blocks of a text, so that a mark inside code is not taken for one.
struct CodeFence {
    private var mark: UInt8 = 0
    private var length = 0

    /// Takes the next line; tells whether it belongs to a code block, its fences included.
    mutating func covers(_ line: Substring) -> Bool {
        let text = line.indentation > 3 ? "" : line.dropping(indentation: 3)
        let first = text.utf8.first ?? 0
        let run = text.utf8.prefix { $0 == first }.count
        if length > 0 {
            if first == mark, run >= length, text.dropFirst(run).isBlank { length = 0 }
            return true
        }
        guard first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), run >= 3 else { return false }
        if first == UInt8(ascii: "`"), text.dropFirst(run).utf8.contains(first) { return false }
        (mark, length) = (first, run)
        return true
    }
}
