import CourseModel
import Testing

@testable import Packaging

struct AddressTests {
    @Test(
        "an address leads to a file of the package",
        arguments: [
            ("index.html", [], "index.html", ""), ("./a/../b.html", [], "b.html", ""),
            ("/index.html", [], "index.html", ""),
            ("a%20b.html", [], "a b.html", ""), ("p.html?x=1#y", [], "p.html", "?x=1#y"),
            (" p.html\n", [], "p.html", ""),
            ("a\\b.html", [], "a/b.html", ""), ("p.html", ["c/", "d/"], "c/d/p.html", ""),
            ("../p.html", ["c/d/"], "c/p.html", ""), ("p.html", ["c/x.html"], "c/p.html", ""),
            ("100%.html", [], "100%.html", ""), ("é/%C3%A9.html", [], "é/é.html", ""),
            ("a//b.html", [], "a/b.html", ""),
            ("/p.html", ["c/"], "p.html", ""), ("p.html", ["/c/"], "c/p.html", ""),
        ] as [(String, [String], String, String)])
    func inside(written: String, bases: [String], path: String, suffix: String) {
        #expect(AddressReading(written, bases: bases).address == .inside(path: path, suffix: suffix))
    }

    @Test(
        "an address that leaves the package is refused with an error",
        arguments: [
            "../p.html", "a/../../p.html", "%2e%2e/p.html", "a/%2E%2E/%2e%2e/p.html", "..\\p.html", "a%2Fb.html",
            "a%5C..%5Cb.html", "a%00.html", "//host/p.html", "javascript:alert(1)", "file:///etc/passwd",
            "data:text/html,x",
            "http:p.html", "http://", "http://user@host/p.html", "http://exa mple/p.html", "\\\\host\\p.html",
        ])
    func refused(written: String) {
        let reading = AddressReading(written)
        #expect(reading.address == nil)
        #expect(reading.faults.contains { $0.severity == .error })
    }

    @Test(
        "what is strange about an address has its code",
        arguments: [
            ("a b.html", "PKG042"), ("/a.html", "PKG041"), ("a\\b.html", "PKG040"), ("C:\\a.html", "PKG046"),
            ("l/C:/a.html", "PKG046"), ("50%.html", "PKG043"), ("../a.html", "PKG044"), ("ftp://h/a", "PKG045"),
        ])
    func codes(written: String, code: String) {
        #expect(AddressReading(written).faults.map(\.code).contains(code))
    }

    @Test(
        "a good address is not talked about", arguments: ["a.html", "a%20b.html?c#d", "https://h.example/a", "é.html"])
    func silence(written: String) { #expect(AddressReading(written).faults.isEmpty) }

    @Test("the base may be on another site")
    func remoteBase() {
        #expect(
            AddressReading("a.html", bases: ["http://h.example/c/"]).address == .remote("http://h.example/c/a.html"))
    }

    @Test(
        "a browser gets back the path that was meant", arguments: ["a b#c?.html", "50%.html", "é.html", "C:x/y.html"])
    func roundTrip(path: String) {
        #expect(Address.inside(path: path, suffix: "").href.percentDecoded == path)
    }

    @Test(
        "parameters join an address by the rules of launching",
        arguments: [
            ("a.html", "?x=1", "a.html?x=1"), ("a.html", "&x=1", "a.html?x=1"),
            ("a.html?y=2", "?x=1", "a.html?y=2&x=1"),
            ("a.html#top", "x=1", "a.html?x=1#top"), ("a.html", "#end", "a.html#end"),
            ("a.html#top", "#end", "a.html#top"),
            ("a.html", "", "a.html"), ("a.html", "??&&", "a.html"), ("a.html", "x=1#end", "a.html?x=1#end"),
        ])
    func parameters(href: String, parameters: String, whole: String) {
        #expect(joined(href, parameters: parameters) == whole)
    }

    @Test(
        "a duration is read or refused, never guessed",
        arguments: [
            ("PT15M", 900), ("P1DT1S", 86_401), ("P2W", 1_209_600), ("PT", nil), ("P", nil), ("P1M", nil),
            ("PT1S1M", nil),
            ("PT99999999999999999999S", nil), ("P9223372036854775807D", nil), ("15", nil),
        ] as [(String, Int64?)])
    func durations(text: String, seconds: Int64?) { #expect(durationSeconds(text) == seconds) }
}
