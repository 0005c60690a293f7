import CourseModel
import Testing

@testable import Sequencing

@Suite("Rollup")
struct RollupTests {
    static let skipIfSatisfied = SequencingRule(.all, [RuleCondition(.satisfied)], PreConditionAction.skip)

    @Test(
        "RB.1.5: a cluster that nobody entered is rolled up when a leaf below it reads what changed",
        arguments: [true, false])
    func readersRollUp(progressOnly: Bool) throws {
        let element: ObjectiveElement = progressOnly ? .progressMeasure : .completionStatus
        let writer = Plan.leaf("a") {
            $0.primaryObjective = ObjectiveMapTests.objective("g", reads: [], writes: [element])
        }
        let reader = Plan.leaf("b") {
            $0.primaryObjective = ObjectiveMapTests.objective("g", reads: [element])
        } activity: {
            if progressOnly { ObjectiveMapTests.threshold(&$0, 0.5) }
        }
        let cluster = Plan.cluster("m", [reader]) {
            $0.preConditionRules = [Self.skipIfSatisfied]
            $0.rollupRules = [RollupRule(.all, .any, [RollupCondition(.completed, not: true)], .satisfied)]
        }
        var walk = try Walk(.cluster("root", [writer, cluster, .leaf("c")]))
        walk.ask(.start)
        walk.report(completed: false, progress: 0.1)
        #expect(walk.ask(.continue) == "c")
    }

    @Test("RB.1.5: what a cluster took over in an attempt of its parent is gone with the next one")
    func staleClusterIsForgotten() throws {
        let writer = Plan.leaf("a") {
            $0.primaryObjective = ObjectiveMapTests.objective("g", reads: [], writes: [.completionStatus])
        }
        let reader = Plan.leaf("b") {
            $0.primaryObjective = ObjectiveMapTests.objective("g", reads: [.completionStatus])
        }
        let cluster = Plan.cluster("m", [reader]) {
            $0.rollupRules = [RollupRule(.all, .any, [RollupCondition(.completed, not: true)], .satisfied)]
        }
        var walk = try Walk(.cluster("root", [writer, cluster]))
        walk.ask(.start)
        walk.report(completed: false)
        #expect(walk.tracking("m")?.objectives.first?.isSatisfied == true)
        walk.ask(.exitAll)
        walk.ask(.start)
        #expect(walk.tracking("m")?.objectives.first?.isSatisfied == nil)
        walk.report(completed: true)
        #expect(walk.tracking("m")?.objectives.first?.isSatisfied == nil)
    }

    @Test(
        "RB.1.4: where no child counts, all and none hold, and the counts do not",
        arguments: [
            (ChildActivitySet.all, true), (.none, true), (.any, false), (.atLeastCount(0), false),
            (.atLeastPercent(0), false),
        ])
    func emptySet(set: ChildActivitySet, fires: Bool) throws {
        let cluster = Plan.cluster("m", [.leaf("a") { $0.rollup.objectiveSatisfied = false }]) {
            $0.rollupRules = [RollupRule(set, .any, [RollupCondition(.completed)], .notSatisfied)]
        }
        var walk = try Walk(.cluster("root", [cluster, .leaf("b")]))
        walk.ask(.start)
        walk.ask(.continue)
        #expect(walk.tracking("m")?.objectives.first?.isSatisfied == (fires ? false : nil))
    }

    @Test("RB.1.2 b and RB.1.3 b: where no rule fires, the cluster stays as it is")
    func noRuleFires() throws {
        let rule = RollupRule(.any, .any, [RollupCondition(.satisfied)], .satisfied)
        var walk = try Walk(.cluster("root", [.leaf("a")]) { $0.rollupRules = [rule] })
        walk.ask(.start)
        walk.report(completed: true, satisfied: true)
        #expect(walk.tracking("root")?.objectives.first?.isSatisfied == true)
        walk.report(satisfied: false)
        #expect(walk.tracking("root")?.objectives.first?.isSatisfied == true)
    }

    @Test("DB.2: a delivery rolls nothing up")
    func deliveryRollsNothingUp() throws {
        let rule = RollupRule(.all, .any, [RollupCondition(.objectiveStatusKnown, not: true)], .completed)
        var walk = try Walk(.cluster("root", [.leaf("a")]) { $0.rollupRules = [rule] })
        walk.ask(.start)
        #expect(walk.tracking("root")?.isCompleted == nil)
        walk.report(progress: 0.5)
        #expect(walk.tracking("root")?.isCompleted == true)
    }

    @Test("SB.2.10: a retry of a cluster looks at its children as their last attempt left them")
    func retryOfCluster() throws {
        let cluster = Plan.cluster("m", [.leaf("a") { $0.preConditionRules = [Self.skipIfSatisfied] }, .leaf("b")]) {
            $0.exitConditionRules = [SequencingRule(.all, [RuleCondition(.completed)], .exit)]
            $0.postConditionRules = [SequencingRule(.all, [RuleCondition(.completed)], .retry)]
        }
        var walk = try Walk(.cluster("root", [cluster, .leaf("c")]))
        #expect([walk.ask(.start), walk.ask(.continue), walk.ask(.continue)] == ["a", "b", "b"])
        #expect(walk.tracking("m")?.attemptCount == 2)
    }

    @Test(
        "SB.2.5: a single leaf at the default control modes starts at once, without a table of contents",
        arguments: [(true, false, "a"), (false, false, "SB.2.2-1"), (true, true, "a")])
    func singleLeaf(choice: Bool, flow: Bool, answer: String) throws {
        var walk = try Walk(
            .cluster("root", [.leaf("a")]) {
                ($0.controlMode.choice, $0.controlMode.flow) = (choice, flow)
            })
        #expect(walk.ask(.start) == answer)
        #expect(walk.sequencer.prospect(of: 0).isListed == !(choice && !flow))
        #expect(walk.sequencer.prospect(of: 1).isListed == (choice && flow))
    }

    @Test("SB.2.5: a single leaf that is disabled does not start")
    func disabledSingleLeaf() throws {
        let leaf = Plan.leaf("a") {
            $0.preConditionRules = [SequencingRule(.all, [RuleCondition(.always)], .disabled)]
        }
        var walk = try Walk(.cluster("root", [leaf]) { $0.controlMode.flow = false })
        #expect(walk.ask(.start) == "DB.1.1-3")
    }
}
