import CourseModel
import Testing

@testable import Sequencing

@Suite("TB: termination requests")
struct TB_TerminationTests {
    typealias Post = SequencingRule<PostConditionAction>

    /// root(flow) > m1(flow: a, b), m2(flow: c) with rules for the leaf a, its cluster and the root.
    static func plan(
        leaf: Post? = nil, cluster: Post? = nil, root: Post? = nil, exit: SequencingRule<ExitAction>? = nil
    ) -> Plan {
        .cluster(
            "root",
            [
                .cluster("m1", [.leaf("a") { $0.postConditionRules = leaf.map { [$0] } ?? [] }, .leaf("b")]) {
                    $0.postConditionRules = cluster.map { [$0] } ?? []
                    $0.exitConditionRules = exit.map { [$0] } ?? []
                }, .cluster("m2", [.leaf("c")]),
            ]
        ) { $0.postConditionRules = root.map { [$0] } ?? [] }
    }

    @Test("TB.2.1: the highest ancestor whose exit rule fires ends and becomes current; current itself is not asked")
    func exitRules() throws {
        var walk = try Walk(Self.plan(exit: .when(.attempted, .exit)))
        #expect(walk.ask(.start, .exit) == ["a", "nothing"])
        #expect(walk.sequencer.current == 1 && walk.tracking("m1")?.isActive == false)
        #expect(walk.ask(.continue) == "c")
    }

    @Test("TB.2.1: a rule that is unknown does not fire")
    func unknownExitRule() throws {
        var walk = try Walk(Self.plan(exit: .when(.satisfied, not: true, .exit)))
        #expect(walk.ask(.start, .exit) == ["a", "nothing"])
        #expect(walk.sequencer.current == 2)
    }

    @Test(
        "TB.2.2: what a leaf asks for when it has ended",
        arguments: [
            (PostConditionAction.retry, "a"), (.continue, "b"), (.previous, "SB.2.1-3"), (.exitAll, "end"),
            (.retryAll, "a"), (.exitParent, "nothing"),
        ])
    func leafAsks(action: PostConditionAction, answer: String) throws {
        var walk = try Walk(Self.plan(leaf: .when(.always, action)))
        #expect(walk.ask(.start, .exit) == ["a", answer])
    }

    @Test("TB.2.2: a sequencing request of a rule replaces what was asked for")
    func replaces() throws {
        var walk = try Walk(Self.plan(leaf: .when(.always, .retry)))
        #expect(walk.ask(.start, .continue) == ["a", "a"])
        #expect(walk.tracking("a")?.attemptCount == 2)
    }

    @Test("TB.2.2: a suspended activity asks for nothing")
    func suspendedAsksNothing() throws {
        var walk = try Walk(Self.plan(leaf: .when(.always, .retry)))
        walk.ask(.start)
        walk.report(suspended: true)
        #expect(walk.ask(.continue) == "b")
    }

    @Test(
        "TB.2.3: exitParent asks the parent in its turn",
        arguments: [
            (PostConditionAction.retry, "a"), (.continue, "c"), (.exitAll, "end"), (.exitParent, "end"),
            (.retryAll, "a"), (.previous, "SB.2.1-3"),
        ])
    func parentAsks(action: PostConditionAction, answer: String) throws {
        var walk = try Walk(Self.plan(leaf: .when(.always, .exitParent), cluster: .when(.always, action)))
        #expect(walk.ask(.start, .exit) == ["a", answer])
    }

    @Test(
        "TB.2.3: at the root, exitParent is -4, retry begins again, anything else ends the session",
        arguments: [
            (PostConditionAction.exitParent, "TB.2.3-4"), (.retry, "a"), (.retryAll, "a"), (.continue, "end"),
            (.previous, "end"), (.exitAll, "end"),
        ])
    func rootAsks(action: PostConditionAction, answer: String) throws {
        let up = Post.when(.always, .exitParent)
        var walk = try Walk(Self.plan(leaf: up, cluster: up, root: .when(.always, action)))
        #expect(walk.ask(.start, .exit) == ["a", answer])
    }

