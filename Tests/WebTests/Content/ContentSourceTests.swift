import Testing

@testable import Web

@Suite("Sites from which foreign content may load")
struct ContentSourceTests {
    @Test("are https origins, each of one course")
    func origins() throws {
        let source = try #require(ContentSource("un=deux=https://cdn.example.fr:8443"))
        #expect(source.course == "un=deux" && source.origin == "https://cdn.example.fr:8443")
    }

    @Test(
        "and nothing that a policy could read otherwise",
        arguments: [
            "c=http://a.fr", "c=https://*.a.fr", "c=https://a.fr/x", "c=https://a.fr; script-src *", "c=https://", "c=",
            "=https://a.fr", "https://a.fr", "c=https://a.fr:x", "c=https://a.fr:99999", "c=https://A.fr",
            "c=https://a.fr:1:2",
        ])
    func refused(text: String) { #expect(ContentSource(text) == nil) }

    @Test("stand in the policy of that course only")
    func policy() throws {
        let source = try #require(ContentSource("c=https://cdn.example"))
        let open = ContentHeaders.package(shell: "https://s", hasWindow: false, sources: [source])
        #expect(
            open.contains(
                "'unsafe-eval' https://cdn.example; connect-src 'self' https://cdn.example; form-action 'self'"))
        #expect(!ContentHeaders.package(shell: "https://s", hasWindow: false).contains("https://cdn"))
    }
}
