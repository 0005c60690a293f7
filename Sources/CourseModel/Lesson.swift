/// A lesson of ours: screens of blocks, read from Markdown (no raw HTML ever).
public struct Lesson: Hashable, Sendable {
    /// From the front matter, or the first heading.
    public var title: String
    /// What it is for, from the front matter.
    public var objectives: [Objective]
    /// How long it takes, in seconds.
    public var durationSeconds: Int64?
    /// Where the facts come from, as written.
    public var sources: [String]
    /// Never empty; `---` parts them.
    public var screens: [Screen]

    /// Something that a learner can do afterwards.
    public struct Objective: Hashable, Sendable {
        /// `O1.1`, as questions name it; empty where none was written.
        public var code: String
        /// In words; empty where only a code was written.
        public var text: String

        /// Reads `O1.1 What it is`: a first word with a digit is the code.
        public init(_ written: String) {
            let parts = written.split(separator: " ", maxSplits: 1).map(String.init)
            let hasCode = parts.first?.contains { $0.isNumber } ?? false
            code = hasCode ? parts[0] : ""
            text = hasCode ? (parts.count > 1 ? parts[1] : "") : written
        }
    }

    /// One screen: what is read before the next key.
    public struct Screen: Hashable, Sendable {
        public var blocks: [Block]

        /// A screen from its blocks.
        public init(blocks: [Block]) { self.blocks = blocks }
    }

    /// A lesson from its parts.
    public init(
        title: String, objectives: [Objective] = [], durationSeconds: Int64? = nil, sources: [String] = [],
        screens: [Screen]
    ) {
        self.title = title
        self.objectives = objectives
        self.durationSeconds = durationSeconds
        self.sources = sources
        self.screens = screens
    }
}

/// A block of a lesson or of a question.
public indirect enum Block: Hashable, Sendable {
    /// Level 1 to 6.
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    /// `start` is `nil` for a list of bullets, else its first number.
    case list(start: Int?, items: [[Block]])
    case quote([Block])
    /// `::: exemple`, `::: attention`, `::: activite`; the title is what follows the word, if any.
    case callout(kind: Callout, title: String?, [Block])
    case table(Table)
    case code(language: String?, String)
    /// An image that stands alone: its path in the package and the text that replaces it.
    case image(path: String, alternative: String, title: String?)

    /// What a call-out is for.
    public enum Callout: String, Hashable, Sendable, CaseIterable { case exemple, attention, activite }
}

/// A table: a header row, an alignment a column, and rows of as many cells.
public struct Table: Hashable, Sendable {
    /// How a column stands.
    public enum Alignment: String, Hashable, Sendable { case leading, center, trailing }

    public var alignments: [Alignment]
    public var header: [[Inline]]
    public var rows: [[[Inline]]]

    /// A table from its parts.
    public init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case code(String)
    case link(destination: String, [Inline])
    /// A word of the glossary, and what it means.
    case term([Inline], meaning: String)
    case image(path: String, alternative: String)
    case lineBreak
}

extension Sequence<Inline> {
    /// The text alone, as a reader would say it.
    public var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let inside), .strong(let inside), .strikethrough(let inside), .link(_, let inside),
                .term(let inside, _):
                inside.plainText
            case .image(_, let alternative): alternative
            case .lineBreak: " "
            }
        }.joined()
    }
}
