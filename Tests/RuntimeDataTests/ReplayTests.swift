import CourseModel
import FoundationEssentials
import RuntimeData
import Testing

/// The same numbers every time.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

/// Calls that content could make, sane and insane.
enum Content {
    static let elements = [
        "cmi.location", "cmi.suspend_data", "cmi.completion_status", "cmi.success_status", "cmi.score.scaled",
        "cmi.progress_measure", "cmi.exit", "cmi.session_time", "adl.nav.request", "adl.data.0.store",
        "adl.data.1.store", "cmi.learner_preference.language", "cmi.core.lesson_status", "cmi.core.score.raw",
        "cmi.comments", "cmi.core.session_time", "cmi.objectives.N.status", "cmi.interactions.N.student_response",
        "cmi.objectives.N.id", "cmi.objectives.N.score.scaled", "cmi.objectives.N.success_status",
        "cmi.interactions.N.id", "cmi.interactions.N.type", "cmi.interactions.N.learner_response",
        "cmi.interactions.N.correct_responses.M.pattern", "cmi.interactions.N.objectives.M.id",
        "cmi.interactions.N.result", "cmi.comments_from_learner.N.comment", "cmi.interactions._count", "cmi._version",
        "adl.nav.request_valid.choice.{target=N}", "", "cmi.", "....", "cmi.objectives.-N.id",
        "cmi.objectives.99999999999999999999.id", "cmi\u{301}.location", "{target=", "adl.nav.request_valid.choice.{",
    ]
    static let values = [
        "", "a", "b", "a[,]b", "a[.]b", "1[:]2", "[:]", "[,]", "[.]", "0.5", "-1", "1e9", "99999999999999999999999999",
        "-0.00000000000000001", "completed", "passed", "unknown", "suspend", "choice", "true-false", "matching",
        "numeric",
        "performance", "sequencing", "other", "fill-in", "likert", "true", "PT1H", "P99999999999999999999Y", "PT1.5S",
        "0001:02:03.4", "2026-11-24T01:02:03Z", "continue", "{target=a}choice", "{target=}", "{lang=fr}é", "{lang=",
        "{case_matters=true}{order_matters=x}", "{order_matters=false}a[.]b", "e\u{301}", "\u{E9}", "\u{0}", "👩‍👩‍👧",
        "\r\n", "urn:", "urn:a:b", " ", "{", "}", "[", "]", String(repeating: "[,]", count: 300),
    ]

    static func call(_ dice: inout Dice) -> (element: String, value: String) {
        var element = ""
        for scalar in (elements.randomElement(using: &dice) ?? "").unicodeScalars {
            element += scalar == "N" || scalar == "M" ? "\(Int.random(in: 0...3, using: &dice))" : String(scalar)
        }
        return (element, values.randomElement(using: &dice) ?? "")
    }

    static func launch() -> Launch {
        var launch = Launch(learnerID: "l", learnerName: "L")
        (launch.completionThreshold, launch.scaledPassingScore, launch.masteryScore) = (0.5, 0.5, 50)
        launch.objectives = [Launch.Objective(id: "a")]
        launch.dataStores = [
            Launch.DataStore(map: DataMap(targetID: "s", writeSharedData: true)),
            Launch.DataStore(map: DataMap(targetID: "t", readSharedData: false, writeSharedData: true), value: "v"),
        ]
        return launch
    }
}

@Suite("Replay")
struct ReplayTests {
    @Test("What replays its writes equals what lived them", arguments: 0..<4, [UInt64(1), 2, 3])
    func replay(model: Int, seed: UInt64) throws {
        var live = CMI(model: try #require(Models.all.count == 4 ? Models.all[model] : nil), launch: Content.launch())
        var replayed = live
        var dice = Dice(state: seed)
        var accepted = 0
        for _ in 0..<6 {
            for _ in 0..<150 {
                let (element, value) = Content.call(&dice)
                let before = live
                do throws(CMIError) {
                    try live.set(element, to: value)
                    accepted += 1
                } catch {
                    #expect(live == before, "a refusal changes nothing: \(element)")
                }
            }
            let written = try JSONEncoder().encode(live.drainWrites())
            replayed.apply(try JSONDecoder().decode([CMI.Write].self, from: written))
            #expect(replayed == live)
            #expect(replayed.flags == live.flags)
            live.endSession()
            replayed.endSession()
            live.beginSession(entry: .resume)
            replayed.beginSession(entry: .resume)
            #expect(replayed == live)
        }
        #expect(accepted > 50)
    }

    @Test("A write is a pair in JSON")
    func json() throws {
        let data = try JSONEncoder().encode([CMI.Write("cmi.location", "3")])
        #expect(String(decoding: data, as: UTF8.self) == #"[["cmi.location","3"]]"#)
    }

    @Test("The same element written over and over is one write, unless the values between count")
    func repeated() throws {
        var cmi = try attempt(Models.fourth)
        for n in 0..<5 { try cmi.set("cmi.location", to: "\(n)") }
        try cmi.set("cmi.interactions.0.id", to: "i")
        for type in ["choice", "other", "choice"] { try cmi.set("cmi.interactions.0.type", to: type) }
        #expect(cmi.drainWrites().map(\.value) == ["4", "i", "choice", "other", "choice"])
        #expect(cmi.writes.isEmpty)
    }

    @Test("Impossible writes are left out")
    func impossible() throws {
        var cmi = try attempt(Models.fourth)
        let before = cmi
        cmi.apply([
            CMI.Write("no.such", "x"), CMI.Write("cmi.objectives.5.id", "x"), CMI.Write("cmi.learner_id", "x"),
            CMI.Write("cmi.objectives.0.success_status", "passed"), CMI.Write("cmi._version", "2"),
        ])
        #expect(cmi == before)
    }

    @Test("No sequence of calls traps, and accepted values come back", arguments: 0..<4)
    func nastyCalls(model: Int) throws {
        let model = try #require(Models.all.count == 4 ? Models.all[model] : nil)
        var dice = Dice(state: 42)
        let prefix = model.edition == .scorm12 ? "LMS" : ""
        let finish = model.edition == .scorm12 ? "Finish" : "Terminate"
        let verbs = ["SetValue", "SetValue", "SetValue", "GetValue", "Commit", "GetDiagnostic", "GetErrorString"]
        for _ in 0..<12 {
            var api = RuntimeAPI(cmi: CMI(model: model, launch: Content.launch()))
            _ = try api.call(prefix + "Initialize", [])
            for _ in 0..<150 {
                let (element, value) = Content.call(&dice)
                let verb = verbs.randomElement(using: &dice) ?? "Commit"
                let answer = try api.call(prefix + verb, [element, value])
                #expect(answer.value.utf16.count < 255 || verb == "GetValue")
                #expect(answer.error == api.lastError)
            }
            _ = ActivityProgress(reading: api.cmi)
            _ = api.cmi.flags
            #expect(try api.call(prefix + finish, [""]).value == "true")
            #expect(api.unload() == nil)
        }
    }
}
