import CLibXML2

/// An XML element as a value: names without prefixes, attributes, text and children in document order.
public struct Element: Hashable, Sendable {
    /// The local name; no prefix, even where the prefix was never declared.
    public var name: String
    /// The namespace; `nil` without one, or under a prefix that nothing declares.
    public var namespace: String?
    /// A prefix that the document uses and never declares.
    public var undeclaredPrefix: String?
    /// In document order.
    public var attributes: [Attribute] = []
    /// Text and elements, in document order.
    public var nodes: [Node] = []
    /// From 1; where the start tag begins.
    public var line: Int
    /// From 1, in characters.
    public var column: Int

    /// A piece of content.
    public indirect enum Node: Hashable, Sendable {
        case element(Element)
        case text(String)
    }

    /// An attribute; its name holds no prefix.
    public struct Attribute: Hashable, Sendable {
        public var name: String
        public var namespace: String?
        public var undeclaredPrefix: String?
        public var value: String
    }

    /// The child elements, in document order.
    public var children: [Element] {
        nodes.compactMap { node in
            switch node {
            case .element(let element): element
            case .text: nil
            }
        }
    }

    /// The element's own text, pieces joined, nothing trimmed.
    public var text: String {
        nodes.reduce(into: "") { text, node in
            switch node {
            case .element: break
            case .text(let piece): text += piece
            }
        }
    }
}

/// What an XML document may hold at most; beyond it, reading stops.
enum XMLLimit {
    static let bytes = 8 << 20
    static let depth = 64
    static let attributes = 256
    static let tagBytes = 64 << 10
}

/// Reads UTF-8 text into its root element. Nothing outside the text is ever read; a document type is refused.
func rootElement(of text: DecodedText) throws(PackageError) -> Element {
    let bytes = text.utf8
    guard bytes.count <= XMLLimit.bytes else { throw .manifestTooLarge(bytes: bytes.count) }
    if let offset = offsetOfLongTag(in: bytes) { throw .limit(.tag, Position(of: offset, in: bytes)) }
    denyExternalEntities
    var build = ElementBuild(bytes: bytes)
    let failure = withUnsafeMutablePointer(to: &build) { parse($0) }
    if let refusal = build.refusal { throw refusal }
    if let failure { throw failure }
    guard let root = build.root else { throw .malformedXML(Position(of: bytes.count, in: bytes), reason: "") }
    return root
}

/// The loader is global to the process: nobody in it may load an external entity.
private let denyExternalEntities: Void = xmlSetExternalEntityLoader { _, _, _ in nil }

/// Runs the parser over the text of `build`; returns the first fatal error.
private func parse(_ build: UnsafeMutablePointer<ElementBuild>) -> PackageError? {
    let bytes = build.pointee.bytes
    return bytes.withUnsafeBufferPointer { buffer -> PackageError? in
        let empty = PackageError.malformedXML(Position(line: 1, column: 1), reason: "")
        guard let start = buffer.baseAddress, let length = CInt(exactly: buffer.count), length > 0 else { return empty }
        guard let context = xmlNewParserCtxt(), let handler = context.pointee.sax else { return empty }
        defer { xmlFreeParserCtxt(context) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        context.pointee._private = UnsafeMutableRawPointer(build)
        install(into: handler)
        let document = start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
            xmlCtxtReadMemory(context, $0, length, nil, "UTF-8", CInt(truncatingIfNeeded: options))
        }
        if let document { xmlFreeDoc(document) }
        guard context.pointee.wellFormed == 0 else { return nil }
        let reason = context.pointee.lastError.message.map { String(cString: $0) } ?? ""
        let line = max(1, Int(context.pointee.lastError.line))
        let position = Position(line: line, column: max(1, Int(context.pointee.lastError.int2)))
        return .malformedXML(position, reason: String(reason.split(separator: "\n").first ?? ""))
    }
}

private func install(into handler: UnsafeMutablePointer<xmlSAXHandler>) {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    callbacks.startElementNs = { context, name, prefix, uri, _, _, attributeCount, _, attributes in
        withBuild(context) { build, offset in
            build.open(
                NameOnWire(name: name, prefix: prefix, namespace: uri), endingAt: offset,
                attributes: attributesOnWire(attributes, count: Int(attributeCount)))
        }
    }
    callbacks.endElementNs = { context, _, _, _ in withBuild(context) { build, _ in build.close() } }
    callbacks.characters = { context, text, length in
        let piece = string(text, length: Int(length))
        withBuild(context) { build, _ in build.append(piece) }
    }
    callbacks.cdataBlock = callbacks.characters
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.internalSubset = { context, _, _, _ in
        withBuild(context) { build, offset in build.refuse(.documentType(Position(of: offset, in: build.bytes))) }
    }
    handler.pointee = callbacks
}

/// Hands over the build of a callback's parser and how far the parser is, in bytes; stops the parser on a refusal.
private func withBuild(_ raw: UnsafeMutableRawPointer?, _ body: (inout ElementBuild, Int) -> Void) {
    guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self),
        let build = context.pointee._private?.assumingMemoryBound(to: ElementBuild.self)
    else { return }
    var offset = 0
    if let input = context.pointee.input, let base = input.pointee.base, let cursor = input.pointee.cur {
        offset = Int(clamping: input.pointee.consumed) + (cursor - base)
    }
    body(&build.pointee, offset)
    if build.pointee.refusal != nil { xmlStopParser(context) }
}

private func string(_ bytes: UnsafePointer<xmlChar>?, length: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: max(0, length)), as: UTF8.self)
}

/// A name as the parser hands it over.
struct NameOnWire {
    var name: String
    var prefix: String?
    var namespace: String?

    init(name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?) {
        self.name = name.map { String(cString: $0) } ?? ""
        self.prefix = prefix.map { String(cString: $0) }
        self.namespace = namespace.map { String(cString: $0) }
    }

    /// A prefix without a namespace.
    var undeclaredPrefix: String? { namespace == nil ? prefix : nil }
}

/// The parser hands over five pointers an attribute: name, prefix, namespace, start and end of the value.
private func attributesOnWire(
    _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
) -> [Element.Attribute] {
    guard let raw, count > 0, count <= XMLLimit.attributes * 4 else { return [] }
    return (0..<count).map { number in
        let fields = raw + number * 5
        let name = NameOnWire(name: fields[0], prefix: fields[1], namespace: fields[2])
        var value = ""
        if let start = fields[3], let end = fields[4] { value = string(start, length: end - start) }
        // The parser leaves `&` of a value, and nothing else, as a character reference.
        value = value.replacing("&#38;", with: "&")
        return Element.Attribute(
            name: name.name, namespace: name.namespace, undeclaredPrefix: name.undeclaredPrefix, value: value)
    }
}
