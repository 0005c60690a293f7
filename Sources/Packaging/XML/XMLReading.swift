import CLibXML2

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
    var reading = XMLReading(build: DocumentBuild(sourceBytes: bytes.count))
    let failure = withUnsafeMutablePointer(to: &reading) { parse(bytes, into: $0) }
    if let refusal = reading.build.refusal { throw refusal.error(Position(of: refusal.offset, in: bytes)) }
    if let failure { throw failure }
    guard !reading.build.nodes.isEmpty else { throw .malformedXML(Position(of: bytes.count, in: bytes), reason: "") }
    return XMLTree(reading.build, source: bytes).root
}

/// The loader is global to the process: nobody in it may load an external entity.
private let denyExternalEntities: Void = xmlSetExternalEntityLoader { _, _, _ in nil }

/// The document while it grows, and the names that the parser has handed over: it keeps each of them once, so that the
/// pointers tell them apart.
private struct XMLReading {
    var build: DocumentBuild
    private var known: [NameOnWire: UInt32] = [:]
    private var last: [(wire: NameOnWire, name: UInt32)]

    init(build: DocumentBuild) {
        self.build = build
        last = Array(repeating: (NameOnWire(name: nil, prefix: nil, namespace: nil), 0), count: 256)
    }

    mutating func name(_ wire: NameOnWire) -> UInt32 {
        let bits = UInt(bitPattern: wire.name) ^ UInt(bitPattern: wire.namespace) << 1
        let slot = (bits &* 0x9E37_79B9_7F4A_7C15) >> 56
        if last[Int(slot)].wire == wire { return last[Int(slot)].name }
        let name = known[wire] ?? build.add(wire.value)
        known[wire] = name
        last[Int(slot)] = (wire, name)
        return name
    }
}

/// A name as the parser hands it over.
private struct NameOnWire: Hashable {
    var name: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?

    var value: XMLName {
        XMLName(
            name.map { String(cString: $0) } ?? "", namespace: namespace.map { String(cString: $0) },
            undeclaredPrefix: namespace == nil ? prefix.map { String(cString: $0) } : nil)
    }
}

/// Runs the parser over the text; returns the first fatal error.
private func parse(_ bytes: [UInt8], into reading: UnsafeMutablePointer<XMLReading>) -> PackageError? {
    bytes.withUnsafeBufferPointer { buffer -> PackageError? in
        let empty = PackageError.malformedXML(Position(line: 1, column: 1), reason: "")
        guard let start = buffer.baseAddress, let length = CInt(exactly: buffer.count), length > 0 else { return empty }
        guard let context = xmlNewParserCtxt(), let handler = context.pointee.sax else { return empty }
        defer { xmlFreeParserCtxt(context) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        context.pointee._private = UnsafeMutableRawPointer(reading)
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
    callbacks.startElementNs = { context, name, prefix, namespace, _, _, count, _, attributes in
        let wire = NameOnWire(name: name, prefix: prefix, namespace: namespace)
        withReading(context) { $0.open(wire, tagStart: $1, count: Int(count), attributes: attributes) }
    }
    callbacks.endElementNs = { context, _, _, _ in withReading(context) { reading, _ in reading.build.close() } }
    callbacks.characters = { context, text, length in
        let bytes = UnsafeBufferPointer(start: text, count: max(0, Int(length)))
        withReading(context) { reading, _ in reading.build.text(bytes) }
    }
    callbacks.cdataBlock = callbacks.characters
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.internalSubset = { context, _, _, _ in
        withReading(context) { $0.build.refuse(at: $1()) { .documentType($0) } }
    }
    handler.pointee = callbacks
}

extension XMLReading {
    /// A start tag. The parser hands over five pointers an attribute: name, prefix, namespace, start and end of the value.
    fileprivate mutating func open(
        _ name: NameOnWire, tagStart: () -> Int, count: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard build.refusal == nil else { return }
        let offset = tagStart()
        build.open(self.name(name), at: offset)
        guard count <= XMLLimit.attributes else { return build.refuse(at: offset) { .limit(.attributes, $0) } }
        guard let attributes, build.refusal == nil else { return }
        for number in 0..<count {
            let fields = attributes + number * 5
            let name = self.name(NameOnWire(name: fields[0], prefix: fields[1], namespace: fields[2]))
            guard let start = fields[3], let end = fields[4] else { continue }
            build.attribute(name, value: UnsafeBufferPointer(start: start, count: max(0, end - start)))
        }
    }
}

/// Hands over what a callback's parser has read so far, and where the tag that it is at begins, in bytes; stops the parser
/// on a refusal.
private func withReading(_ raw: UnsafeMutableRawPointer?, _ body: (inout XMLReading, () -> Int) -> Void) {
    guard let context = raw?.assumingMemoryBound(to: xmlParserCtxt.self),
        let reading = context.pointee._private?.assumingMemoryBound(to: XMLReading.self)
    else { return }
    body(&reading.pointee) {
        guard let input = context.pointee.input, let base = input.pointee.base, let cursor = input.pointee.cur else {
            return 0
        }
        // No attribute value may hold `<`, so the nearest one before the cursor begins the tag.
        var start = cursor
        while start > base, start.pointee != UInt8(ascii: "<") || start == cursor { start -= 1 }
        return Int(clamping: input.pointee.consumed) + (start - base)
    }
    if reading.pointee.build.refusal != nil { xmlStopParser(context) }
}
