import CourseModel
import Yams

/// What the head of a lesson or quiz says: keys and texts, each with its line.
struct FrontMatter {
    /// A key and what stands after it.
    struct Entry {
        /// What a key may hold here; `other` is all else that YAML allows.
        enum Value: Equatable { case text(String), list([String]), other }

        var key: String
        var value: Value
        /// From 1, in the file.
        var line: Int
    }

    /// The largest front matter read, in bytes, and how far its lines may be indented: nesting stays shallow, since
    /// the YAML parser calls itself for each level.
    static let largest = 16 * 1024
    static let deepestColumn = 24
    static let mostBrackets = 64

    var entries: [Entry] = []
    /// The place of the first line after the front matter.
    var bodyStart = 0

    /// Reads the front matter of a file that has one: its first line is `---`, and so is the line after its last.
    init(of source: SourceText, _ findings: inout NativeFindings) {
        guard let first = source.lines.first, first.trimmed == "---" else { return }
        guard let end = source.lines.dropFirst().firstIndex(where: { $0.trimmed == "---" || $0.trimmed == "..." })
        else {
            findings.report(.frontMatterUnreadable, line: 1)
            bodyStart = 1
            return
        }
        bodyStart = end + 1
        let lines = source.lines[1..<end]
        guard FrontMatter.isShallow(lines) else {
            findings.report(.frontMatterUnreadable, line: 1)
            return
        }
        do {
            read(try Yams.compose(yaml: lines.joined(separator: "\n") + "\n"), &findings)
        } catch {
            findings.report(.frontMatterUnreadable, line: FrontMatter.line(of: error))
        }
    }

    private mutating func read(_ root: Node?, _ findings: inout NativeFindings) {
        switch root {
        case nil: return
        case .mapping(let mapping)?:
            entries = mapping.map { key, value in
                let line = (key.scalar?.mark ?? value.mark).map { $0.line + 1 } ?? 1
                return Entry(key: key.scalar?.string ?? "?", value: FrontMatter.value(value), line: line)
            }
        case .scalar(let scalar)? where scalar.string.isEmpty: return
        case .scalar?, .sequence?, .alias?: findings.report(.frontMatterUnreadable, line: 2)
        }
    }

    private static func value(_ node: Node) -> Entry.Value {
        switch node {
        case .scalar(let scalar):
            let text = scalar.string[...].trimmed
            return text.isEmpty ? .other : .text(String(text))
        case .sequence(let sequence):
            let texts = sequence.compactMap { $0.scalar.map { String($0.string[...].trimmed) } }
            return texts.count == sequence.count ? .list(texts) : .other
        case .mapping, .alias: return .other
        }
    }

    private static func line(of error: any Error) -> Int {
        guard let error = error as? YamlError else { return 1 }
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return mark.line + 1
        case .duplicatedKeysInMapping(_, let context): return context.mark.line + 1
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded: return 1
        }
    }

    private static func isShallow(_ lines: ArraySlice<Substring>) -> Bool {
        let brackets = lines.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } }
        let size = lines.reduce(0) { $0 + $1.utf8.count + 1 }
        let isIndentedLittle = lines.allSatisfy { line in
            line.isBlank || line.utf8.prefix { " \t-?:".utf8.contains($0) }.count <= deepestColumn
        }
        return size <= largest && brackets <= mostBrackets && isIndentedLittle
    }
}
