import CourseModel
import Testing

@testable import Sequencing

@Suite("DB, UP, SR: delivery, utilities, selection and randomization")
struct DB_UP_SRTests {
    @Test("DB.1.1-3: disabled or exhausted, itself or what holds it", arguments: ["root", "m", "a"])
    func unavailable(blocked: String) throws {
        let change: (String) -> (inout SequencingDefinition) -> Void = { id in
            { if id == blocked { $0.preConditionRules = [.when(.always, .disabled)] } }
        }
        var walk = try Walk(
            .cluster("root", [.cluster("m", [.leaf("a", change("a"))], change("m")), .leaf("b")], change("root")))
        #expect(walk.ask(.choice("a")) == "DB.1.1-3")
    }

    @Test("DB.2: attempts begin along the path where none is under way; suspended ones go on")
    func attempts() throws {
        var walk = try Walk(.cluster("root", [.cluster("m", [.leaf("a"), .leaf("b")]), .leaf("c")]))
        walk.ask(.start)
        walk.report(measure: 0.5, suspended: true)
        #expect(walk.ask(.continue, .choice("c"), .choice("a")) == ["b", "c", "a"])
        #expect(walk.tracking("a")?.attemptCount == 1 && walk.tracking("m")?.attemptCount == 1)
        #expect(walk.tracking("a")?.objectives.first?.measure == Measure(0.5))
        #expect(walk.ask(.choice("b")) == "b")
        #expect(walk.tracking("b")?.attemptCount == 2)
    }

    @Test("DB.2: untracked activities run, and nothing is recorded of them")
    func untracked() throws {
        var walk = try Walk(.cluster("root", [.leaf("a") { $0.delivery.tracked = false }, .leaf("b")]))
        walk.ask(.start)
        walk.report(completed: true, satisfied: true, measure: 1)
        #expect(walk.tracking("a")?.isActive == true && walk.tracking("a")?.attemptCount == 0)
        walk.ask(.continue)
        walk.report(completed: false, satisfied: false)
        #expect(walk.tracking("a")?.isCompleted == nil && walk.tracking("root")?.isCompleted == false)
    }

    @Test("DB.2.1: a choice elsewhere clears the suspended branch, up to the common ancestor")
    func clearSuspended() throws {
        var walk = try Walk(
            .cluster("root", [.cluster("m", [.leaf("a"), .leaf("b")]), .cluster("n", [.leaf("c")])]))
        #expect(walk.ask(.start, .suspendAll, .choice("c")) == ["a", "end", "c"])
        #expect(walk.tracking("a")?.isSuspended == false && walk.tracking("m")?.isSuspended == false)
        #expect(walk.sequencer.suspended == nil)
        #expect(walk.ask(.choice("a")) == "a")
        #expect(walk.tracking("a")?.attemptCount == 2 && walk.tracking("m")?.attemptCount == 2)
    }

    @Test("DB.2.1: a cluster stays suspended while another child is")
    func otherChildSuspended() throws {
        var walk = try Walk(
            .cluster("root", [.cluster("m", [.leaf("a"), .leaf("b")]), .cluster("n", [.leaf("c")])]))
        walk.ask(.start)
        walk.report(suspended: true)
        #expect(walk.ask(.continue, .suspendAll, .choice("c")) == ["b", "end", "c"])
        #expect(walk.tracking("b")?.isSuspended == false && walk.tracking("m")?.isSuspended == true)
        #expect(walk.ask(.choice("b")) == "b")
        #expect(walk.tracking("m")?.attemptCount == 1)
    }

