import CourseHost
import HTTPTypes
import Testing

@testable import Web

struct RouteTests {
    private func route(_ path: String) -> Route {
        Route(.get, path, for: .readPublicPages) { _ in throw PageError.notFound }
    }

    @Test(
        "Fits its own paths and no others",
        arguments: [
            ("/", [], [:]), ("/courses/:course", ["courses", "a b"], ["course": "a b"]),
            ("/courses/:course", ["courses"], nil), ("/courses/:course", ["courses", "a", "play"], nil),
            ("/f/*path", ["f", "a", "b"], ["path": "a/b"]), ("/f/*path", ["f"], nil), ("/help", ["Help"], nil),
        ] as [(String, [String], [String: String]?)])
    func fits(path: String, segments: [String], expected: [String: String]?) {
        #expect(route(path).match(segments[...]) == expected)
    }

    @Test(
        "Reads what a form of the player asks for, and nothing else",
        arguments: [
            ("request=open", true), ("request=screen:3&seen=1.2.3", true), ("request=continue", true),
            ("request=choice:M1", true), ("request=retry", true), ("request=answer&item=q&response=A", true),
            ("request=answer", false), ("request=screen:x", false), ("request=", false), ("", false),
            ("request=open&seen=a.b", false), ("request=screen:9999999999999999999999", false),
        ])
    func wishes(text: String, isOne: Bool) throws {
        #expect((Wish(try #require(Fields(Array(text.utf8)))) != nil) == isOne)
    }
}
