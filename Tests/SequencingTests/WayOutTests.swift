import CourseModel
import Testing

@testable import Sequencing

extension Walk {
    /// The content that runs is completed and passed, with the best scores.
    mutating func doWell() {
        guard let delivered = sequencer.delivered else { return }
        var best = ObjectiveProgress()
        (best.isSatisfied, best.isCompleted, best.measure, best.progress) = (true, true, Measure(1), ProgressMeasure(1))
        var said = ActivityProgress()
        (said.isCompleted, said.progress, said.primary) = (true, ProgressMeasure(1), best)
        for objective in sequencer.definition(delivered).objectives {
            if let id = objective.id { said.objectives[id] = best }
        }
        let step = Step.record(delivered, said, isSuspended: false)
        sequencer.apply([step])
        steps.append(step)
    }

    /// Does what a way out says, as its reader would.
    mutating func follow(_ requests: [Navigation]) {
        for request in requests {
            let isHere = sequencer.delivered.map { request == .choice(sequencer.tree.id(of: $0)) } ?? false
            if !isHere, ask(request) == "end" { ask(sequencer.suspended == nil ? .start : .resumeAll) }
            doWell()
        }
    }
}

@Suite("Why an activity is locked, and the way out")
struct WayOutTests {
    /// root > first(a, b), last(c, d); a writes a global objective that d reads.
    static func plan(
        root: @escaping (inout SequencingDefinition) -> Void = { _ in },
        first: @escaping (inout SequencingDefinition) -> Void = { _ in },
        last: @escaping (inout SequencingDefinition) -> Void = { _ in },
        a: @escaping (inout SequencingDefinition) -> Void = { _ in },
        d: @escaping (inout SequencingDefinition) -> Void = { _ in }
    ) -> Plan {
        .cluster(
            "root",
            [
                .cluster(
                    "first",
                    [
                        .leaf("a") {
                            $0.primaryObjective = ObjectiveMapTests.objective(
                                "g", reads: [], writes: ObjectiveMapTests.everything)
                            a(&$0)
                        }, .leaf("b"),
                    ], first),
                .cluster(
                    "last",
                    [
                        .leaf("c"),
                        .leaf("d") {
                            var gate = ObjectiveMapTests.objective("g")
                            gate.id = "gate"
                            $0.objectives = [gate]
                            d(&$0)
                        },
                    ], last),
            ], root)
    }

    static func locks(_ condition: RuleCondition, _ action: PreConditionAction = .disabled) -> (
        inout SequencingDefinition
    ) -> Void {
        { $0.preConditionRules = [SequencingRule(.all, [condition], action)] }
    }

