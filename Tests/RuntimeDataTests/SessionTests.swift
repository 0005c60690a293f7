import CourseModel
import RuntimeData
import Testing

func attempt(_ model: DataModel?, _ configure: (inout Launch) -> Void = { _ in }) throws -> CMI {
    var launch = Launch(learnerID: "jdupont", learnerName: "Dupont, Jeanne")
    configure(&launch)
    return CMI(model: try #require(model), launch: launch)
}

@Suite("Sessions of an attempt")
struct SessionTests {
    @Test(
        "Total time is the sum of the last session times",
        arguments: [
            (["PT1M", "PT01H059M020S"], "PT2H20S"), (["P0Y029DT0H"], "P29D"), (["PT0.5S", "PT0.75S"], "PT1.25S"),
            (["P1Y", "P11M", "P1M"], "P1Y12M"), (["PT0S"], "PT0S"), (["PT23H", "PT1H"], "P1D"),
            (["PT59.99S", "PT0.01S"], "PT1M"),
        ])
    func totalTime(times: [String], total: String) throws {
        var cmi = try attempt(Models.fourth)
        for time in times {
            try cmi.set("cmi.session_time", to: "PT9H")
            try cmi.set("cmi.session_time", to: time)
            cmi.endSession()
            cmi.endSession()
            cmi.beginSession(entry: .resume)
        }
        #expect(try cmi.get("cmi.total_time") == total)
    }

    @Test("An endless session time stays a number")
    func endlessTime() throws {
        var cmi = try attempt(Models.fourth)
        for _ in 0..<3 {
            try cmi.set("cmi.session_time", to: "P999999999999999999999YT999999999999999999999H")
            cmi.endSession()
        }
        #expect(try cmi.get("cmi.total_time").hasPrefix("P9223372036854775807Y"))
    }

    @Test("A resumed session keeps the data and forgets exit, session time and request")
    func resumed() throws {
        var cmi = try attempt(Models.fourth)
        for (element, value) in [
            ("cmi.location", "3"), ("cmi.exit", "suspend"), ("cmi.session_time", "PT1M"),
            ("adl.nav.request", "{target=next}choice"),
        ] { try cmi.set(element, to: value) }
        #expect(cmi.exit == .suspend)
        #expect(cmi.navigationRequest == .choice("next"))
        cmi.endSession()
        #expect(cmi.navigationRequest == .choice("next"))
        cmi.beginSession(entry: .resume)
        #expect(cmi.entry == .resume)
        #expect(cmi.exit == .none)
        #expect(cmi.navigationRequest == nil)
        #expect(try cmi.get("cmi.location") == "3")
        #expect(try cmi.get("cmi.entry") == "resume")
        #expect(try cmi.get("cmi.total_time") == "PT1M")
        #expect(try cmi.get("adl.nav.request") == "_none_")
    }

    @Test(
        "Navigation requests are typed",
        arguments: [
            ("continue", Navigation.continue), ("suspendAll", .suspendAll), ("{target= a }jump", .jump("a")),
            ("exitAll", .exitAll),
        ])
    func navigation(text: String, request: Navigation) throws {
        var cmi = try attempt(Models.fourth)
        try cmi.set("adl.nav.request", to: text)
        #expect(cmi.navigationRequest == request)
        try cmi.set("adl.nav.request", to: "_none_")
        #expect(cmi.navigationRequest == nil)
    }

    @Test("The environment's suspension overrides the content's exit")
    func suspended() throws {
        var cmi = try attempt(Models.fourth)
        try cmi.set("cmi.exit", to: "normal")
        cmi.suspend()
        #expect(cmi.exit == .suspend)
    }

    @Test("request_valid asks the environment")
    func requestValid() throws {
        let cmi = try attempt(Models.fourth)
        let answers: (NavigationQuestion) -> Bool? = { question in
            switch question {
            case .continue: true
            case .previous: nil
            case .choice(let target): target == "there"
            case .jump: false
            }
        }
        #expect(try cmi.get("adl.nav.request_valid.continue", navigation: answers) == "true")
        #expect(try cmi.get("adl.nav.request_valid.previous", navigation: answers) == "unknown")
        #expect(try cmi.get("adl.nav.request_valid.choice.{target=there}", navigation: answers) == "true")
        #expect(try cmi.get("adl.nav.request_valid.choice.{target=no.where}", navigation: answers) == "false")
        #expect(try cmi.get("adl.nav.request_valid.jump.{target=there}", navigation: answers) == "false")
    }

    @Test("Computed statuses are stored at the end only when both numbers exist")
    func computedStatuses() throws {
        var cmi = try attempt(Models.fourth) {
            ($0.completionThreshold, $0.scaledPassingScore) = (0.5, 0.5)
        }
        try cmi.set("cmi.completion_status", to: "incomplete")
        try cmi.set("cmi.success_status", to: "failed")
        try cmi.set("cmi.score.scaled", to: "0.5")
        #expect(try cmi.get("cmi.completion_status") == "unknown")
        cmi.endSession()
        let said = ActivityProgress(reading: cmi)
        #expect(said.isCompleted == false)
        #expect(said.primary.isSatisfied == true)
    }

    @Test("Objectives follow what sequencing knows, and new ones are appended")
    func refreshed() throws {
        var cmi = try attempt(Models.fourth) { $0.objectives = [Launch.Objective(id: "a")] }
        try cmi.set("cmi.objectives.0.success_status", to: "passed")
        try cmi.set("cmi.objectives.0.score.raw", to: "7")
        var known = ObjectiveProgress()
        (known.isSatisfied, known.measure) = (false, Measure(0.1))
        cmi.refreshObjectives([Launch.Objective(id: "a", progress: known), Launch.Objective(id: "b")])
        #expect(try cmi.get("cmi.objectives.0.success_status") == "failed")
        #expect(try cmi.get("cmi.objectives.0.score.scaled") == "0.1")
        #expect(try cmi.get("cmi.objectives.0.score.raw") == "7")
        #expect(try cmi.get("cmi.objectives._count") == "2")
        #expect(try cmi.get("cmi.objectives.1.id") == "b")
    }

    @Test("Data stores come out with what was written")
    func dataStores() throws {
        var cmi = try attempt(Models.fourth) {
            $0.dataStores = [Launch.DataStore(map: DataMap(targetID: "s", writeSharedData: true), value: "old")]
        }
        try cmi.set("adl.data.0.store", to: "new")
        #expect(cmi.dataStores.map(\.value) == ["new"])
        #expect(cmi.dataStores.map(\.map.targetID) == ["s"])
    }

    @Test("Preferences that do not fit the edition are left out")
    func preferences() throws {
        let configure: (inout Launch) -> Void = {
            ($0.preferences.audioLevel, $0.preferences.language) = ("1.5", "fr")
        }
        #expect(try attempt(Models.fourth, configure).get("cmi.learner_preference.audio_level") == "1.5")
        #expect(try attempt(Models.oneTwo, configure).get("cmi.student_preference.audio") == "0")
        #expect(try attempt(Models.oneTwo, configure).get("cmi.student_preference.language") == "fr")
    }
}

@Suite("SCORM 1.2 at the end of a session")
struct LessonStatusTests {
    @Test(
        "Lesson status",
        arguments: [
            (nil, nil, nil, Launch.Mode.normal, Launch.Credit.credit, "completed"),
            ("incomplete", nil, nil, .normal, .credit, "incomplete"),
            (nil, "85", 80, .normal, .credit, "passed"),
            (nil, "79.9", 80, .normal, .credit, "failed"),
            ("completed", "80", 80, .normal, .credit, "passed"),
            ("completed", "", 80, .normal, .credit, "completed"),
            ("completed", "10", 80, .normal, .noCredit, "completed"),
            (nil, nil, nil, .browse, .noCredit, "browsed"),
            ("failed", "10", 80, .review, .credit, "failed"),
        ] as [(String?, String?, Double?, Launch.Mode, Launch.Credit, String)])
    func lessonStatus(
        said: String?, score: String?, mastery: Double?, mode: Launch.Mode, credit: Launch.Credit, status: String
    ) throws {
        var cmi = try attempt(Models.oneTwo) {
            ($0.masteryScore, $0.mode, $0.credit) = (mastery, mode, credit)
        }
        #expect(cmi.lessonStatus == "not attempted")
        if let said { try cmi.set("cmi.core.lesson_status", to: said) }
        if let score { try cmi.set("cmi.core.score.raw", to: score) }
        try cmi.set("cmi.core.session_time", to: "01:02:03.4")
        cmi.endSession()
        cmi.beginSession(entry: .resume)
        #expect(cmi.lessonStatus == status)
        #expect(try cmi.get("cmi.core.total_time") == "0001:02:03.40")
        #expect(try cmi.get("cmi.core.entry") == "resume")
    }
}
