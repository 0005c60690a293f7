import Testing

@testable import Packaging

struct ElementTests {
    private func root(_ text: String) throws(PackageError) -> Element {
        try rootElement(of: decodedText(Array(text.utf8)))
    }

    @Test("text, entities and namespaces come out as values")
    func values() throws {
        let root = try root(
            #"<a xmlns="urn:x" xmlns:p="urn:p" p:q="1 &amp; 2 &#233; &lt;"><b>x<c/>y &amp; <![CDATA[<z>]]></b></a>"#)
        #expect(root.name == "a" && root.namespace == "urn:x")
        #expect(root.attributes == [.init(name: "q", namespace: "urn:p", value: "1 & 2 é <")])
        #expect(root.child("b")?.text == "xy & <z>")
        #expect(root.child("b")?.nodes.count == 3)
    }

    @Test(
        "a document type is refused before anything it declares",
        arguments: [
            #"<!DOCTYPE a><a/>"#, #"<!DOCTYPE a SYSTEM "http://127.0.0.1:19997/x.dtd"><a/>"#,
            #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#,
            #"<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:19997/x"> %x;]><a/>"#,
            #"<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;">]><a>&m;</a>"#,
        ])
    func documentType(text: String) {
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let latin = "<?xml version='1.0' encoding='iso-8859-1'?>" + text
        let forms = [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(latin.utf8), [0xFF, 0xFE] + little, little,
            [0xFE, 0xFF] + big, big,
        ]
        for bytes in forms {
            let error = #expect(throws: PackageError.self) { try rootElement(of: decodedText(bytes)) }
            guard case .documentType? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("a document type inside a comment is a comment")
    func comment() throws { #expect(try root("<!-- <!DOCTYPE a> --><a/>").name == "a") }

    @Test(
        "too deep, too many attributes, too long a tag: refused",
        arguments: [(65, 0, 0), (1, 257, 0), (1, 0, 70_000), (1, 50_000, 0)])
    func bounds(depth: Int, attributes: Int, value: Int) {
        let list = (0..<attributes).map { " a\($0)=''" }.joined() + " v='" + String(repeating: "x", count: value) + "'"
        let text =
            String(repeating: "<a>", count: depth - 1) + "<a\(list)/>" + String(repeating: "</a>", count: depth - 1)
        let bound: PackageError.XMLBound = depth > 64 ? .depth : attributes == 257 ? .attributes : .tag
        let place = Position(line: 1, column: depth > 64 ? 193 : 1)
        #expect(throws: PackageError.limit(bound, place)) { try root(text) }
    }

    @Test("64 levels are not too deep")
    func deep() throws {
        #expect(try root(String(repeating: "<a>", count: 64) + String(repeating: "</a>", count: 64)).name == "a")
    }

    @Test("more than 8 MiB is refused")
    func large() {
        let bytes = [UInt8](repeating: 0x20, count: XMLLimit.bytes + 1)
        #expect(throws: PackageError.manifestTooLarge(bytes: bytes.count)) { try decodedText(bytes) }
    }

    @Test(
        "what is not well-formed is refused, with a line",
        arguments: [
            "", "text", "<a>", "<a></b>", "<a b=1/>", "<a/><b/>", "<a>&nbsp;</a>", "<a>\u{1}</a>", "<a b='<'/>",
        ])
    func malformed(text: String) {
        let error = #expect(throws: PackageError.self) { try root(text) }
        guard case .malformedXML(let position, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(position.line == 1)
    }

    @Test(
        "every encoding that tools write is read",
        arguments: [
            (
                Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9, 0x80] + Array("</a>".utf8), "é€",
                0
            ),
            (Array("<?xml version='1.0' encoding='UTF-8'?><a>".utf8) + [0xE8] + Array("</a>".utf8), "è", 1),
            (Array("<a>é</a>".utf8), "é", 0), ([0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8), "é", 0),
            ([0xFF, 0xFE] + [0x3C, 0, 0x61, 0, 0x3E, 0, 0xE9, 0, 0x3C, 0, 0x2F, 0, 0x61, 0, 0x3E, 0], "é", 0),
            ([0, 0x3C, 0, 0x61, 0, 0x3E, 0, 0xE9, 0, 0x3C, 0, 0x2F, 0, 0x61, 0, 0x3E], "é", 0),
            (Array("<?xml version='1.0' encoding='ISO-8859-15'?><a>".utf8) + [0xA4] + Array("</a>".utf8), "€", 0),
            (Array("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".utf8), "é", 1),
            (Array("<?xml version='1.0' encoding='x-none'?><a>é</a>".utf8), "é", 1),
        ] as [([UInt8], String, Int)])
    func encodings(bytes: [UInt8], text: String, faults: Int) throws {
        let decoded = try decodedText(bytes)
        #expect(decoded.faults.count == faults)
        #expect(try rootElement(of: decoded).text == text)
    }
}
