import CourseModel
import Testing

/// AICC scripts of SCORM 1.2, from the table of their syntax.
@Suite("Prerequisites")
struct PrerequisitesTests {
    private let statuses: [ActivityID: LessonStatus] = [
        "P": .passed, "C": .completed, "B": .browsed, "F": .failed, "N": .notAttempted, "I": .incomplete,
    ]

    @Test(
        "are met, or not",
        arguments: [
            ("P", true), ("C", true), ("B", false), ("F", false), ("N", false), ("I", false), ("X", false),
            ("P&C", true), ("P & I", false), ("I|C", true), ("I | F", false), ("~I", true), ("~P", false), ("~X", true),
            ("F=\"failed\"", true), ("F=f", true), ("F=FAILED", true), ("N=not attempted", true), ("N=\"n\"", true),
            ("B=b", true), ("I=incomplete", true), ("X=\"passed\"", false), ("P=\"completed\"", false),
            ("F<>\"passed\"", true), ("X<>\"passed\"", false), ("F<>failed", false), ("2*{P,C,I}", true),
            ("3*{P,C,I}", false),
            ("0*{I}", true), ("2*{P, F=f, I}", true), ("(I|P)&C", true), ("I|P&F", false), ("P|F&I", true),
            ("(P|F)&I", false), ("~I=incomplete", false), ("~(P&I)", true), ("~~P", true), ("P&(C|(I&~F))", true),
            ("  P  ", true),
        ])
    func met(script: String, isMet: Bool) throws {
        let prerequisites = try #require(try Prerequisites(script))
        #expect(prerequisites.isMet { statuses[$0] } == isMet)
    }

    @Test("an empty script asks for nothing", arguments: ["", "   "])
    func empty(script: String) throws { #expect(try Prerequisites(script) == nil) }

    @Test("name their items in order")
    func items() throws {
        #expect(try Prerequisites("(A|B)&2*{C,~D}&E=passed")?.items == ["A", "B", "C", "D", "E"])
    }

    @Test(
        "that mean nothing are refused, with the place",
        arguments: [
            ("P&", .endsEarly), ("(P", .endsEarly), ("P C)", .unexpected(")")), ("2*{P", .endsEarly),
            ("P=gone", .unknownStatus("gone")), ("x*{P}", .unexpected("x")), ("P^C", .unexpected("^C")),
            ("&P", .unexpected("&P")), ("P<C", .unexpected("<C")), ("P=\"passed", .endsEarly),
            ("{P}", .unexpected("{P}")),
            ("-1*{P}", .unexpected("-1")),
        ] as [(String, Prerequisites.Fault)])
    func faults(script: String, fault: Prerequisites.Fault) {
        #expect(throws: fault) { try Prerequisites(script) }
    }

    @Test("nested without end, or very long, they are refused and cost nothing")
    func hostile() {
        for script in [
            String(repeating: "(", count: 4000), String(repeating: "~", count: 4000) + "P",
            String(repeating: "P&", count: 3000) + "P", String(repeating: "2*{", count: 1000),
        ] { #expect(throws: Prerequisites.Fault.tooLong) { try Prerequisites(script) } }
    }
}
