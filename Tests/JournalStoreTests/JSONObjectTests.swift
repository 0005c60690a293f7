import Testing

@testable import JournalStore

@Suite("A JSON object")
struct JSONObjectTests {
    @Test(
        "is taken, compact and with escapes",
        arguments: [
            ("{}", "{}"), (" { } ", "{}"), ("{\n\t\"a\" : [ 1 , 2 ] }", #"{"a":[1,2]}"#),
            (#"{"a":"b c"}"#, #"{"a":"b c"}"#),
            ("{\"a\":\"\u{2028}\u{202E}\u{7F}\u{85}\"}", #"{"a":"\u2028\u202e\u007f\u0085"}"#),
            ("{\"a\":\"x\ty\"}", #"{"a":"x\u0009y"}"#), (#"{"é😀":"\ud83d\ude00\"\\"}"#, #"{"é😀":"\ud83d\ude00\"\\"}"#),
            (#"{"a":-0.5e+10,"b":[true,false,null,[],{}]}"#, #"{"a":-0.5e+10,"b":[true,false,null,[],{}]}"#),
        ])
    func taken(text: String, compact: String) {
        #expect(JSONObject(text)?.text == compact)
    }

    @Test(
        "is refused",
        arguments: [
            "", "{", "}", "[]", "1", "\"a\"", "{}{}", "{} x", "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
            "{\"a\":[1,]}", "{\"a\":[1 2]}", "{\"a\":1 2}", "{\"a\":tr ue}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}",
            "{\"a\":1e}", "{\"a\":+1}", "{\"a\":-}", "{\"a\":NaN}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\ud800\"}", "{\"a\":\"\\ude00\"}", "{\"a\":\"\\ud800\\u0041\"}", "{\"a\":\"", "{\"a\":1]",
            "{\"a\":[1}}", "{\"a\" \"b\"}", "{1:2}", "{\"a\":\"\\", "{\"a\":\"\\\u{2028}\"}",
        ])
    func refused(text: String) {
        #expect(JSONObject(text) == nil)
    }

    @Test(
        "is refused with bytes that are no UTF-8",
        arguments: [[0xFF], [0xC0, 0xAF], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80]]
            as [[UInt8]])
    func badBytes(bytes: [UInt8]) {
        #expect(JSONObject(Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)) == nil)
    }

    @Test("may be nested 64 deep and no deeper", arguments: [(64, true), (65, false), (100_000, false)])
    func depth(levels: Int, isTaken: Bool) {
        let text =
            "{\"a\":" + String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1) + "}"
        #expect((JSONObject(text) != nil) == isTaken)
    }

    @Test("gives its members")
    func members() throws {
        let object = try #require(JSONObject(#"{"k":"\u00e9\n","n":12,"l":[{"x":1},2],"o":{}}"#))
        #expect(object["k"]?.string == "é\n")
        #expect(object["n"]?.number == 12)
        #expect(object["l"]?.elements?.first?.object?["x"]?.number == 1)
        #expect(object["l"]?.elements?.count == 2)
        #expect(object["o"]?.object == .empty)
        #expect(object["z"] == nil)
        #expect(object.members?.map(\.name) == ["k", "n", "l", "o"])
        #expect(JSONObject(#"{"a":1,"\u0061":2}"#)?.members == nil, "two members of one name")
    }
}
