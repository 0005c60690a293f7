/// The words that a text explains on demand.
public struct Glossary: Hashable, Sendable {
    /// A word as the text has it, and what it means.
    public struct Entry: Hashable, Sendable {
        public var word: String
        public var meaning: String

        /// An entry from its parts.
        public init(word: String, meaning: String) { (self.word, self.meaning) = (word, meaning) }
    }

    /// Each once, in the order of the text.
    public private(set) var entries: [Entry] = []

    /// The words of some blocks.
    public init(of blocks: [Block]) { add(blocks) }

    /// The place of an entry, from 0; `nil` where the text explains no such word so.
    public func place(of entry: Entry) -> Int? { entries.firstIndex(of: entry) }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .heading(_, let text), .paragraph(let text): add(text)
            case .list(_, let items): for item in items { add(item) }
            case .quote(let inside), .callout(_, _, let inside): add(inside)
            case .table(let table):
                for cell in table.header { add(cell) }
                for cell in table.rows.joined() { add(cell) }
            case .code, .image: break
            }
        }
    }

    private mutating func add(_ text: [Inline]) {
        for inline in text {
            switch inline {
            case .emphasis(let inside), .strong(let inside), .strikethrough(let inside), .link(_, let inside):
                add(inside)
            case .term(let inside, let meaning):
                let entry = Entry(word: inside.plainText, meaning: meaning)
                if !entries.contains(entry) { entries.append(entry) }
            case .text, .code, .image, .lineBreak: break
            }
        }
    }
}
