/// An element tree while the parser walks through the text.
struct ElementBuild {
    /// The text; positions refer to it.
    let bytes: [UInt8]
    /// The finished tree.
    private(set) var root: Element?
    /// Why reading stopped.
    private(set) var refusal: PackageError?
    private var open: [Element] = []
    /// Text that comes in pieces, until the next tag.
    private var pending = ""
    private var cursor = Position.Cursor()

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Takes note of the first refusal.
    mutating func refuse(_ error: PackageError) { if refusal == nil { refusal = error } }

    /// A start tag that ends at a byte offset.
    mutating func open(_ name: NameOnWire, endingAt offset: Int, attributes: [Element.Attribute]) {
        guard refusal == nil else { return }
        flush()
        let position = cursor.position(of: startOfTag(endingAt: offset), in: bytes)
        if open.count >= XMLLimit.depth { return refuse(.limit(.depth, position)) }
        if attributes.count > XMLLimit.attributes { return refuse(.limit(.attributes, position)) }
        open.append(
            Element(
                name: name.name, namespace: name.namespace, undeclaredPrefix: name.undeclaredPrefix,
                attributes: attributes, line: position.line, column: position.column))
    }

    /// A piece of text inside the element that is open.
    mutating func append(_ text: String) {
        if !open.isEmpty { pending += text }
    }

    private mutating func flush() {
        guard !pending.isEmpty, let last = open.indices.last else { return }
        open[last].nodes.append(.text(pending))
        pending = ""
    }

    /// An end tag.
    mutating func close() {
        flush()
        guard let done = open.popLast() else { return }
        if let parent = open.indices.last {
            open[parent].nodes.append(.element(done))
        } else {
            root = done
        }
    }

    /// No attribute value may hold `<`, so the nearest one before the end begins the tag.
    private func startOfTag(endingAt offset: Int) -> Int {
        let end = min(offset, bytes.count)
        return bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? 0
    }
}

/// A place in a text.
public struct Position: Hashable, Sendable {
    /// From 1; a lone carriage return ends a line too.
    public var line: Int
    /// From 1, in characters.
    public var column: Int

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The place of a byte.
    init(of offset: Int, in bytes: [UInt8]) {
        var cursor = Cursor()
        self = cursor.position(of: offset, in: bytes)
    }

    /// Walks through a text once, for offsets that never go back.
    struct Cursor {
        private var offset = 0
        private var line = 1
        private var column = 1

        /// The place of a byte at or after the last one asked for.
        mutating func position(of target: Int, in bytes: [UInt8]) -> Position {
            let end = min(target, bytes.count)
            while offset < end {
                let byte = bytes[offset]
                let endsLine =
                    byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A))
                if endsLine {
                    line += 1
                    column = 1
                } else if byte & 0xC0 != 0x80, byte != 0x0D {
                    column += 1
                }
                offset += 1
            }
            return Position(line: line, column: column)
        }
    }
}

/// Where a tag longer than the limit begins: the parser's own work grows with the square of a tag's attributes, so such
/// a tag must not reach it.
func offsetOfLongTag(in bytes: [UInt8]) -> Int? {
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
        let rest = bytes[start...]
        if let end = offsetAfterMarkup(in: bytes, from: start) {
            place = end
            continue
        }
        var quote: UInt8?
        var end = start + 1
        scan: while end < rest.endIndex {
            let byte = bytes[end]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break scan
            }
            end += 1
            if end - start > XMLLimit.tagBytes { return start }
        }
        place = min(end + 1, bytes.endIndex)
    }
    return nil
}

/// Comments, CDATA and processing instructions hold anything; the offset behind one, `nil` for another kind of tag.
private func offsetAfterMarkup(in bytes: [UInt8], from start: Int) -> Int? {
    let kinds: [(open: StaticString, close: StaticString)] = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    for kind in kinds {
        let open = kind.open.withUTF8Buffer { Array($0) }
        let close = kind.close.withUTF8Buffer { Array($0) }
        guard bytes[start...].starts(with: open) else { continue }
        var place = start + open.count
        while place < bytes.count {
            if bytes[place] == close[0], bytes[place...].starts(with: close) { return place + close.count }
            place += 1
        }
        return bytes.count
    }
    return nil
}
