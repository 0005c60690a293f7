import CourseModel
import Testing

@testable import JournalStore

@Suite("A line")
struct JournalLineTests {
    @Test("has the bytes that the format gives, and the hash that sha256sum gives")
    func bytes() throws {
        let request = try #require(JournalRequest(session: "web-7f3a", counter: 41))
        let data = try #require(JSONObject(#"{"a": 1}"#))
        let line = JournalLine(
            number: 1, time: noon, request: request, event: JournalEvent(.answer, data), previous: .none)
        #expect(
            String(decoding: line.encoded, as: UTF8.self)
                == #"{"n":1,"t":"2025-11-23T16:00:00.000Z","k":"answer","s":"web-7f3a","c":41,"d":{"a":1},"#
                + #""p":"0000000000000000","h":"\#(line.hash)"}"#)
    }

    @Test("hashes as SHA-256 does", arguments: [("", "e3b0c44298fc1c14"), ("abc", "ba7816bf8f01cfea")])
    func hash(text: String, digits: String) {
        #expect(JournalHash(signing: Array(text.utf8).span).description == digits)
    }

    @Test("that was written is read back as the same bytes")
    func roundTrip() {
        for bytes in sampleLines(20) {
            let line = Array(bytes.dropLast())
            #expect(read(line)?.encoded == line)
        }
    }

    @Test(
        "in another form is not read, although its hash is good",
        arguments: [
            ("\"n\":1", "\"n\":01"), ("\"n\":1", "\"n\": 1"), ("\"n\":1", "\"n\":-1"), ("\"n\":1", "\"n\":1.0"),
            ("\"n\":1", "\"n\":9007199254740992"), ("\"c\":1", "\"c\":\"1\""), ("16:00", "24:00"), ("-23T", "-31T"),
            (".001Z", ".001z"), ("\"answer\"", "\"Answer\""), ("\"answer\"", "\"\""), ("web-7f3a", "web\\u002d"),
            ("\"d\":{", "\"d\":[{"), ("\\u2028", "\u{2028}"), ("\\u2028", "\u{202E}"), ("\\u2028", "\u{7F}"),
            ("\\u2028", "\t"), ("\\u2028", "\\uD800"), (",\"p\":\"", ",\"p\": \""), ("\"p\":\"0", "\"p\":\"F"),
            (",\"p\"", ",\"z\":1,\"p\""),
        ])
    func otherForm(part: String, replacement: String) throws {
        let whole = try #require(sampleLines(1).first)
        let text = String(decoding: whole.dropLast(25), as: UTF8.self)
        let range = try #require(text.firstRange(of: part))
        let changed = Array(text.replacingCharacters(range, with: replacement).utf8)
        let line = changed + Array(",\"h\":\"\(JournalHash(signing: changed.span))\"}".utf8)
        #expect(isSealed(line))
        #expect(read(line) == nil)
        var scanner = JournalScanner()
        scanner.feed((line + [10]).span) { _, _ in true }
        #expect(scanner.isDamaged, "a sealed line that we cannot read is never cut off as torn")
    }
}

private func isSealed(_ line: [UInt8]) -> Bool { JournalEnvelope.goodHash(of: line.span) != nil }

private func read(_ line: [UInt8]) -> JournalLine? {
    guard let hash = JournalEnvelope.goodHash(of: line.span) else { return nil }
    return JournalEnvelope(line.span, hash: hash)?.line(of: line.span)
}

extension String {
    fileprivate func firstRange(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if utf8[start...].starts(with: part.utf8) {
                return start..<utf8.index(start, offsetBy: part.utf8.count)
            }
            start = utf8.index(after: start)
        }
        return nil
    }

    fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
