import CourseModel
import FoundationEssentials
import Testing

@testable import CourseHost

@Suite("The player without a screen")
struct HeadlessPlayerTests {
    private func player() throws -> HeadlessPlayer {
        HeadlessPlayer(
            models: DataModels(folder: "Scorm"), language: .english, now: Instant(milliseconds: 0), seed: 0)
    }

    private func answers(to lines: [String]) throws -> [String] {
        var player = try player()
        return lines.map { player.answer(to: Array($0.utf8)) }
    }

    @Test(
        "an unusable request answers an error and changes nothing",
        arguments: [
            "", "{", "[]", "{}", #"{"op":"fly"}"#, #"{"op":"open","course":"x","learner":"l"}"#, #"{"op":"state"}"#,
            #"{"op":"import","course":"c","manifest":"/nowhere"}"#, #"{"op":"ui","request":"continue"}"#,
            #"{"op":"api","calls":[["Initialize",""]]}"#, #"{"op":"clock","now":"yesterday"}"#,
        ])
    func unusable(line: String) throws {
        #expect(try answers(to: [line])[0].hasPrefix(#"{"error":"#))
    }

    @Test("a native course: lesson, quiz, answer, explanation")
    func native() throws {
        let all = try answers(to: [
            #"{"op":"import","course":"c","package":"Courses/spaser"}"#,
            #"{"op":"open","course":"c","learner":"l","name":"Inès"}"#,
            #"{"op":"explain","activity":"M2"}"#,
            #"{"op":"ui","request":"choice:M1-QUIZ"}"#,
            #"{"op":"answer","item":"m1-q1","responses":{"RESPONSE":["B"]}}"#,
        ])
        #expect(all[0] == #"{"findings":[]}"#)
        #expect(all[1].contains(#""delivered":"M1-L1""#))
        #expect(all[2].contains(#""open":false"#) && all[2].contains(#""wayOut":["choice:M1-QUIZ"]"#))
        #expect(all[3].contains(#""delivered":"M1-QUIZ""#))
        #expect(all[4].contains(#""score":1"#) && all[4].contains(#""max":1"#))
    }

    @Test("content talks to the API object; its navigation is carried out at Terminate")
    func content() throws {
        let all = try answers(to: [
            #"{"op":"import","course":"f","package":"Tests/Fixtures/scorm2004-foreign"}"#,
            #"{"op":"open","course":"f","learner":"l","name":"Inès"}"#,
            #"{"op":"api","calls":[["Initialize",""],["SetValue","cmi.completion_status","completed"],["SetValue","adl.nav.request","suspendAll"],["Terminate",""],["GetLastError"]]}"#,
        ])
        #expect(all[1].contains(#""ended":false"#))
        #expect(all[2].contains(#""results":[["true","0"],["true","0"],["true","0"],["true","0"]"#))
        #expect(all[2].contains(#""ended":true"#) && all[2].contains(#""sco_nav":"suspendAll""#))
    }
}
