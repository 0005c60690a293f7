import CourseModel
import Testing

@testable import Sequencing

@Suite("RB: rollup, by its tables")
struct RB_RollupTests {
    /// What a leaf reports before the cluster is looked at; `nil` leaves it unattempted.
    struct Report: Sendable {
        var completed: Bool?
        var satisfied: Bool?
        var measure: Double?
        var progress: Double?
        var suspended = false
    }

    /// A cluster of leaves that report in turn, with a change to each leaf and to the cluster.
    static func walk(
        _ reports: [Report?], edition: Edition = .scorm2004Fourth,
        leaf: @escaping (Int, inout SequencingDefinition) -> Void = { _, _ in },
        activity: @escaping (Int, inout Activity) -> Void = { _, _ in },
        cluster: @escaping (inout SequencingDefinition) -> Void = { _ in },
        clusterActivity: @escaping (inout Activity) -> Void = { _ in }
    ) throws -> Walk {
        var m = Plan.cluster(
            "m",
            reports.indices.map { number in
                .leaf("l\(number)") {
                    $0.delivery.completionSetByContent = true
                    $0.delivery.objectiveSetByContent = true
                    leaf(number, &$0)
                } activity: {
                    activity(number, &$0)
                }
            }, cluster)
        m.changeActivity = clusterActivity
        var walk = try Walk(.cluster("root", [m, .leaf("end")]), edition: edition)
        for (number, report) in reports.enumerated() {
            guard let report else { continue }
            walk.ask(.choice(ActivityID("l\(number)")))
            walk.report(
                completed: report.completed, satisfied: report.satisfied, measure: report.measure,
                progress: report.progress, suspended: report.suspended)
        }
        walk.ask(.choice("end"))
        return walk
    }

    private static func satisfied(_ walk: Walk) -> Bool? { walk.tracking("m")?.objectives.first?.isSatisfied }

    @Test(
        "RB.1.1 a: the weighted mean; an unknown measure counts as 0, all unknown is unknown, weight 0 leaves none",
        arguments: [
            ([0.5, 1.0], [1.0, 1.0], 0.75), ([0.5, 1.0], [1.0, 0.0], 0.5), ([0.5, nil], [1.0, 1.0], 0.25),
            ([nil, nil], [1.0, 1.0], nil), ([0.5, 1.0], [0.0, 0.0], nil), ([-1.0, 1.0], [0.75, 0.25], -0.5),
            ([0.1, 0.2, 0.3], [1.0, 1.0, 1.0], 0.2), ([0.7, 0.1], [0.3, 0.7], 0.28),
        ] as [([Double?], [Double], Double?)])
    func measures(values: [Double?], weights: [Double], mean: Double?) throws {
        let walk = try Self.walk(
            values.map { Report(measure: $0) },
            leaf: { number, definition in definition.rollup.objectiveMeasureWeight = weights[number] })
        #expect(walk.tracking("m")?.objectives.first?.measure == mean.flatMap { Measure($0) })
    }

    @Test(
        "RB.1.1 b and RB.1.3 a: progress rolls up by progressWeight, and completes by minProgressMeasure, in the 4th Edition",
        arguments: [
            ([1.0, 0.5], [1.0, 1.0], 0.75, true), ([1.0, 0.0], [1.0, 1.0], 0.5, true),
            ([1.0, nil], [0.0, 1.0], 0.0, false),
            ([nil, nil], [1.0, 1.0], nil, nil), ([0.8, 0.2], [0.25, 0.75], 0.35, false),
        ] as [([Double?], [Double], Double?, Bool?)])
    func progress(values: [Double?], weights: [Double], mean: Double?, completed: Bool?) throws {
        for edition in [Edition.scorm2004Fourth, .scorm2004Third] {
            let walk = try Self.walk(
                values.map { Report(progress: $0) }, edition: edition,
                activity: { number, activity in
                    activity.completionThreshold = CompletionThreshold(
                        completedByMeasure: false, minProgressMeasure: ProgressMeasure(clamping: 1),
                        progressWeight: weights[number])
                },
                clusterActivity: { activity in
                    activity.completionThreshold = CompletionThreshold(
                        completedByMeasure: true, minProgressMeasure: ProgressMeasure(clamping: 0.5), progressWeight: 1)
                })
            let rollsUp = edition == .scorm2004Fourth
            #expect(walk.tracking("m")?.progress == (rollsUp ? mean.flatMap { ProgressMeasure($0) } : nil))
            #expect(walk.tracking("m")?.isCompleted == (rollsUp ? completed : nil))
        }
    }

