import CourseModel
import Packaging
import Testing

/// One 4th Edition manifest that uses most of what the books offer.
struct SequencedCourseTests {
    let reading: PackageReading
    let course: Course
    var organization: Organization { course.organization }

    init() throws {
        reading = Fixture.reading(try Fixture.bytes("sequenced.xml"))
        course = try #require(reading.course)
    }

    private func activity(_ name: String) throws -> Activity {
        organization.activities[try #require(organization.place(of: ActivityID(name)))]
    }

    private func definition(_ name: String) throws -> SequencingDefinition {
        organization.definition(of: try #require(organization.place(of: ActivityID(name))))
    }

    @Test("a clean manifest has neither error nor warning")
    func clean() { #expect(reading.faults == []) }

    @Test("the summary counts what the manifest holds")
    func summary() {
        #expect(reading.summary.standard == "SCORM")
        #expect(reading.summary.edition == "2004 4th Edition")
        #expect(reading.summary.title == "Les achats responsables")
        #expect(reading.summary.items == 3)
        #expect(reading.summary.resources == 4)
        #expect(reading.summary.firstLaunch == "content/m1/a/index.html?x=0&a=1&b=2#top")
    }

    @Test(
        "what an activity shows follows its resource",
        arguments: [
            ("I1", Content.web(href: "content/m1/a/index.html?x=0&a=1&b=2#top", isSCO: true)),
            ("I2", .lesson(path: "content/lessons/l2.md")), ("I3", .quiz(path: "quizzes/q1.md")), ("O1", .none),
        ])
    func content(name: String, content: Content) throws { #expect(try activity(name).content == content) }

    @Test("resources keep their files and dependencies, resolved and decoded")
    func resources() {
        #expect(
            course.resources.map(\.files) == [
                ["content/m1/a/index.html"], ["content/lessons/l2.md"], ["quizzes/q1.md"], ["content/shared/a b.js"],
            ])
        #expect(course.resources.first?.dependencies == ["R4"])
    }

    @Test("the elements of an item reach its activity")
    func item() throws {
        let first = try activity("I1")
        #expect(!first.isVisible)
        #expect(first.launchData == "seed=7")
        #expect(first.timeLimitAction == "exit,no message")
        #expect(first.completionThreshold?.completedByMeasure == true)
        #expect(first.completionThreshold?.minProgressMeasure.value == 0.75)
        #expect(first.completionThreshold?.progressWeight == 0.5)
        #expect(first.dataMaps == [DataMap(targetID: "notes", readSharedData: true, writeSharedData: true)])
        #expect(first.hiddenControls == ["continue", "exitAll"])
        #expect(!organization.objectivesGlobalToSystem)
        #expect(!organization.sharedDataGlobalToSystem)
    }

    @Test("our own extension is read from attributes")
    func local() throws {
        #expect(try activity("I2").local.durationSeconds == 5_400)
        #expect(try activity("I2").local.attemptDelaySeconds == [900, 86_400])
    }

    @Test("a child element replaces the whole one of the collection, the others stay")
    func collection() throws {
        let own = try definition("I1")
        #expect(!own.controlMode.choiceExit)
        #expect(own.limits.attemptLimit == 3)
        #expect(own.rollup.objectiveMeasureWeight == 0.25)
        #expect(own.rollup.objectiveSatisfied)
        #expect(own.rollupRules.isEmpty)
        let shared = try definition("I2")
        #expect(!shared.rollup.objectiveSatisfied)
        #expect(
            shared.rollupRules == [
                RollupRule(.atLeastPercent(0.5), .any, [RollupCondition(.attempted)], .completed)
            ])
    }

    @Test("rules keep their conditions in order")
    func rules() throws {
        let definition = try definition("I2")
        #expect(
            definition.preConditionRules == [
                SequencingRule(
                    .any,
                    [
                        RuleCondition(.completed, not: true),
                        RuleCondition(.objectiveMeasureLessThan, threshold: Measure(0.5)),
                    ], .disabled)
            ])
        #expect(definition.postConditionRules == [SequencingRule(.all, [RuleCondition(.always)], .exitParent)])
        #expect(definition.exitConditionRules.isEmpty)
    }

    @Test("the maps of both vocabularies become one a target")
    func maps() throws {
        let primary = try definition("I3").primaryObjective
        #expect(primary.id == "PRIMARY")
        #expect(primary.satisfiedByMeasure)
        #expect(primary.minNormalizedMeasure == Measure(0.8))
        let added: Set<ObjectiveElement> = [.minScore, .maxScore, .completionStatus, .progressMeasure]
        #expect(
            primary.maps == [
                ObjectiveMap(
                    target: "G1", reads: added.union([.satisfiedStatus, .normalizedMeasure]),
                    writes: [.satisfiedStatus, .rawScore]),
                ObjectiveMap(target: "G2", reads: added.union([.rawScore]), writes: []),
            ])
        #expect(try definition("I3").objectives == [Objective(id: "B")])
    }

    @Test("the root has the control mode of its own sequencing")
    func root() throws {
        #expect(try definition("O1").controlMode.flow)
        #expect(try !definition("O1").controlMode.choice)
    }
}
