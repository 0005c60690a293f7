import CourseModel
import Testing

@testable import Sequencing

@Suite("Objectives shared by maps")
struct ObjectiveMapTests {
    /// A primary objective with an identifier and one map.
    static func objective(
        _ target: ObjectiveID, reads: Set<ObjectiveElement> = Set(ObjectiveElement.allCases),
        writes: Set<ObjectiveElement> = []
    ) -> Objective {
        var objective = Objective(id: "p")
        objective.maps = [ObjectiveMap(target: target, reads: reads, writes: writes)]
        return objective
    }

    static let everything = Set(ObjectiveElement.allCases)
    static let skipIfCompleted = SequencingRule(.all, [RuleCondition(.completed)], PreConditionAction.skip)

    static func threshold(_ activity: inout Activity, _ least: Double) {
        guard let least = ProgressMeasure(least) else { return }
        activity.completionThreshold = CompletionThreshold(
            completedByMeasure: true, minProgressMeasure: least, progressWeight: 1)
    }

    @Test("SM.7: a map counts before the activity is attempted, by measure too", arguments: [true, false])
    func readBeforeAttempt(byMeasure: Bool) throws {
        let writer = Plan.leaf("a") {
            $0.primaryObjective = Self.objective("g", writes: [.completionStatus, .progressMeasure])
        }
        let reader = Plan.leaf("b") {
            $0.primaryObjective = Self.objective("g")
            $0.preConditionRules = [Self.skipIfCompleted]
        } activity: {
            if byMeasure { Self.threshold(&$0, 0.5) }
        }
        var walk = try Walk(.cluster("root", [writer, reader, .leaf("c")]))
        walk.ask(.start)
        walk.report(completed: !byMeasure, progress: 0.8)
        #expect(walk.ask(.continue) == "c")
    }

    @Test("what content does not mention stays, in the activity and in the global objective")
    func unsaidStays() throws {
        let leaf = Plan.leaf("a") { $0.primaryObjective = Self.objective("g", reads: [], writes: Self.everything) }
        var walk = try Walk(.cluster("root", [leaf]))
        walk.ask(.start)
        walk.report(completed: true, satisfied: false, measure: 0.25)
        walk.report(measure: 0.5)
        #expect(walk.tracking("a")?.isCompleted == true)
        #expect(walk.tracking("a")?.objectives.first?.isSatisfied == false)
        let global = walk.sequencer.globalObjectives["g"]
        #expect(global?.isSatisfied == false && global?.measure == Measure(0.5) && global?.isCompleted == true)
    }

    @Test("what was said before is not written again over what another activity wrote since")
    func noSecondWrite() throws {
        let plan = { (id: String) in
            Plan.leaf(id) { $0.primaryObjective = Self.objective("g", writes: Self.everything) }
        }
        var walk = try Walk(.cluster("root", [plan("a"), plan("b")]))
        walk.ask(.start)
        walk.report(measure: 0.5, suspended: true)
        walk.ask(.continue)
        walk.report(measure: 0.1, suspended: true)
        walk.ask(.previous)
        walk.report(completed: false, suspended: true)
        #expect(walk.sequencer.globalObjectives["g"]?.measure == Measure(0.1))
    }

    @Test("an explicit unknown is forgotten in the global objective; an unsaid status is not")
    func explicitUnknown() throws {
        var own = Objective(id: "own")
        own.maps = [ObjectiveMap(target: "g", reads: [], writes: [.satisfiedStatus, .completionStatus])]
        var sequencer = Sequencer(try Plan.cluster("root", [.leaf("a") { $0.objectives = [own] }]).organization())
        var dice = SeededDice(state: 1)
        sequencer.apply(sequencer.decide(.start, using: &dice).steps)
        var said = ActivityProgress()
        said.objectives["own"] = ObjectiveProgress()
        said.objectives["own"]?.isSatisfied = true
        said.objectives["own"]?.isCompleted = true
        sequencer.record(said, at: 1, isSuspended: false)
        sequencer.record(ActivityProgress(), unknown: ["own": [.satisfiedStatus]], at: 1, isSuspended: false)
        #expect(sequencer.globalObjectives["g"]?.isSatisfied == nil)
        #expect(sequencer.globalObjectives["g"]?.isCompleted == true)
    }

    @Test("UP.4: content that says unknown itself gets no automatic status")
    func explicitUnknownOfTheActivity() throws {
        var walk = try Walk(.cluster("root", [.leaf("a"), .leaf("b")]))
        walk.ask(.start)
        var said = ActivityProgress()
        (said.saysCompletionUnknown, said.saysSuccessUnknown) = (true, true)
        walk.sequencer.record(said, at: 1, isSuspended: false)
        walk.ask(.continue)
        #expect(walk.tracking("a")?.isCompleted == nil)
        #expect(walk.tracking("a")?.objectives.first?.isSatisfied == nil)
    }

