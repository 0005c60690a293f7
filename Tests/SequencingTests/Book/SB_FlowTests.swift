import CourseModel
import Testing

@testable import Sequencing

@Suite("SB: flow, start, retry and the rest")
struct SB_FlowTests {
    static func always(_ action: PreConditionAction) -> (inout SequencingDefinition) -> Void {
        { $0.preConditionRules = [.when(.always, action)] }
    }

    @Test(
        "SB.2.1: past the last activity the session ends; in the 2nd Edition it is -1",
        arguments: [
            (Edition.scorm2004Second, "SB.2.1-1"), (.scorm2004Third, "end"), (.scorm2004Fourth, "end"),
            (.scorm12, "end"),
        ])
    func pastTheEnd(edition: Edition, answer: String) throws {
        var walk = try Walk(.cluster("root", [.leaf("a")]), edition: edition)
        #expect(walk.ask(.start, .continue) == ["a", answer])
    }

    @Test("SB.2.1-2: a cluster without available children stops the flow, unless it is the last of the tree")
    func emptyCluster() throws {
        let empty: (inout SequencingDefinition) -> Void = {
            $0.selection.timing = .once
            $0.selection.count = 0
        }
        var walk = try Walk(.cluster("root", [.leaf("a"), .cluster("m", [.leaf("b")], empty), .leaf("c")]))
        #expect(
            walk.ask(.start, .continue, .choice("m"), .choice("c"), .previous) == [
                "a", "SB.2.1-2", "SB.2.9-9", "c", "SB.2.1-2",
            ])
        var last = try Walk(.cluster("root", [.leaf("a"), .cluster("m", [.leaf("b")], empty)]))
        #expect(last.ask(.start, .continue) == ["a", "end"])
    }

    @Test("SB.2.1-3 and -4: nothing before the first; a forward-only cluster higher up lets nobody back")
    func backward() throws {
        let tree = Plan.cluster("root", [.cluster("m1", [.leaf("a")]), .cluster("m2", [.leaf("b"), .leaf("c")])]) {
            $0.controlMode.forwardOnly = true
        }
        var walk = try Walk(tree)
        #expect(walk.ask(.start, .previous) == ["a", "SB.2.1-4"])
        #expect(walk.ask(.continue, .continue, .previous, .previous) == ["b", "c", "b", "SB.2.1-4"])
    }

    @Test("SB.2.1: backward into a forward-only cluster enters at its first child, forwards")
    func backwardTurnsRound() throws {
        let m = Plan.cluster("m", [.leaf("a"), .leaf("b")]) { $0.controlMode.forwardOnly = true }
        var walk = try Walk(.cluster("root", [m, .leaf("c")]))
        #expect(walk.ask(.choice("c"), .previous) == ["c", "a"])
    }

    @Test("SB.2.1 step 2: turned round and nothing to deliver, it goes back out at the front")
    func reversedOut() throws {
        let skip = Self.always(.skip)
        let m = Plan.cluster("m", [.leaf("a", skip), .leaf("b", skip)]) { $0.controlMode.forwardOnly = true }
        var walk = try Walk(.cluster("root", [.leaf("z"), m, .leaf("c")]))
        #expect(walk.ask(.choice("c"), .previous) == ["c", "z"])
    }

    @Test("SB.2.2-1: a cluster without flow is not entered")
    func noFlowInside() throws {
        let m = Plan.cluster("m", [.leaf("b")]) { $0.controlMode.flow = false }
        var walk = try Walk(.cluster("root", [.leaf("a"), m, .leaf("c")]))
        #expect(walk.ask(.start, .continue) == ["a", "SB.2.2-1"])
    }

    @Test(
        "SB.2.2: skipped is passed over, disabled (-2) and exhausted (-2) stop, also when they are clusters",
        arguments: [
            (PreConditionAction.skip, "c"), (.disabled, "SB.2.2-2"), (.hiddenFromChoice, "b"),
            (.stopForwardTraversal, "b"),
        ])
    func rulesOnTheWay(action: PreConditionAction, answer: String) throws {
        var leaf = try Walk(.cluster("root", [.leaf("a"), .leaf("b", Self.always(action)), .leaf("c")]))
        #expect(leaf.ask(.start, .continue) == ["a", answer])
        var cluster = try Walk(
            .cluster("root", [.leaf("a"), .cluster("m", [.leaf("b")], Self.always(action)), .leaf("c")]))
        #expect(cluster.ask(.start, .continue) == ["a", answer])
    }

    @Test("SB.2.5: everything skipped ends the session; a leaf that is all there is, is delivered")
    func starts() throws {
        var skipped = try Walk(.cluster("root", [.leaf("a", Self.always(.skip)), .leaf("b", Self.always(.skip))]))
        #expect(skipped.ask(.start) == "end")
        var single = try Walk(.leaf("root"))
        #expect(single.ask(.start, .continue, .exit) == ["root", "NB.2.1-4", "end"])
    }

    @Test("SB.2.10-3: a retry that delivers nothing, by refusal or past the end", arguments: [true, false])
    func retryDeliversNothing(isDisabled: Bool) throws {
        let rule = SequencingRule.when(.attempted, isDisabled ? PreConditionAction.disabled : .skip)
        let m = Plan.cluster("m", [.leaf("a") { $0.preConditionRules = [rule] }]) {
            $0.exitConditionRules = [.when(.always, .exit)]
            $0.postConditionRules = [.when(.always, .retry)]
        }
        var walk = try Walk(.cluster("root", [m]))
        #expect(walk.ask(.start, .exit) == ["a", "SB.2.10-3"])
        #expect(walk.sequencer.isOpen && walk.sequencer.delivered == nil)
    }

    @Test("SB.2.10: a retry beyond the attempt limit is DB.1.1-3")
    func retryBeyondLimit() throws {
        let leaf = Plan.leaf("a") {
            $0.postConditionRules = [.when(.always, .retry)]
            $0.limits.attemptLimit = 2
        }
        var walk = try Walk(.cluster("root", [leaf]))
        #expect(walk.ask(.start, .exit, .exit, .exit) == ["a", "a", "DB.1.1-3", "NB.2.1-12"])
    }

    @Test("SB.2.11: leaving another activity than the root ends nothing")
    func exits() throws {
        var walk = try Walk(.cluster("root", [.leaf("a")]))
        #expect(walk.ask(.start, .exit) == ["a", "nothing"])
        #expect(walk.sequencer.isOpen)
    }

    @Test("SB.2.13: a jump asks no control mode and no rule but disabled and limits; only a leaf is delivered")
    func jumps() throws {
        let tree = Plan.cluster(
            "root",
            [
                .leaf("a"),
                .cluster("m", [.leaf("b", Self.always(.hiddenFromChoice))], Self.always(.stopForwardTraversal)),
                .leaf("c", Self.always(.disabled)),
            ]
        ) { ($0.controlMode.choice, $0.controlMode.forwardOnly) = (false, true) }
        var walk = try Walk(tree)
        #expect(walk.ask(.jump("a")) == "SB.2.13-1")
        #expect(walk.ask(.start, .jump("b"), .jump("c"), .jump("m")) == ["a", "b", "DB.1.1-3", "DB.1.1-1"])
    }
}
