import Testing

@testable import Web

struct HostsTests {
    private static func options(_ url: String? = nil, content: String? = nil) -> WebOptions {
        WebOptions(url: url, contentURL: content, pages: "", scorm: "")
    }

    @Test(
        "Knows its own names, whatever the port",
        arguments: ["localhost", "localhost:8080", "127.0.0.1:1", "LOCALHOST:80", "[::1]:8080", "formation.example.fr"])
    func own(authority: String) {
        #expect(Hosts(Self.options("https://formation.example.fr/")).kind(of: authority) == .shell)
    }

    @Test(
        "Serves nothing under any other name",
        arguments: [
            nil, "", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil:8080", "0.0.0.0:8080",
            "content.localhost", "abc.content.localhost", "x@localhost", "localhost:80:80",
        ])
    func foreign(authority: String?) {
        #expect(Hosts(Self.options()).kind(of: authority) == .foreign)
    }

    @Test("A version's name is a host of its own")
    func content() {
        let name = String(repeating: "0a", count: 16)
        #expect(Hosts(Self.options()).kind(of: "\(name).content.localhost:8080") == .content(name: name))
        #expect(Hosts(Self.options()).kind(of: "\(name)0.content.localhost:8080") == .foreign)
        let own = Hosts(Self.options(content: "https://*.contenus.example"))
        #expect(own.kind(of: "\(name).contenus.example") == .content(name: name))
        #expect(own.kind(of: "\(name).content.localhost") == .foreign)
    }
}
