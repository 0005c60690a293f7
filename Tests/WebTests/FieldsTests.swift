import Testing

@testable import Web

struct FieldsTests {
    @Test(
        "Reads a form as a browser sends it",
        arguments: [
            ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=%C3%A9+%2B", [("a", "é +")]), ("a", [("a", "")]),
            ("a==b", [("a", "=b")]), ("", []), ("a=1&a=2", [("a", "1"), ("a", "2")]), ("&&a=1&", [("a", "1")]),
        ])
    func reads(text: String, expected: [(String, String)]) throws {
        let fields = try #require(Fields(Array(text.utf8)))
        for (name, value) in expected { #expect(fields.all(name).contains(value)) }
        #expect(expected.isEmpty == (fields["a"] == nil))
    }

    @Test(
        "Refuses what is wrongly encoded, no UTF-8, or too much", arguments: ["a=%", "a=%4", "a=%zz", "%ff=1", "a=%C3"])
    func refuses(text: String) {
        #expect(Fields(Array(text.utf8)) == nil)
    }

    @Test("Refuses more fields than any form has")
    func refusesMany() {
        #expect(Fields(Array(String(repeating: "a=1&", count: 200).utf8)) != nil)
        #expect(Fields(Array(String(repeating: "a=1&", count: 201).utf8)) == nil)
    }

    @Test("What is encoded for an address is decoded to the same", arguments: ["a b/é?#%", "", "M1-L1", "«x»", "a+b"])
    func roundTrip(text: String) {
        #expect(Fields.decoded(Array(Fields.encoded(text).utf8)) == text)
    }
}
