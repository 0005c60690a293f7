/// A document, flat and in document order. A class, because every element refers to it and nothing in it changes.
final class XMLTree: Sendable {
    /// An element or a piece of text.
    struct Node: Sendable {
        /// Its name in `names`; `Node.text` for a piece of text.
        var name: UInt32
        /// Where the start tag begins, in bytes of the source.
        var offset: UInt32
        /// An element's attributes in `attributes`, or a text's bytes in `characters`.
        var start: UInt32
        var end: UInt32
        /// The node after its last descendant.
        var next: UInt32

        static let text = UInt32.max
        var isText: Bool { name == Node.text }
    }

    /// A name in `names`, a value in `characters`.
    struct Attribute: Sendable {
        var name: UInt32
        var start: UInt32
        var end: UInt32
    }

    /// The text that was read, in UTF-8; positions refer to it.
    let source: [UInt8]
    let nodes: [Node]
    let attributes: [Attribute]
    /// Each name once.
    let names: [XMLName]
    /// All text and all values, one after the other, in UTF-8.
    let characters: [UInt8]

    init(_ build: DocumentBuild, source: [UInt8]) {
        self.source = source
        nodes = build.nodes
        attributes = build.attributes
        names = build.names
        characters = build.characters
    }

    var root: Element { Element(document: self, place: 0) }

    func attributeName(_ place: Int) -> XMLName { names[Int(attributes[place].name)] }

    /// The value of an attribute, nothing trimmed.
    func value(of place: Int) -> String {
        let attribute = attributes[place]
        return string(attribute.start, attribute.end)
    }

    /// The value of an attribute without outer blanks.
    func trimmedValue(of place: Int) -> String {
        let attribute = attributes[place]
        let (start, end) = (Int(attribute.start), Int(attribute.end))
        guard start < end, characters[start].isInk, characters[end - 1].isInk else {
            return string(attribute.start, attribute.end).trimmed
        }
        return string(attribute.start, attribute.end)
    }

    func string(_ start: UInt32, _ end: UInt32) -> String {
        characters.withUnsafeBufferPointer { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)]), as: UTF8.self)
        }
    }
}

extension UInt8 {
    /// A visible character of ASCII: no blank begins or ends with it.
    var isInk: Bool { self > 0x20 && self < 0x7F }
}

extension Unicode.Scalar {
    /// A visible character of ASCII.
    var isInk: Bool { value > 0x20 && value < 0x7F }
}

/// A name of the document, and whose word it is.
struct XMLName: Hashable, Sendable {
    /// The local name.
    var text: String
    var namespace: String?
    /// A prefix that nothing declares.
    var undeclaredPrefix: String?
    /// Whose word it is; `nil` where the document does not say.
    var vocabulary: Vocabulary?

    init(_ text: String, namespace: String?, undeclaredPrefix: String?) {
        self.text = text
        self.namespace = namespace
        self.undeclaredPrefix = undeclaredPrefix
        vocabulary = namespace.map(Vocabulary.init) ?? Vocabulary(undeclaredPrefix: undeclaredPrefix)
    }
}

/// A document while the parser walks through its text.
struct DocumentBuild {
    private(set) var nodes: [XMLTree.Node] = []
    private(set) var attributes: [XMLTree.Attribute] = []
    private(set) var names: [XMLName] = []
    private(set) var characters: [UInt8] = []
    /// Why reading stopped.
    private(set) var refusal: Refusal?
    /// The elements that are open, outermost first.
    private var open: [Int] = []
    /// The last node is a piece of text that may go on.
    private var isInText = false

    /// What was too much or forbidden, and where in the source.
    struct Refusal {
        var offset: Int
        var error: @Sendable (Position) -> PackageError
    }

    init(sourceBytes: Int) {
        characters.reserveCapacity(sourceBytes / 2)
        nodes.reserveCapacity(sourceBytes / 24)
        attributes.reserveCapacity(sourceBytes / 48)
    }

    /// Takes note of the first refusal.
    mutating func refuse(at offset: Int, _ error: @escaping @Sendable (Position) -> PackageError) {
        if refusal == nil { refusal = Refusal(offset: offset, error: error) }
    }

    mutating func add(_ name: XMLName) -> UInt32 {
        names.append(name)
        return UInt32(truncatingIfNeeded: names.count - 1)
    }

    /// A start tag; its attributes follow.
    mutating func open(_ name: UInt32, at offset: Int) {
        guard open.count < XMLLimit.depth else { return refuse(at: offset) { .limit(.depth, $0) } }
        open.append(nodes.count)
        let first = UInt32(truncatingIfNeeded: attributes.count)
        nodes.append(
            XMLTree.Node(
                name: name, offset: UInt32(truncatingIfNeeded: offset), start: first, end: first, next: 0))
        isInText = false
    }

    /// An attribute of the element that was opened last.
    mutating func attribute(_ name: UInt32, value: UnsafeBufferPointer<UInt8>) {
        guard let last = nodes.indices.last else { return }
        let start = UInt32(truncatingIfNeeded: characters.count)
        append(value, unescaping: true)
        attributes.append(
            XMLTree.Attribute(name: name, start: start, end: UInt32(truncatingIfNeeded: characters.count)))
        nodes[last].end += 1
    }

    /// A piece of text inside the element that is open.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !open.isEmpty, !bytes.isEmpty else { return }
        let start = UInt32(truncatingIfNeeded: characters.count)
        append(bytes, unescaping: false)
        let end = UInt32(truncatingIfNeeded: characters.count)
        if isInText, let last = nodes.indices.last {
            nodes[last].end = end
        } else {
            let next = UInt32(truncatingIfNeeded: nodes.count + 1)
            nodes.append(XMLTree.Node(name: XMLTree.Node.text, offset: 0, start: start, end: end, next: next))
            isInText = true
        }
    }

    /// An end tag.
    mutating func close() {
        guard let last = open.popLast() else { return }
        nodes[last].next = UInt32(truncatingIfNeeded: nodes.count)
        isInText = false
    }

    /// The parser leaves `&` of a value, and nothing else, as a character reference.
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, unescaping: Bool) {
        guard unescaping, bytes.contains(UInt8(ascii: "&")) else { return characters.append(contentsOf: bytes) }
        let reference = Array("&#38;".utf8)
        var place = 0
        while place < bytes.count {
            characters.append(bytes[place])
            place += bytes[place...].starts(with: reference) ? reference.count : 1
        }
    }
}
