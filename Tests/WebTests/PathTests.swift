import CourseModel
import Learning
import Testing

@testable import Web

struct PathTests {
    private static let lock = Lock(
        reason: "DB.1.1-3", sentence: Sentence(fr: "Fermé : <x>.", en: "Locked: <x>."), wayOut: ["L1"])

    private static func entry(
        _ id: ActivityID, _ depth: Int, leaf: Bool = true, _ status: OutlineEntry.Status = .notStarted,
        here: Bool = false, lock: Lock? = nil
    ) -> OutlineEntry {
        OutlineEntry(
            id: id, title: "Titre \(id)", depth: depth, isLeaf: leaf, status: status, isCurrent: here,
            isOpen: lock == nil, lock: lock, durationSeconds: 300, measure: nil)
    }

    private static let outline = [
        entry("ROOT", 0, leaf: false, .inProgress), entry("M1", 1, leaf: false, .inProgress),
        entry("L1", 2, .completed), entry("L2", 2, .inProgress, here: true), entry("L3", 2),
        entry("M2", 1, leaf: false, lock: lock), entry("L4", 2, lock: lock),
    ]

    @Test("The table of contents is nested lists that close, with the contract's attributes")
    func contents() {
        let html = TableOfContents(Self.outline, .french).html.description
        #expect(html.matches(of: /<ol>/).count == html.matches(of: /<\/ol>/).count)
        #expect(html.matches(of: /<li/).count == 7 && html.matches(of: /<\/li>/).count == 7)
        #expect(html.matches(of: /data-activity-id="/).count == 7)
        #expect(
            html.contains(
                "value=\"choice:L2\" data-activity-id=\"L2\" data-status=\"inProgress\" aria-current=\"step\""))
        #expect(
            html.contains(
                "data-activity-id=\"L4\" data-status=\"notStarted\" data-reason=\"DB.1.1-3\" aria-disabled=\"true\""))
    }

    @Test("Every stop of the figure leads to a place in the list, and both say the same")
    func figure() {
        let figure = PathFigure(Self.outline, .french).html.description
        let list = StepsList(Self.outline, action: "/play", .french).html.description
        let anchors = figure.matches(of: /href="#(step-[^"]+)"/).map { String($0.1) }
        #expect(anchors == ["step-M1", "step-L1", "step-L2", "step-L3", "step-M2", "step-L4"])
        for anchor in anchors { #expect(list.contains("id=\"\(anchor)\"")) }
        #expect(figure.contains("aria-label=\"Titre L1 – terminé\"") && figure.contains("aria-current=\"step\""))
    }

    @Test("A lock tells its reason once, and a way out that leads somewhere")
    func locks() {
        let list = StepsList(Self.outline, action: "/play", .french).html.description
        #expect(list.matches(of: /Fermé\u{A0}: &lt;x&gt;\./).count == 1)
        #expect(list.contains("<a href=\"#step-L1\">"))
        #expect(list.matches(of: /value="choice:/).count == 3)
    }

    @Test("A hidden parent does not break the lists")
    func gaps() {
        let html = TableOfContents([Self.entry("a", 0, leaf: false), Self.entry("b", 2), Self.entry("c", 1)], .english)
            .html.description
        #expect(html.matches(of: /<ol>/).count == html.matches(of: /<\/ol>/).count)
        #expect(html.matches(of: /<li/).count == html.matches(of: /<\/li>/).count)
    }
}