    @Test(
        "RB.1.2 a: satisfiedByMeasure; without measureSatisfactionIfActive only once the attempt has ended",
        arguments: [(0.5, true), (0.49, false)])
    func byMeasure(value: Double, satisfied: Bool) throws {
        for whileActive in [true, false] {
            let walk = try Self.walk(
                [Report(measure: value)],
                cluster: { definition in
                    definition.primaryObjective.satisfiedByMeasure = true
                    definition.primaryObjective.minNormalizedMeasure = Measure(0.5)
                    definition.considerations.measureSatisfactionIfActive = whileActive
                })
            #expect(Self.satisfied(walk) == satisfied)
            var active = try Walk(
                .cluster("root", [.leaf("a")]) {
                    $0.primaryObjective.satisfiedByMeasure = true
                    $0.primaryObjective.minNormalizedMeasure = Measure(0.5)
                    $0.considerations.measureSatisfactionIfActive = whileActive
                })
            active.ask(.start)
            active.report(measure: value)
            #expect(active.tracking("root")?.objectives.first?.isSatisfied == (whileActive ? satisfied : nil))
        }
    }

    @Test(
        "RB.1.2 b and c, RB.1.3 b: the default rules, in every edition",
        arguments: [
            ([true, true], true), ([true, false], false), ([false, false], false), ([true, nil], nil),
            ([nil, nil], nil),
        ] as [([Bool?], Bool?)])
    func defaults(values: [Bool?], answer: Bool?) throws {
        for edition in Edition.allCases {
            let success = try Self.walk(values.map { Report(satisfied: $0) }, edition: edition)
            #expect(Self.satisfied(success) == answer)
            let completion = try Self.walk(values.map { Report(completed: $0) }, edition: edition)
            #expect(completion.tracking("m")?.isCompleted == answer)
        }
    }

    @Test("one explicit rule of a pair takes both defaults of that pair away, and none of the other")
    func pairs() throws {
        let walk = try Self.walk(
            [Report(completed: true, satisfied: true)],
            cluster: {
                $0.rollupRules = [RollupRule(.any, .any, [RollupCondition(.satisfied, not: true)], .notSatisfied)]
            })
        #expect(Self.satisfied(walk) == nil && walk.tracking("m")?.isCompleted == true)
    }

    @Test("satisfied wins over notSatisfied, completed over incomplete")
    func positiveWins() throws {
        let all: [RollupAction] = [.satisfied, .notSatisfied, .completed, .incomplete]
        let walk = try Self.walk(
            [Report(completed: true)],
            cluster: { $0.rollupRules = all.map { RollupRule(.any, .any, [RollupCondition(.completed)], $0) } })
        #expect(Self.satisfied(walk) == true && walk.tracking("m")?.isCompleted == true)
    }

    @Test(
        "RB.1.4: how many children a rule needs; unknown is neither yes nor no",
        arguments: [
            (ChildActivitySet.all, [true, true], true), (.all, [true, false], false), (.all, [true, nil], false),
            (.any, [true, nil], true), (.any, [false, nil], false), (.none, [false, false], true),
            (.none, [false, nil], false), (.none, [false, true], false), (.atLeastCount(2), [true, true, nil], true),
            (.atLeastCount(2), [true, false, nil], false), (.atLeastPercent(0.5), [true, nil], true),
            (.atLeastPercent(0.5), [true, false, false], false), (.atLeastPercent(1), [true, true], true),
        ] as [(ChildActivitySet, [Bool?], Bool)])
    func sets(set: ChildActivitySet, values: [Bool?], fires: Bool) throws {
        let walk = try Self.walk(
            values.map { Report(satisfied: $0) },
            cluster: { $0.rollupRules = [RollupRule(set, .any, [RollupCondition(.satisfied)], .completed)] })
        #expect(walk.tracking("m")?.isCompleted == (fires ? true : nil))
    }