    @Test(
        "UP.1: a limit counts attempts begun; none is exceeded before the first, and never while an attempt is under way",
        arguments: [(0, 1), (1, 1), (2, 2)])
    func limits(limit: Int, attempts: Int) throws {
        var walk = try Walk(.cluster("root", [.leaf("a") { $0.limits.attemptLimit = limit }, .leaf("b")]))
        for _ in 0..<attempts { #expect(walk.ask(.choice("a"), .choice("b")) == ["a", "b"]) }
        #expect(walk.ask(.choice("a")) == "DB.1.1-3")
    }

    @Test("UP.1: untracked and suspended activities have no limit")
    func noLimit() throws {
        var walk = try Walk(
            .cluster(
                "root",
                [
                    .leaf("a") {
                        $0.limits.attemptLimit = 1
                        $0.delivery.tracked = false
                    }, .leaf("b") { $0.limits.attemptLimit = 1 },
                ]))
        #expect(walk.ask(.choice("a"), .choice("b")) == ["a", "b"])
        walk.report(suspended: true)
        #expect(walk.ask(.choice("a"), .choice("b")) == ["a", "b"])
    }

    @Test(
        "UP.2.1: conditions of a rule before and after a report",
        arguments: [
            (Condition.satisfied, Bool?.none, Bool?.some(true)), (.objectiveStatusKnown, false, true),
            (.objectiveMeasureKnown, false, true), (.objectiveMeasureGreaterThan, nil, true),
            (.objectiveMeasureLessThan, nil, false), (.completed, nil, true), (.activityProgressKnown, false, true),
            (.attempted, false, true), (.attemptLimitExceeded, false, true), (.timeLimitExceeded, nil, nil),
            (.outsideAvailableTimeRange, nil, nil), (.always, true, true),
        ])
    func conditions(condition: Condition, before: Bool?, after: Bool?) throws {
        let half = Measure(0.5)
        for isNegated in [false, true] {
            let leaf = Plan.leaf("a") {
                $0.limits.attemptLimit = 1
                $0.preConditionRules = [.when(condition, not: isNegated, threshold: half, .hiddenFromChoice)]
            }
            var walk = try Walk(.cluster("root", [leaf, .leaf("b")]))
            func fires(_ walk: Walk) -> Bool { walk.sequencer.fires(.hiddenFromChoice, at: 1) }
            #expect(fires(walk) == (before == !isNegated))
            walk.ask(.start)
            walk.report(completed: true, satisfied: true, measure: 0.75)
            #expect(fires(walk) == (after == !isNegated))
        }
    }

    @Test(
        "UP.2.1: three values combine",
        arguments: [
            (ConditionCombination.all, [true, true], Bool?.some(true)), (.all, [true, nil], nil),
            (.all, [nil, false], false), (.all, [], nil), (.any, [false, true], true), (.any, [nil, true], true),
            (.any, [false, nil], nil), (.any, [false, false], false), (.any, [], nil),
        ] as [(ConditionCombination, [Bool?], Bool?)])
    func combinations(combination: ConditionCombination, values: [Bool?], answer: Bool?) {
        #expect(combined(values, combination) { $0 } == answer)
    }

    @Test("UP.2: the first rule of the actions asked for that fires decides, in document order")
    func firstRule() throws {
        let leaf = Plan.leaf("a") {
            $0.postConditionRules = [.when(.satisfied, .exitAll), .when(.always, .continue), .when(.always, .retry)]
        }
        var walk = try Walk(.cluster("root", [leaf, .leaf("b")]))
        walk.ask(.start)
        walk.report(satisfied: false)
        #expect(walk.ask(.exit) == "b")
    }

    @Test(
        "UP.4: what content leaves unsaid is completed and satisfied, unless the content sets it",
        arguments: [(false, false), (true, false), (false, true), (true, true)])
    func silentStatuses(completionByContent: Bool, objectiveByContent: Bool) throws {
        let leaf = Plan.leaf("a") {
            $0.delivery.completionSetByContent = completionByContent
            $0.delivery.objectiveSetByContent = objectiveByContent
        }
        var walk = try Walk(.cluster("root", [leaf, .leaf("b")]))
        #expect(walk.ask(.start, .continue) == ["a", "b"])
        #expect(walk.tracking("a")?.isCompleted == (completionByContent ? nil : true))
        #expect(walk.tracking("a")?.objectives.first?.isSatisfied == (objectiveByContent ? nil : true))
    }

    @Test("UP.4: what content said stays; a suspended leaf is not completed; its cluster is suspended with it")
    func endings() throws {
        var walk = try Walk(.cluster("root", [.cluster("m", [.leaf("a"), .leaf("b")]), .leaf("c")]))
        walk.ask(.start)
        walk.report(completed: false, satisfied: false)
        walk.ask(.continue)
        walk.report(suspended: true)
        walk.ask(.continue)
        #expect(walk.tracking("a")?.isCompleted == false && walk.tracking("a")?.objectives.first?.isSatisfied == false)
        #expect(walk.tracking("b")?.isCompleted == nil && walk.tracking("m")?.isSuspended == true)
    }

    /// A cluster of six of which three are drawn and shuffled, then one more leaf.
    static func drawing(_ selects: Timing, _ reorders: Timing, count: Int? = 3) -> Plan {
        let m = Plan.cluster("m", (0..<6).map { .leaf("l\($0)") }) {
            ($0.selection.timing, $0.selection.count) = (selects, count)
            ($0.randomization.timing, $0.randomization.reorderChildren) = (reorders, true)
        }
        return .cluster("root", [m, .leaf("z")])
    }

    /// The draws of the cluster among the steps so far.
    static func draws(_ walk: Walk) -> [[Int]] {
        walk.steps.compactMap { if case .draw(1, let children) = $0 { children } else { nil } }
    }

    @Test(
        "SR.1 and SR.2 at every timing: how often is drawn, and what",
        arguments: [
            (Timing.never, Timing.never, 0), (.once, .never, 1), (.never, .once, 1), (.once, .once, 1),
            (.onEachNewAttempt, .never, 3), (.never, .onEachNewAttempt, 3), (.onEachNewAttempt, .onEachNewAttempt, 3),
            (.once, .onEachNewAttempt, 3),
        ])
    func timings(selects: Timing, reorders: Timing, count: Int) throws {
        var walk = try Walk(Self.drawing(selects, reorders))
        walk.ask(.start)
        for _ in 0..<2 {
            #expect(walk.ask(.choice("z")) == "z")
            walk.ask(.choice("m"))
        }
        let draws = Self.draws(walk)
        #expect(draws.count == count)
        for children in draws {
            #expect(children.count == (selects == .never ? 6 : 3) && Set(children).count == children.count)
            if reorders == .never { #expect(children == children.sorted()) }
        }
        if selects == .once { #expect(Set(draws.map { Set($0) }).count == 1) }
        #expect(walk.replayed().state == walk.sequencer.state)
    }

    @Test("SR.1: without a count, or with one as large as the cluster, all children stay", arguments: [nil, 6, 9])
    func wholeSelection(count: Int?) throws {
        var walk = try Walk(Self.drawing(.once, .never, count: count))
        walk.ask(.start)
        #expect(walk.sequencer.availableChildren(1).count == 6)
    }

    @Test("SR: a suspended cluster keeps its draw")
    func suspendedKeeps() throws {
        var walk = try Walk(Self.drawing(.onEachNewAttempt, .onEachNewAttempt))
        walk.ask(.start)
        walk.report(suspended: true)
        #expect(walk.ask(.choice("z")) == "z")
        #expect(Self.draws(walk).count == 1)
        #expect(walk.ask(.suspendAll) == "end")
        #expect(walk.ask(.start) != "end")
        #expect(Self.draws(walk).count == 1)
    }
}