    /// A case: the tree, where the learner goes and fails first, the target, its ground, the way out.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var plan: @Sendable () -> Plan
        var requests: [Navigation] = [.start]
        var target: ActivityID = "d"
        var ground: Explanation.Ground
        var way: [Navigation]?
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "not satisfied", plan: { plan(d: locks(RuleCondition(.satisfied, not: true, objective: "gate"))) },
            ground: .notSatisfied(by: [2]), way: [.choice("a")]),
        Case(
            name: "not satisfied, from elsewhere",
            plan: { plan(d: locks(RuleCondition(.satisfied, not: true, objective: "gate"))) },
            requests: [.start, .choice("c")], ground: .notSatisfied(by: [2]), way: [.choice("a")]),
        Case(
            name: "status unknown",
            plan: { plan(d: locks(RuleCondition(.objectiveStatusKnown, not: true, objective: "gate"))) },
            requests: [.choice("c")], ground: .notSatisfied(by: [2]), way: [.choice("a")]),
        Case(
            name: "hidden until satisfied",
            plan: { plan(d: locks(RuleCondition(.satisfied, not: true, objective: "gate"), .hiddenFromChoice)) },
            ground: .notSatisfied(by: [2]), way: [.choice("a")]),
        Case(
            name: "score too low",
            plan: {
                plan(d: locks(RuleCondition(.objectiveMeasureLessThan, objective: "gate", threshold: Measure(0.5))))
            },
            ground: .scoreTooLow(by: [2], least: 0.5), way: [.choice("a")]),
        Case(
            name: "already passed", plan: { plan(a: locks(RuleCondition(.attempted))) },
            requests: [.choice("a"), .choice("c")],
            target: "a", ground: .alreadyDone(by: [2]), way: nil),
        Case(name: "always", plan: { plan(d: locks(RuleCondition(.always))) }, ground: .rule, way: nil),
        Case(
            name: "stop until completed",
            plan: {
                plan(
                    first: { _ in },
                    a: {
                        $0.delivery.completionSetByContent = true
                        $0.preConditionRules = [.when(.completed, not: true, .stopForwardTraversal)]
                    })
            }, target: "b", ground: .notCompleted(by: [2]), way: [.choice("a")]),
        Case(
            name: "limit", plan: { plan(d: { $0.limits.attemptLimit = 1 }) }, requests: [.choice("d"), .choice("c")],
            ground: .attemptsUsed(1), way: nil),
        Case(
            name: "in order", plan: { plan(last: { $0.controlMode.choice = false }) }, ground: .inOrder(4),
            way: nil),
        Case(
            name: "no way back", plan: { plan(last: { $0.controlMode.forwardOnly = true }) }, requests: [.choice("d")],
            target: "c", ground: .noWayBack(4), way: [.choice("last")]),
        Case(
            name: "choiceExit", plan: { plan(first: { $0.controlMode.choiceExit = false }) }, ground: .finishFirst(1),
            way: [.continue, .continue]),
        Case(
            name: "preventActivation", plan: { plan(last: { $0.constrainedChoice.preventActivation = true }) },
            ground: .enterFirst(4), way: [.choice("last")]),
        Case(
            name: "flow off", plan: { plan(last: { $0.controlMode.flow = false }) }, target: "last",
            ground: .onlyGroups,
            way: nil),
        Case(
            name: "not selected",
            plan: { plan(last: { ($0.selection.timing, $0.selection.count) = (.once, 0) }) }, ground: .notSelected,
            way: nil),
    ]

    @Test("each kind of lock has its ground and its way out", arguments: cases)
    func grounds(of lock: Case) throws {
        var walk = try Walk(lock.plan())
        for request in lock.requests {
            walk.ask(request)
            walk.report(completed: false, satisfied: false, measure: 0)
        }
        let target = try #require(walk.sequencer.place(of: lock.target))
        let explanation = try #require(walk.sequencer.explanation(of: target))
        #expect(explanation.grounds.joined().contains(lock.ground), "\(explanation)")
        #expect(walk.sequencer.wayOut(to: target) == lock.way)
        #expect(Outlook(walk.sequencer).explanation(of: explanation.refusal) == explanation)
    }

    @Test("doing what the way out says opens the activity", arguments: PropertyTests.seeds.filter { $0 % 3 == 0 })
    func wayOutWorks(seed: Int) throws {
        _ = try PropertyTests.walk(seed: seed) { walk, request, organization in
            walk.ask(request)
            let place = Plans.pick(Array(organization.activities.indices), &walk.dice)
            guard walk.sequencer.isOpen, var way = walk.sequencer.wayOut(to: place) else { return }
            var twin = walk
            for _ in 0..<20 where !way.isEmpty {
                twin.follow(way)
                way = twin.sequencer.wayOut(to: place) ?? []
            }
            let refusal = twin.sequencer.refusalOfChoice(of: place)
            // What chance leaves out of a new attempt no advice can bring back.
            let isDrawnAway = refusal?.exception == .targetUnavailable
            #expect(
                refusal == nil || isDrawnAway, "\(organization.activities[place].id): \(String(describing: refusal))")
        }
    }

    @Test("the trace holds what each process looked at, and ends with the exception")
    func trace() throws {
        var walk = try Walk(Self.plan(d: Self.locks(RuleCondition(.satisfied, not: true, objective: "gate"))))
        walk.ask(.start)
        walk.report(satisfied: false)
        let entries = walk.sequencer.traceOfChoice(of: 6)
        #expect(entries.map(\.process).first == "NB.2.1")
        #expect(
            entries.contains(
                TraceEntry(
                    process: "UP.2", activity: 6, rule: "disabled if not satisfied(gate)",
                    facts: ["satisfied(gate) = false", "fires"])))
        #expect(entries.last?.process == "DB.1.1" && entries.last?.rule == "DB.1.1-3")
        #expect(walk.sequencer.traceOfChoice(of: 5).last?.rule != "DB.1.1-3")
        let decision = walk.sequencer.traceOfDecision(.continue, using: &walk.dice)
        #expect(decision.last == TraceEntry(process: "OP.1", activity: 3, rule: "continue", facts: ["done"]))
    }
}