    @Test("a status that follows a measure is written with it, never as the content says", arguments: [0.25, 0.75])
    func computedStatusIsWritten(measure: Double) throws {
        let writer = Plan.leaf("a") {
            $0.primaryObjective = Self.objective("g", reads: [], writes: Self.everything)
            $0.primaryObjective.satisfiedByMeasure = true
            $0.primaryObjective.minNormalizedMeasure = Measure(0.5)
        } activity: {
            Self.threshold(&$0, 0.5)
        }
        var walk = try Walk(.cluster("root", [writer]))
        walk.ask(.start)
        walk.report(completed: measure < 0.5, satisfied: measure < 0.5)
        #expect(walk.sequencer.globalObjectives["g"] == ObjectiveProgress())
        walk.report(completed: measure < 0.5, satisfied: measure < 0.5, measure: measure, progress: measure)
        #expect(walk.sequencer.globalObjectives["g"]?.isSatisfied == (measure >= 0.5))
        #expect(walk.sequencer.globalObjectives["g"]?.isCompleted == (measure >= 0.5))
    }

    @Test("UP.4: without the measure it follows, a status stays unknown")
    func noSilentComputedStatus() throws {
        let leaf = Plan.leaf("a") {
            $0.primaryObjective = Self.objective("g", reads: [], writes: Self.everything)
            $0.primaryObjective.satisfiedByMeasure = true
        } activity: {
            Self.threshold(&$0, 0.5)
        }
        var walk = try Walk(.cluster("root", [leaf, .leaf("b")]))
        walk.ask(.start)
        walk.ask(.continue)
        #expect(walk.tracking("a")?.isCompleted == nil)
        #expect(walk.sequencer.globalObjectives["g"] == ObjectiveProgress())
    }

    @Test("measureSatisfactionIfActive false: the status waits for the end of the attempt (UP.4)")
    func statusWaits() throws {
        let leaf = Plan.leaf("a") {
            $0.primaryObjective = Self.objective("g", reads: [], writes: [.satisfiedStatus])
            $0.primaryObjective.satisfiedByMeasure = true
            $0.primaryObjective.minNormalizedMeasure = Measure(0.5)
            $0.considerations.measureSatisfactionIfActive = false
        }
        var walk = try Walk(.cluster("root", [leaf, .leaf("b")]))
        walk.ask(.start)
        walk.report(measure: 0.75)
        #expect(walk.sequencer.globalObjectives["g"]?.isSatisfied == nil)
        walk.ask(.continue)
        #expect(walk.sequencer.globalObjectives["g"]?.isSatisfied == true)
    }

    @Test("content sees the status that the map reads, not one computed by its own threshold")
    func launchReadsTheMap() throws {
        let writer = Plan.leaf("a") {
            $0.primaryObjective = Self.objective("g", writes: Self.everything)
        } activity: {
            Self.threshold(&$0, 0.5)
        }
        let reader = Plan.leaf("b") {
            $0.primaryObjective = Self.objective("g")
        } activity: {
            Self.threshold(&$0, 0.1)
        }
        var walk = try Walk(.cluster("root", [writer, reader]))
        walk.ask(.start)
        walk.report(progress: 0.25)
        walk.ask(.continue)
        #expect(walk.sequencer.objectivesAtLaunch(of: 2).first?.progress.isCompleted == false)
        #expect(walk.tracking("b")?.isCompleted == true)
    }

    @Test("UP.2: completed can be asked of another objective than the primary one", arguments: [true, false])
    func completionOfNamedObjective(isCompleted: Bool) throws {
        let writer = Plan.leaf("a") {
            $0.primaryObjective = Self.objective("g", reads: [], writes: [.completionStatus])
        }
        let reader = Plan.leaf("b") {
            var other = Self.objective("g")
            other.id = "other"
            $0.objectives = [other]
            $0.preConditionRules = [
                SequencingRule(
                    .all,
                    [
                        RuleCondition(.activityProgressKnown, objective: "other"),
                        RuleCondition(.completed, not: true, objective: "other"),
                    ], PreConditionAction.skip)
            ]
        }
        var walk = try Walk(.cluster("root", [writer, reader, .leaf("c")]))
        walk.ask(.start)
        walk.report(completed: isCompleted)
        #expect(walk.ask(.continue) == (isCompleted ? "b" : "c"))
    }
}
