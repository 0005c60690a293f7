import CourseModel
import Testing

@testable import Sequencing

@Suite("SB: choice")
struct SB_ChoiceTests {
    typealias Change = (inout SequencingDefinition) -> Void

    /// root > m1(a, b), m2(n(c, d), e), m3(f)
    static func plan(
        m1: @escaping Change = { _ in }, n: @escaping Change = { _ in }, m2: @escaping Change = { _ in },
        b: @escaping Change = { _ in }, root: @escaping Change = { _ in }
    ) -> Plan {
        .cluster(
            "root",
            [
                .cluster("m1", [.leaf("a"), .leaf("b", b)], m1),
                .cluster("m2", [.cluster("n", [.leaf("c"), .leaf("d")], n), .leaf("e")], m2),
                .cluster("m3", [.leaf("f")]),
            ], root)
    }

    @Test("SB.2.9-3: hidden from choice, itself or what holds it", arguments: ["m2", "n", "c"])
    func hidden(target: ActivityID) throws {
        var walk = try Walk(Self.plan(m2: SB_FlowTests.always(.hiddenFromChoice)))
        #expect(walk.ask(.start, .choice(target), .choice("f")) == ["a", "SB.2.9-3", "f"])
    }

    @Test("SB.2.4-1 among siblings: from the current one on, the target not asked")
    func siblingStops() throws {
        let stop = SB_FlowTests.always(.stopForwardTraversal)
        var walk = try Walk(.cluster("root", [.leaf("a"), .leaf("b", stop), .leaf("c"), .leaf("d")]))
        #expect(walk.ask(.choice("a"), .choice("b"), .choice("c")) == ["a", "b", "SB.2.4-1"])
        #expect(walk.ask(.choice("a"), .choice("c"), .choice("d")) == ["a", "SB.2.4-1", "SB.2.4-1"])
        #expect(walk.ask(.jump("d"), .choice("a")) == ["d", "a"])
    }

    @Test("SB.2.4-1 on the way down: each cluster from the common ancestor on, target excluded; not when going back")
    func descentStops() throws {
        let stop = SB_FlowTests.always(.stopForwardTraversal)
        var walk = try Walk(Self.plan(m2: stop))
        #expect(walk.ask(.start, .choice("e"), .choice("m2")) == ["a", "SB.2.4-1", "c"])
        #expect(walk.ask(.choice("f"), .choice("e")) == ["f", "e"])
    }

    @Test("SB.2.4-2: forward only forbids going back among siblings")
    func siblingsBack() throws {
        var walk = try Walk(Self.plan(m1: { $0.controlMode.forwardOnly = true }))
        #expect(walk.ask(.choice("b"), .choice("a"), .choice("m1")) == ["b", "SB.2.4-2", "a"])
    }

    @Test("SB.2.9-6: a cluster that refuses to be begun this way, unless it is active or the target itself")
    func preventActivation() throws {
        let prevent: Change = { $0.constrainedChoice.preventActivation = true }
        var walk = try Walk(Self.plan(n: prevent, m2: prevent))
        #expect(walk.ask(.choice("c"), .choice("e")) == ["SB.2.9-6", "SB.2.9-6"])
        #expect(walk.ask(.choice("m2"), .choice("d"), .choice("e"), .choice("c")) == ["c", "d", "e", "SB.2.9-6"])
        var back = try Walk(Self.plan(m2: prevent))
        #expect(back.ask(.choice("f"), .choice("e")) == ["f", "SB.2.9-6"])
    }

    @Test("SB.2.9-7: an ended activity without choiceExit still holds the learner in")
    func choiceExit() throws {
        let stay: Change = { $0.controlMode.choiceExit = false }
        var walk = try Walk(Self.plan(b: stay))
        #expect(walk.ask(.choice("b"), .exit) == ["b", "nothing"])
        #expect(walk.ask(.choice("f"), .choice("root"), .choice("a")) == ["SB.2.9-7", "SB.2.9-7", "a"])
    }

    @Test(
        "SB.2.9-8: constrainChoice lets the learner go to the neighbour and below, in the direction of travel",
        arguments: [("f", "SB.2.9-8"), ("m2", "c"), ("e", "e"), ("d", "d")])
    func constrained(target: String, answer: String) throws {
        var walk = try Walk(Self.plan(m1: { $0.constrainedChoice.constrainChoice = true }))
        #expect(walk.ask(.choice("a"), .choice(ActivityID(target))) == ["a", answer])
    }

    @Test("SB.2.9.1: at the edge of a cluster the neighbour is the parent's; at the edge of the tree itself")
    func neighbours() throws {
        var walk = try Walk(Self.plan(n: { $0.constrainedChoice.constrainChoice = true }))
        #expect(walk.ask(.choice("c"), .choice("a"), .choice("f")) == ["c", "a", "f"])
        var outer = try Walk(Self.plan(m2: { $0.constrainedChoice.constrainChoice = true }))
        #expect(outer.ask(.choice("e"), .choice("f"), .choice("e"), .choice("a")) == ["e", "f", "e", "a"])
    }

    @Test("SB.2.9: the lowest cluster that constrains decides")
    func lowestConstrains() throws {
        let constrain: Change = { $0.constrainedChoice.constrainChoice = true }
        var walk = try Walk(Self.plan(n: constrain, m2: constrain))
        #expect(walk.ask(.choice("c"), .choice("f"), .choice("e")) == ["c", "SB.2.9-8", "e"])
    }

    @Test("SB.2.9: before and after follow the order that chance gave")
    func randomOrder() throws {
        for seed in 0..<6 {
            var walk = try Walk(
                .cluster(
                    "root",
                    (0..<4).map { number in
                        .cluster("m\(number)", [.leaf("l\(number)")]) { $0.constrainedChoice.constrainChoice = true }
                    }
                ) {
                    $0.randomization.timing = .once
                    $0.randomization.reorderChildren = true
                })
            walk.dice = SeededDice(state: UInt64(seed))
            walk.ask(.start)
            let order = walk.sequencer.availableChildren(0).map { "l\(($0 - 1) / 2)" }
            #expect(walk.ask(.choice(ActivityID(order[1]))) == order[1])
            #expect(walk.ask(.choice(ActivityID(order[3]))) == "SB.2.9-8")
            #expect(walk.ask(.choice(ActivityID(order[0]))) == order[0])
        }
    }

    @Test("SB.2.9-9: a chosen cluster that delivers nothing becomes current; choosing goes on from there")
    func stranded() throws {
        var walk = try Walk(Self.plan(m2: { $0.controlMode.flow = false }))
        #expect(walk.ask(.start, .choice("m2")) == ["a", "SB.2.9-9"])
        #expect(walk.sequencer.current == 4 && walk.tracking("m1")?.isActive == false)
        #expect(walk.ask(.choice("e")) == "e")
    }

    @Test("SB.2.9-9: flow that runs past the end of the tree delivers nothing and ends nothing")
    func strandedPastTheEnd() throws {
        let m = Plan.cluster("m", [.leaf("b", SB_FlowTests.always(.skip))])
        var walk = try Walk(.cluster("root", [.leaf("a"), m]))
        #expect(walk.ask(.start, .choice("m")) == ["a", "SB.2.9-9"])
        #expect(walk.sequencer.isOpen && walk.sequencer.current == 2)
    }

    @Test("SB.2.9: cur = target begins a new attempt")
    func again() throws {
        var walk = try Walk(Self.plan())
        #expect(walk.ask(.start, .choice("a")) == ["a", "a"])
        #expect(walk.tracking("a")?.attemptCount == 2 && walk.tracking("m1")?.attemptCount == 1)
    }
}
