import CourseModel
import Testing

@testable import Sequencing

@Suite("NB: navigation requests")
struct NB_NavigationTests {
    /// root(flow) > m1(flow: a, b), m2(flow: c, d), with a change to a cluster and a leaf.
    static func plan(
        _ root: @escaping (inout SequencingDefinition) -> Void = { _ in },
        cluster: @escaping (inout SequencingDefinition) -> Void = { _ in },
        leaf: @escaping (inout SequencingDefinition) -> Void = { _ in }
    ) -> Plan {
        .cluster(
            "root",
            [.cluster("m1", [.leaf("a", leaf), .leaf("b")], cluster), .cluster("m2", [.leaf("c"), .leaf("d")])],
            root)
    }

    @Test(
        "NB.2.1: with a session under way",
        arguments: [
            (Navigation.start, "NB.2.1-1"), (.resumeAll, "NB.2.1-1"), (.continue, "b"), (.exit, "nothing"),
            (.exitAll, "end"), (.abandon, "nothing"), (.abandonAll, "end"), (.suspendAll, "end"),
            (.choice("d"), "d"), (.choice("nowhere"), "NB.2.1-11"), (.jump("d"), "d"), (.jump("nowhere"), "NB.2.1-11"),
            (.previous, "SB.2.1-3"),
        ])
    func running(request: Navigation, answer: String) throws {
        var walk = try Walk(Self.plan())
        #expect(walk.ask(.start, request) == ["a", answer])
    }

    @Test(
        "NB.2.1: after the current activity has ended",
        arguments: [
            (Navigation.exit, "NB.2.1-12"), (.abandon, "NB.2.1-12"), (.continue, "b"), (.choice("d"), "d"),
            (.exitAll, "end"), (.abandonAll, "end"), (.suspendAll, "end"),
        ])
    func ended(request: Navigation, answer: String) throws {
        var walk = try Walk(Self.plan())
        #expect(walk.ask(.start, .exit, request) == ["a", "nothing", answer])
    }

    @Test(
        "NB.2.1: control modes of the parent",
        arguments: [
            (Navigation.continue, "NB.2.1-4"), (.previous, "NB.2.1-5"), (.choice("b"), "b"),
            (.choice("m1"), "SB.2.9-9"),
        ])
    func noFlow(request: Navigation, answer: String) throws {
        var walk = try Walk(Self.plan(cluster: { $0.controlMode.flow = false }))
        #expect(walk.ask(.choice("a"), request) == ["a", answer])
    }

    @Test("NB.2.1: previous asks forwardOnly of the parent (-5)")
    func forwardOnly() throws {
        var walk = try Walk(Self.plan(cluster: { $0.controlMode.forwardOnly = true }))
        #expect(walk.ask(.start, .continue, .previous) == ["a", "b", "NB.2.1-5"])
    }

    @Test("NB.2.1: nothing lies before or after the root (-6, -4)")
    func rootIsCurrent() throws {
        var walk = try Walk(Self.plan({ $0.controlMode.flow = false }))
        #expect(walk.ask(.choice("root"), .choice("a"), .choice("root")) == ["SB.2.9-5", "a", "SB.2.9-9"])
        #expect(walk.ask(.previous, .continue) == ["NB.2.1-6", "NB.2.1-4"])
    }

    @Test("NB.2.1: choice asks the control mode of the target's parent (-10)")
    func choiceOff() throws {
        var walk = try Walk(Self.plan(cluster: { $0.controlMode.choice = false }))
        #expect(walk.ask(.choice("a"), .choice("m1"), .choice("b")) == ["NB.2.1-10", "a", "NB.2.1-10"])
    }

    @Test("NB.2.1: choiceExit of an active cluster holds the learner in (-8)", arguments: Edition.allCases)
    func choiceExitOfCluster(edition: Edition) throws {
        var walk = try Walk(Self.plan(cluster: { $0.controlMode.choiceExit = false }), edition: edition)
        #expect(walk.ask(.start, .choice("c"), .choice("b"), .continue) == ["a", "NB.2.1-8", "b", "c"])
    }

    @Test(
        "NB.2.1: choiceExit of the current activity itself (-8); before the 4th Edition siblings stay free",
        arguments: [
            (Edition.scorm2004Fourth, "NB.2.1-8"), (.scorm2004Third, "b"), (.scorm2004Second, "b"),
        ])
    func choiceExitOfCurrent(edition: Edition, sibling: String) throws {
        var walk = try Walk(Self.plan(leaf: { $0.controlMode.choiceExit = false }), edition: edition)
        #expect(walk.ask(.start, .choice("c"), .choice("b")) == ["a", "NB.2.1-8", sibling])
    }

    @Test(
        "NB.2.1: jump came with the 4th Edition (-13)",
        arguments: [
            (Edition.scorm12, "NB.2.1-13"), (.scorm2004Second, "NB.2.1-13"), (.scorm2004Third, "NB.2.1-13"),
            (.scorm2004Fourth, "d"),
        ])
    func jump(edition: Edition, answer: String) throws {
        var walk = try Walk(Self.plan(), edition: edition)
        #expect(walk.ask(.start, .jump("d")) == ["a", answer])
        let other = walk.sequencer.place(of: "c").map { walk.sequencer.canJump(to: $0) }
        #expect(other == (answer == "d"))
    }

    @Test("NB.2.1: jump and choice find only what chance left available (-11, SB.2.9-2)")
    func unavailable() throws {
        var walk = try Walk(
            .cluster("root", [.leaf("a"), .cluster("m", [.leaf("b")]), .leaf("c")]) {
                $0.selection.timing = .once
                $0.selection.count = 1
            })
        let first = walk.ask(.start)
        let kept = first == "b" ? "m" : first
        for (target, leaf) in [("a", "a"), ("m", "b"), ("c", "c")] where target != kept {
            #expect(walk.ask(.jump(ActivityID(leaf)), .choice(ActivityID(leaf))) == ["NB.2.1-11", "SB.2.9-2"])
        }
    }

    @Test("OP.1: a refusal changes nothing but what was ended before it")
    func refusalChangesNothing() throws {
        var walk = try Walk(Self.plan())
        walk.ask(.start)
        let before = walk.sequencer.state
        for request in [Navigation.start, .resumeAll, .choice("nowhere"), .jump("nowhere")] {
            let decision = walk.sequencer.decide(request, using: &walk.dice)
            #expect(decision.steps.isEmpty && decision.refusal != nil)
        }
        #expect(walk.sequencer.state == before)
    }
}