    @Test(
        "RB.1.4.1: every condition about a child that has reported, one that has not, and one never attempted",
        arguments: [
            (RollupConditionKind.satisfied, true, Bool?.none, Bool?.none), (.objectiveStatusKnown, true, false, false),
            (.objectiveMeasureKnown, true, false, false), (.completed, true, nil, nil),
            (.activityProgressKnown, true, false, false), (.attempted, true, true, false),
            (.attemptLimitExceeded, true, true, false), (.timeLimitExceeded, nil, nil, nil),
            (.outsideAvailableTimeRange, nil, nil, nil),
        ] as [(RollupConditionKind, Bool?, Bool?, Bool?)])
    func conditions(kind: RollupConditionKind, full: Bool?, empty: Bool?, never: Bool?) throws {
        let reports: [(Report?, Bool?)] = [
            (Report(completed: true, satisfied: true, measure: 1), full), (Report(), empty), (nil, never),
        ]
        for (report, truth) in reports {
            for isNegated in [false, true] {
                let walk = try Self.walk(
                    [report], leaf: { $1.limits.attemptLimit = 1 },
                    cluster: {
                        $0.rollupRules = [
                            RollupRule(.all, .any, [RollupCondition(kind, not: isNegated)], .satisfied),
                            RollupRule(.any, .any, [RollupCondition(.attempted)], .incomplete),
                        ]
                    })
                #expect(
                    (Self.satisfied(walk) == true) == (truth == !isNegated && report != nil), "\(kind) \(isNegated)")
            }
        }
    }

    @Test(
        "RB.1.4.1: conditions combine; with no condition a rule is unknown",
        arguments: [(ConditionCombination.all, false), (.any, true)])
    func combinations(combination: ConditionCombination, fires: Bool) throws {
        let conditions = [RollupCondition(.completed), RollupCondition(.satisfied)]
        let walk = try Self.walk(
            [Report(completed: true, satisfied: false)],
            cluster: { $0.rollupRules = [RollupRule(.all, combination, conditions, .satisfied)] })
        #expect(Self.satisfied(walk) == (fires ? true : nil))
        let empty = try Self.walk(
            [Report(completed: true)], cluster: { $0.rollupRules = [RollupRule(.all, combination, [], .satisfied)] })
        #expect(Self.satisfied(empty) == nil)
    }

    @Test(
        "RB.1.4.2: rollup controls and requiredFor… decide who counts for which action",
        arguments: RollupAction.allCases,
        [
            (Requirement.always, [true, true, true, true]), (.ifAttempted, [true, true, false, true]),
            (.ifNotSuspended, [true, false, true, true]), (.ifNotSkipped, [true, true, true, false]),
        ])
    func considerations(action: RollupAction, requirement: (Requirement, [Bool])) throws {
        // A reported child, a suspended one, one never attempted, one that is skipped: each alone in the cluster.
        for (number, counts) in requirement.1.enumerated() {
            for contributes in [true, false] {
                let isSuspended = number == 1
                let walk = try Self.walk(
                    [number == 2 ? nil : Report(suspended: isSuspended), Report(measure: 0)],
                    leaf: { place, definition in
                        guard place == 0 else {
                            definition.rollup.objectiveSatisfied = false
                            definition.rollup.progressCompletion = false
                            return
                        }
                        definition.rollup.objectiveSatisfied = contributes
                        definition.rollup.progressCompletion = contributes
                        definition.considerations.requiredForSatisfied = requirement.0
                        definition.considerations.requiredForNotSatisfied = requirement.0
                        definition.considerations.requiredForCompleted = requirement.0
                        definition.considerations.requiredForIncomplete = requirement.0
                        if number == 3 { definition.preConditionRules = [.when(.attempted, .skip)] }
                    },
                    cluster: {
                        $0.rollupRules = [
                            RollupRule(
                                .atLeastCount(1), .any, [RollupCondition(.objectiveMeasureKnown, not: true)], action)
                        ]
                    })
                let known: Bool? = counts && contributes ? action == .satisfied || action == .completed : nil
                let isSuccess = action == .satisfied || action == .notSatisfied
                let answer = isSuccess ? Self.satisfied(walk) : walk.tracking("m")?.isCompleted
                #expect(answer == known, "child \(number), contributes \(contributes)")
            }
        }
    }

    @Test("SM.11: untracked children and those left out by selection add nothing")
    func untracked() throws {
        let walk = try Self.walk(
            [
                Report(completed: true, satisfied: true, measure: 1),
                Report(completed: false, satisfied: false, measure: 0),
            ],
            leaf: { number, definition in definition.delivery.tracked = number == 0 })
        #expect(Self.satisfied(walk) == true && walk.tracking("m")?.isCompleted == true)
        #expect(walk.tracking("m")?.objectives.first?.measure == Measure(1))
    }

    @Test(
        "SM.1: without useCurrentAttempt… what children reached before a new attempt of the cluster still counts",
        arguments: [true, false])
    func formerAttempts(onlyCurrent: Bool) throws {
        var walk = try Walk(
            .cluster("root", [.leaf("a"), .leaf("b")]) {
                $0.controlMode.useCurrentAttemptObjectiveInfo = onlyCurrent
                $0.controlMode.useCurrentAttemptProgressInfo = onlyCurrent
            })
        #expect(walk.ask(.start, .continue, .exitAll, .start) == ["a", "b", "end", "a"])
        #expect(walk.tracking("b")?.isCompleted == (onlyCurrent ? nil : true))
        #expect(walk.tracking("b")?.objectives.first?.isSatisfied == (onlyCurrent ? nil : true))
    }

    @Test("RB.1.4: a cluster with more rules than a tally has room for is counted all the same")
    func manyRules() throws {
        let never = RollupRule(.any, .any, [RollupCondition(.timeLimitExceeded)], .notSatisfied)
        let walk = try Self.walk(
            [Report(completed: true)],
            cluster: {
                $0.rollupRules = Array(repeating: never, count: 40)
                $0.rollupRules.append(RollupRule(.all, .any, [RollupCondition(.completed)], .satisfied))
            })
        #expect(Self.satisfied(walk) == true)
    }

    @Test("numbers that no schema allows trap nothing", arguments: [Double.nan, .infinity, -1e300, 1e300, -0.0])
    func hostileNumbers(value: Double) throws {
        let walk = try Self.walk(
            [Report(completed: true, satisfied: true, measure: 1, progress: 1), Report(measure: -1)],
            leaf: { _, definition in
                definition.rollup.objectiveMeasureWeight = value
                definition.limits.attemptLimit = Int.min
            },
            activity: { _, activity in
                activity.completionThreshold = CompletionThreshold(
                    completedByMeasure: true, minProgressMeasure: ProgressMeasure(clamping: value),
                    progressWeight: value)
            },
            cluster: { definition in
                definition.selection.timing = .onEachNewAttempt
                definition.selection.count = Int.min
                definition.rollupRules = [
                    RollupRule(.atLeastCount(.max), .any, [RollupCondition(.completed)], .satisfied),
                    RollupRule(.atLeastCount(.min), .any, [RollupCondition(.completed)], .completed),
                    RollupRule(.atLeastPercent(value), .any, [RollupCondition(.completed)], .satisfied),
                ]
            })
        #expect(walk.replayed().state == walk.sequencer.state)
    }
}
