import CourseModel
import Testing

@testable import Sequencing

@Suite("A learner walks through a course")
struct SequencerTests {
    let flat = Plan.cluster("root", [.leaf("a"), .leaf("b"), .leaf("c")])

    @Test("flow delivers leaf after leaf and ends after the last")
    func flow() throws {
        var walk = try Walk(flat)
        #expect(
            [walk.ask(.start), walk.ask(.continue), walk.ask(.previous), walk.ask(.continue)] == ["a", "b", "a", "b"])
        #expect([walk.ask(.continue), walk.ask(.continue)] == ["c", "end"])
        #expect(walk.sequencer.current == nil)
        #expect(!walk.sequencer.isOpen)
        #expect(walk.tracking("root")?.isCompleted == true)
        #expect(walk.tracking("root")?.objectives.first?.isSatisfied == true)
    }

    @Test(
        "requests that the book refuses carry its code",
        arguments: [
            (Navigation.continue, "NB.2.1-2"), (.previous, "NB.2.1-2"), (.exit, "NB.2.1-2"), (.resumeAll, "NB.2.1-3"),
            (.suspendAll, "NB.2.1-2"), (.abandonAll, "NB.2.1-2"), (.choice("nowhere"), "NB.2.1-11"),
            (.jump("a"), "SB.2.13-1"),
        ])
    func refusedBeforeStart(request: Navigation, code: String) throws {
        var walk = try Walk(flat)
        #expect(walk.ask(request) == code)
    }

    @Test("no flow: the start is blocked, and a choice still works")
    func blockedStart() throws {
        var walk = try Walk(.cluster("root", [.leaf("a"), .leaf("b")]) { $0.controlMode.flow = false })
        #expect(walk.ask(.start) == "SB.2.2-1")
        #expect(walk.sequencer.isOpen)
        #expect(walk.ask(.choice("b")) == "b")
        #expect(walk.ask(.continue) == "NB.2.1-4")
    }

    @Test("a skipped activity is passed over, a disabled one stops the flow")
    func skipAndDisable() throws {
        func plan(_ action: PreConditionAction) -> Plan {
            .cluster(
                "root",
                [
                    .leaf("a"),
                    .leaf("b") { $0.preConditionRules = [SequencingRule(.all, [RuleCondition(.always)], action)] },
                    .leaf("c"),
                ])
        }
        var skipping = try Walk(plan(.skip))
        #expect([skipping.ask(.start), skipping.ask(.continue), skipping.ask(.previous)] == ["a", "c", "a"])
        var disabled = try Walk(plan(.disabled))
        #expect([disabled.ask(.start), disabled.ask(.continue)] == ["a", "SB.2.2-2"])
        #expect(disabled.ask(.choice("b")) == "DB.1.1-3")
        #expect(disabled.ask(.choice("c")) == "c")
    }

    @Test("not of unknown stays unknown: only a known failure fires")
    func threeValues() throws {
        let locked = Plan.leaf("b") {
            var objective = Objective(id: "own")
            objective.maps = [ObjectiveMap(target: "g", reads: [.satisfiedStatus], writes: [])]
            $0.objectives = [objective]
            $0.preConditionRules = [
                SequencingRule(.all, [RuleCondition(.satisfied, not: true, objective: "own")], .disabled)
            ]
        }
        let writer = Plan.leaf("a") {
            $0.primaryObjective = Objective(id: "p")
            $0.primaryObjective.maps = [ObjectiveMap(target: "g", reads: [], writes: [.satisfiedStatus])]
        }
        var walk = try Walk(.cluster("root", [writer, locked]))
        walk.ask(.start)
        #expect(walk.sequencer.refusalOfChoice(of: 2) == nil)
        walk.report(satisfied: false)
        #expect(walk.sequencer.refusalOfChoice(of: 2)?.exception == .deliveryOfUnavailable)
        #expect(walk.sequencer.explanation(of: 2)?.grounds == [[.notSatisfied(by: [1])]])
        walk.report(satisfied: true)
        #expect(walk.sequencer.refusalOfChoice(of: 2) == nil)
    }

    @Test("suspend all, then resume: the same attempt goes on")
    func suspendAndResume() throws {
        var walk = try Walk(flat)
        walk.ask(.start)
        walk.ask(.continue)
        walk.report(completed: false)
        #expect(walk.ask(.suspendAll) == "end")
        #expect(walk.tracking("b")?.isSuspended == true)
        #expect(walk.ask(.resumeAll) == "b")
        #expect(walk.tracking("b")?.attemptCount == 1)
        #expect(walk.tracking("root")?.attemptCount == 1)
    }

    @Test("an attempt limit locks once the attempts are used")
    func attemptLimit() throws {
        var walk = try Walk(.cluster("root", [.leaf("a") { $0.limits.attemptLimit = 2 }, .leaf("b")]))
        #expect(
            [walk.ask(.start), walk.ask(.choice("b")), walk.ask(.choice("a")), walk.ask(.choice("b"))] == [
                "a", "b", "a", "b",
            ])
        #expect(walk.ask(.choice("a")) == "DB.1.1-3")
        #expect(walk.sequencer.explanation(of: 1)?.grounds == [[.attemptsUsed(2)]])
    }

    @Test(
        "post-conditions lead on",
        arguments: [
            (PostConditionAction.retry, "a"), (.continue, "b"), (.exitAll, "end"), (.retryAll, "a"),
        ])
    func postConditions(action: PostConditionAction, delivered: String) throws {
        let first = Plan.leaf("a") {
            $0.postConditionRules = [SequencingRule(.all, [RuleCondition(.attempted)], action)]
        }
        var walk = try Walk(.cluster("root", [first, .leaf("b")]))
        walk.ask(.start)
        #expect(walk.ask(.exit) == delivered)
    }

    @Test("rollup: a weighted mean, and unknown is not zero")
    func measureRollup() throws {
        var walk = try Walk(
            .cluster("root", [.leaf("a") { $0.rollup.objectiveMeasureWeight = 0.5 }, .leaf("b")]) {
                $0.primaryObjective.satisfiedByMeasure = true
                $0.primaryObjective.minNormalizedMeasure = Measure(0.5)
            })
        walk.ask(.start)
        #expect(walk.tracking("root")?.objectives.first?.measure == nil)
        walk.report(measure: 1)
        walk.ask(.continue)
        walk.report(measure: 0.25)
        #expect(walk.tracking("root")?.objectives.first?.measure == Measure(0.5))
        #expect(walk.tracking("root")?.objectives.first?.isSatisfied == true)
    }

    @Test("forward only, stop forward traversal, choice exit, constrain choice, prevent activation")
    func choiceRestrictions() throws {
        let tree = { (change: @escaping (inout SequencingDefinition) -> Void) in
            Plan.cluster(
                "root",
                [
                    .cluster("m1", [.leaf("a"), .leaf("b")], change), .cluster("m2", [.leaf("c"), .leaf("d")], change),
                    .cluster("m3", [.leaf("e")], change),
                ])
        }
        var forward = try Walk(tree { $0.controlMode.forwardOnly = true })
        forward.ask(.choice("b"))
        #expect(forward.ask(.choice("a")) == "SB.2.4-2")
        var staying = try Walk(tree { $0.controlMode.choiceExit = false })
        staying.ask(.choice("a"))
        #expect(staying.ask(.choice("c")) == "NB.2.1-8")
        #expect(staying.ask(.choice("b")) == "b")
        var constrained = try Walk(tree { $0.constrainedChoice.constrainChoice = true })
        constrained.ask(.choice("a"))
        #expect(constrained.ask(.choice("e")) == "SB.2.9-8")
        var prevented = try Walk(tree { $0.constrainedChoice.preventActivation = true })
        prevented.ask(.start)
        #expect(prevented.ask(.choice("d")) == "SB.2.9-6")
    }

    @Test("selection and randomization: what chance chose is a step, and replays")
    func selection() throws {
        let plan = Plan.cluster("root", (0..<6).map { .leaf("l\($0)") }) {
            $0.selection.timing = .once
            $0.selection.count = 3
            $0.randomization.timing = .once
            $0.randomization.reorderChildren = true
        }
        var walk = try Walk(plan)
        var seen = [walk.ask(.start)]
        while let last = seen.last, last != "end" { seen.append(walk.ask(.continue)) }
        #expect(Set(seen).count == 4 && seen.count == 4)
        #expect(walk.replayed().state == walk.sequencer.state)
    }
}
