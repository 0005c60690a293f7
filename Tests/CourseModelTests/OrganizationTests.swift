import CourseModel
import Testing

@Suite("The words all rooms share")
struct OrganizationTests {
    private func activity(_ id: String, parent: Int?, children: [Int], end: Int) -> Activity {
        Activity(id: ActivityID(id), title: id, parent: parent, children: children, subtreeEnd: end)
    }

    @Test("a flat list is taken only when it is a tree in document order")
    func trees() {
        let root = activity("r", parent: nil, children: [1, 2], end: 3)
        let (a, b) = (activity("a", parent: 0, children: [], end: 2), activity("b", parent: 0, children: [], end: 3))
        let definitions = [SequencingDefinition()]
        #expect(Organization(activities: [root, a, b], definitions: definitions) != nil)
        #expect(Organization(activities: [], definitions: definitions) == nil)
        #expect(Organization(activities: [root, a], definitions: definitions) == nil)
        #expect(Organization(activities: [root, b, a], definitions: definitions) == nil)
        #expect(Organization(activities: [root, a, b], definitions: []) == nil)
        let stray = activity("b", parent: 1, children: [], end: 3)
        #expect(Organization(activities: [root, a, stray], definitions: definitions) == nil)
    }

    @Test("identifiers are the same only when their bytes are")
    func identifiers() {
        #expect(ActivityID("\u{E9}") != ActivityID("e\u{301}"))
        #expect(Set([ActivityID("\u{E9}"), ActivityID("e\u{301}")]).count == 2)
        #expect(ActivityID("a") < ActivityID("b"))
    }

    @Test("a measure is refused out of its range", arguments: [1.01, -1.01, .nan, .infinity])
    func measures(value: Double) {
        #expect(Measure(value) == nil)
        #expect(ProgressMeasure(value) == nil)
    }

    @Test(
        "a request is written and read back",
        arguments: ["start", "continue", "choice:M1-L1", "jump:a:b", "abandonAll", "suspendAll"])
    func navigation(text: String) {
        #expect(Navigation(text: text)?.text == text)
        #expect(Navigation(text: "x\(text)") == nil)
    }
}
