import CLibXML2
import CourseModel

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
    guard !reading.build.nodes.isEmpty else { throw .malformedXML(Position(of: bytes.count, in: bytes), reason: nil) }
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
        let empty = PackageError.malformedXML(Position(line: 1, column: 1), reason: nil)
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
        let line = max(1, Int(context.pointee.lastError.line))
        let position = Position(line: line, column: max(1, Int(context.pointee.lastError.int2)))
        return .malformedXML(position, reason: reason(of: context.pointee.lastError))
    }
}

/// Why a text is not XML, in words; what is not listed here is rare.
private func reason(of error: xmlError) -> Sentence? {
    let first = error.str1.map { String(cString: $0) } ?? "?"
    let second = error.str2.map { String(cString: $0) } ?? "?"
    return switch UInt32(bitPattern: error.code) {
    case XML_ERR_TAG_NAME_MISMATCH.rawValue:
        Sentence(
            fr: "la balise <\(first)> ouverte à la ligne \(error.int1) n’est pas fermée, </\(second)> vient avant",
            en: "the tag <\(first)> opened on line \(error.int1) is not closed, </\(second)> comes first")
    case XML_ERR_TAG_NOT_FINISHED.rawValue:
        Sentence(fr: "le fichier s’arrête avant la fin d’une balise", en: "the file ends before a tag does")
    case XML_ERR_DOCUMENT_EMPTY.rawValue, XML_ERR_DOCUMENT_START.rawValue:
        Sentence(fr: "il ne commence pas par une balise", en: "it does not begin with a tag")
    case XML_ERR_DOCUMENT_END.rawValue:
        Sentence(fr: "quelque chose suit la dernière balise", en: "something follows the last tag")
    case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
        Sentence(
            fr: "l’entité &\(first); est inconnue ; écrivez le caractère lui-même",
            en: "the entity &\(first); is unknown; write the character itself")
    case XML_ERR_NAME_REQUIRED.rawValue, XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
        Sentence(
            fr: "un « & » ou un « < » n’est pas écrit &amp; ou &lt;", en: "a “&” or a “<” is not written &amp; or &lt;")
    case XML_ERR_LT_IN_ATTRIBUTE.rawValue:
        Sentence(fr: "une valeur contient « < », qui s’écrit &lt;", en: "a value holds “<”, which is written &lt;")
    case XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
        Sentence(fr: "l’attribut \(first) est donné deux fois", en: "the attribute \(first) is given twice")
    case XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue, XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue:
        Sentence(fr: "une valeur n’est pas entre guillemets", en: "a value is not in quotes")
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue:
        Sentence(fr: "l’attribut \(first) n’a pas de valeur", en: "the attribute \(first) has no value")
    case XML_ERR_INVALID_CHAR.rawValue:
        Sentence(
            fr: "il contient un caractère de commande que XML interdit",
            en: "it holds a control character that XML forbids")
    default:
        error.message.map { String(cString: $0).split(separator: "\n").first.map(String.init) ?? "" }
            .map { Sentence(fr: $0, en: $0) }
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
