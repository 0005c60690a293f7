import Packaging

extension Quirk {
    private static func href(
        _ href: String, _ verdict: Verdict, _ codes: [String], launch: String?, listed: String = "index.html"
    ) -> Quirk {
        let text = Fixture.scorm12(href: href).replacing(
            #"<file href="index.html"/>"#, with: #"<file href="\#(listed)"/>"#)
        return Quirk("\(href), \(listed)", text) {
            $0.verdict = verdict
            $0.codes = codes
            $0.launch = launch
        }
    }

    static let addresses = [
        href("./index.html", .valid, [], launch: "index.html"),
        href("a/../index.html", .valid, [], launch: "index.html"),
        href("/index.html", .usable, ["PKG041"], launch: "index.html"),
        href("//index.html", .broken, ["PKG045"], launch: nil),
        href("a\\b.html", .usable, ["PKG040"], launch: "a/b.html", listed: "a/b.html"),
        href("a/b.html", .usable, ["PKG040"], launch: "a/b.html", listed: "a\\b.html"),
        href("..\\index.html", .broken, ["PKG044"], launch: nil),
        href("../index.html", .broken, ["PKG044"], launch: nil),
        href("%2e%2e/index.html", .broken, ["PKG044"], launch: nil),
        href("file:///index.html", .broken, ["PKG045"], launch: nil),
        href("javascript:go()", .broken, ["PKG045"], launch: nil),
        href("http://exa mple/a", .broken, ["PKG045"], launch: nil),
        href("C:\\cours\\index.html", .broken, ["PKG046", "PKG021"], launch: nil),
        href("index.html?a=b#c", .valid, [], launch: "index.html?a=b#c"),
        href(" index.html ", .valid, [], launch: "index.html"),
        href("a b.html", .usable, ["PKG042"], launch: "a%20b.html", listed: "a b.html"),
        href("a%20b.html", .valid, [], launch: "a%20b.html", listed: "a%20b.html"),
        href("%C3%A9t%C3%A9.html", .valid, [], launch: "%C3%A9t%C3%A9.html", listed: "%C3%A9t%C3%A9.html"),
        href("été.html", .valid, [], launch: "%C3%A9t%C3%A9.html", listed: "été.html"),
        href("50%.html", .usable, ["PKG043"], launch: "50%25.html", listed: "50%.html"),
        href("https://example.org/a", .valid, ["PKG051"], launch: "https://example.org/a"),
        href("index.html", .usable, ["PKG039"], launch: "index.html", listed: "index.html\"/><file href=\"../../x.js"),
        href(
            "index.html", .usable, ["PKG039"], launch: "index.html", listed: "index.html\"/><file href=\"file:///x.js"),
        href("index.html", .usable, ["PKG046"], launch: "index.html", listed: "index.html\"/><file href=\"D:\\x.js"),
        href(
            "index.html", .usable, ["PKG074"], launch: "index.html",
            listed: "index.html\"/><file x:y=\"\" xmlns:x=\"urn:x"),
    ]
}
