import CourseModel
import Learning
import RuntimeData
import Testing

@testable import CourseHost

@Suite("What a page of foreign content sends")
struct PageCommitTests {
    private static let rest = #""activity":"A","attempt":1,"writes":[["cmi.location","3"]],"ends":false"#

    @Test("A commit is read with the page that counts it")
    func reads() throws {
        let json = #"{"page":"web-2","as":{"page":"web-1","number":3},"leaving":true,\#(PageCommitTests.rest)}"#
        let commit = try #require(PageCommit(json: Array(json.utf8)))
        #expect(commit.page == "web-2" && commit.writer == "web-1" && commit.number == 3 && commit.isLeaving)
        #expect(commit.content.activity == ActivityID("A") && commit.content.attempt == 1 && !commit.content.ends)
        #expect(commit.content.writes == [CMI.Write("cmi.location", "3")])
    }

    @Test(
        "What no page of ours sends is not read",
        arguments: [
            "", "{}", "[]", "null", #"{"page":"web-1","as":{"page":"web-1","number":1}}"#,
            #"{"page":"web-1",\#(rest)}"#, #"{"page":"tty-1","as":{"page":"web-1","number":1},\#(rest)}"#,
            #"{"page":"web-1","as":{"page":"web-1\"","number":1},\#(rest)}"#,
            #"{"page":"web-1","as":{"page":"web-1","number":0},\#(rest)}"#,
            #"{"page":"web-1","as":{"page":"web-1","number":1e99},\#(rest)}"#,
            #"{"page":"web-1","as":{"page":"web-1","number":1},"activity":"A","attempt":1,"writes":[["a"]],"ends":false}"#,
            #"{"page":"web-1","as":{"page":"web-1","number":1},"activity":"A","attempt":1,"writes":"a","ends":false}"#,
        ])
    func refuses(json: String) { #expect(PageCommit(json: Array(json.utf8)) == nil) }

    @Test("A commit beyond the limit is not read")
    func tooLarge() {
        let writes = #"[["cmi.suspend_data","\#(String(repeating: "x", count: PageCommit.limit))"]]"#
        let head =
            #"{"page":"web-1","as":{"page":"web-1","number":1},"activity":"A","attempt":1,"ends":false,"writes":"#
        #expect(PageCommit(json: Array("\(head)\(writes)}".utf8)) == nil)
    }
}