    @Test("TB.2.3 Exit All: descendants end, deepest first, then the root")
    func exitAll() throws {
        var walk = try Walk(Self.plan())
        #expect(walk.ask(.start, .exitAll) == ["a", "end"])
        #expect(["a", "m1", "root"].allSatisfy { walk.tracking($0)?.isActive == false })
        #expect(walk.tracking("a")?.isCompleted == true)
        #expect(walk.ask(.start) == "a")
        #expect(walk.tracking("root")?.attemptCount == 2)
    }

    @Test("TB.2.3 Suspend All: the path is suspended, nothing is completed, no rule is asked")
    func suspendAll() throws {
        var walk = try Walk(Self.plan(leaf: .when(.always, .retry)))
        #expect(walk.ask(.start, .suspendAll) == ["a", "end"])
        #expect(["a", "m1", "root"].allSatisfy { walk.tracking($0)?.isSuspended == true })
        #expect(walk.tracking("a")?.isCompleted == nil)
        #expect(walk.ask(.resumeAll) == "a")
        #expect(["a", "m1", "root"].allSatisfy { walk.tracking($0)?.isSuspended == false })
        #expect(["a", "m1", "root"].allSatisfy { walk.tracking($0)?.attemptCount == 1 })
    }

    @Test("TB.2.3 Suspend All after an exit suspends the parent; SB.2.6 then delivers a cluster, which DB.1.1 refuses")
    func suspendParent() throws {
        var walk = try Walk(Self.plan())
        #expect(walk.ask(.start, .exit, .suspendAll) == ["a", "nothing", "end"])
        #expect(walk.sequencer.suspended == 1)
        #expect(walk.ask(.resumeAll, .choice("b")) == ["DB.1.1-1", "b"])
        #expect(walk.tracking("m1")?.attemptCount == 1 && walk.sequencer.suspended == nil)
    }

    @Test("TB.2.3-3: an inactive root cannot be suspended")
    func suspendRoot() throws {
        var walk = try Walk(.cluster("root", [.leaf("a")]) { $0.controlMode.flow = false })
        #expect(walk.ask(.start, .choice("root")) == ["a", "SB.2.9-9"])
        #expect(walk.ask(.suspendAll) == "TB.2.3-3")
    }

    @Test("TB.2.3 Abandon: the attempt counts, nothing is rolled up, nothing is completed")
    func abandon() throws {
        var walk = try Walk(Self.plan(leaf: .when(.always, .retry)))
        #expect(walk.ask(.start, .abandon) == ["a", "nothing"])
        #expect(walk.tracking("a")?.attemptCount == 1 && walk.tracking("a")?.isCompleted == nil)
        #expect(walk.tracking("a")?.isActive == false && walk.tracking("m1")?.isActive == true)
        #expect(walk.ask(.continue) == "b")
    }

    @Test("TB.2.3 Abandon All: the whole path is left, and the session ends")
    func abandonAll() throws {
        var walk = try Walk(Self.plan())
        #expect(walk.ask(.start, .abandonAll) == ["a", "end"])
        #expect(["a", "m1", "root"].allSatisfy { walk.tracking($0)?.isActive == false })
        #expect(walk.tracking("a")?.isCompleted == nil && walk.tracking("a")?.isSuspended == false)
    }

    @Test("a retry of the root forgets the global objectives of this course only", arguments: [true, false])
    func retryForgets(global: Bool) throws {
        let leaf = Plan.leaf("a") {
            $0.primaryObjective = ObjectiveMapTests.objective("g", reads: [], writes: [.satisfiedStatus])
            $0.postConditionRules = [.when(.always, .retryAll)]
        }
        var walk = try Walk(.cluster("root", [leaf]), global: global)
        walk.ask(.start)
        walk.report(satisfied: true)
        #expect(walk.sequencer.globalObjectives["g"]?.isSatisfied == true)
        #expect(walk.ask(.exit) == "a")
        #expect(walk.sequencer.globalObjectives["g"]?.isSatisfied == (global ? true : nil))
    }
}
