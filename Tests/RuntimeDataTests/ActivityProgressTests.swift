import CourseModel
import RuntimeData
import Testing

@Suite("What content said, for sequencing")
struct ActivityProgressTests {
    @Test("Nothing said, nothing known; what the launch gave is not what the content said")
    func silence() throws {
        var known = ObjectiveProgress()
        known.isSatisfied = true
        let cmi = try attempt(Models.fourth) { $0.objectives = [Launch.Objective(id: "a", progress: known)] }
        #expect(ActivityProgress(reading: cmi) == ActivityProgress())
    }

    @Test(
        "Statuses of SCORM 2004",
        arguments: [
            ("completed", true, false), ("incomplete", false, false), ("not attempted", false, false),
            ("unknown", nil, true),
        ] as [(String, Bool?, Bool)])
    func completion(status: String, isCompleted: Bool?, saysUnknown: Bool) throws {
        var cmi = try attempt(Models.fourth)
        try cmi.set("cmi.completion_status", to: status)
        let said = ActivityProgress(reading: cmi)
        #expect(said.isCompleted == isCompleted)
        #expect(said.saysCompletionUnknown == saysUnknown)
        #expect(said.saysSuccessUnknown == false)
    }

    @Test("Success, scores, progress and objectives by identifier")
    func everything() throws {
        var cmi = try attempt(Models.fourth)
        for (element, value) in [
            ("cmi.success_status", "unknown"), ("cmi.score.scaled", "0.1"), ("cmi.score.raw", "1"),
            ("cmi.score.min", "0"), ("cmi.score.max", "10"), ("cmi.progress_measure", "0.25"),
            ("cmi.objectives.0.id", "o"), ("cmi.objectives.0.success_status", "failed"),
            ("cmi.objectives.0.score.scaled", "-0.5"), ("cmi.objectives.0.completion_status", "not attempted"),
            ("cmi.objectives.0.progress_measure", "1"), ("cmi.objectives.0.score.max", "3"),
        ] { try cmi.set(element, to: value) }
        var expected = ActivityProgress()
        expected.saysSuccessUnknown = true
        expected.progress = ProgressMeasure(0.25)
        expected.primary.measure = Measure(0.1)
        (expected.primary.raw, expected.primary.min, expected.primary.max) = (1, 0, 10)
        var objective = ObjectiveProgress()
        (objective.isSatisfied, objective.measure) = (false, Measure(-0.5))
        (objective.isCompleted, objective.progress, objective.max) = (false, ProgressMeasure(1), 3)
        expected.objectives = ["o": objective]
        #expect(ActivityProgress(reading: cmi) == expected)
    }

    @Test("A measure a hair above 1 counts as 1, as it was accepted")
    func cutMeasure() throws {
        var cmi = try attempt(Models.fourth)
        try cmi.set("cmi.score.scaled", to: "1.00000009")
        #expect(ActivityProgress(reading: cmi).primary.measure == Measure(1))
    }

    @Test(
        "Lesson status of SCORM 1.2",
        arguments: [
            ("passed", true, true), ("failed", true, false), ("completed", true, nil), ("incomplete", false, nil),
            ("browsed", false, nil),
        ] as [(String, Bool?, Bool?)])
    func lessonStatus(status: String, isCompleted: Bool?, isSatisfied: Bool?) throws {
        var cmi = try attempt(Models.oneTwo)
        try cmi.set("cmi.core.lesson_status", to: status)
        try cmi.set("cmi.core.score.raw", to: "75")
        try cmi.set("cmi.objectives.0.id", to: "o")
        try cmi.set("cmi.objectives.0.status", to: status)
        try cmi.set("cmi.objectives.0.score.raw", to: "50")
        let said = ActivityProgress(reading: cmi)
        #expect(said.isCompleted == isCompleted)
        #expect(said.primary.isSatisfied == isSatisfied)
        #expect(said.primary.measure == Measure(0.75))
        #expect(said.primary.raw == 75)
        #expect(said.objectives["o"]?.isCompleted == isCompleted)
        #expect(said.objectives["o"]?.isSatisfied == isSatisfied)
        #expect(said.objectives["o"]?.measure == Measure(0.5))
    }
}
