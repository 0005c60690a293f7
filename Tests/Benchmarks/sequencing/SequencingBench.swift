import CourseModel
import Foundation
import Learning
import RuntimeData
import Sequencing

/// How fast sequencing answers, with the session and the run-time data around it, and what a tree costs.
///
/// `PARCOURS_BENCH=smoke` only shows that it runs. Else a missed goal is exit code 1.
@main
struct SequencingBench {
    static let isSmoke = ProcessInfo.processInfo.environment["PARCOURS_BENCH"] == "smoke"

    static func main() throws {
        let model = try JSONDecoder().decode(
            DataModel.self, from: Data(contentsOf: URL(filePath: "Scorm/datamodel-2004-4th.json")))
        var report = Report()
        try tree(model, &report)
        try navigations(model, &report)
        try contents(model, &report)
        if report.hasMissed, !isSmoke { exit(1) }
    }

    /// Navigations a second: small trees, large trees, and the plain path.
    private static func navigations(_ model: DataModel, _ report: inout Report) throws {
        let small = isSmoke ? 200 : 40_000
        let nested = TreeGenerator(widths: [10, 10, 9], hasRules: true)
        let flat = TreeGenerator(widths: [1_000], hasRules: false)
        let plain = isSmoke ? 20 : 2_000
        for (name, generator, large) in [
            ("nested, with rules", nested, TreeGenerator(widths: [10, 10, 10, 100], hasRules: true)),
            ("flat", flat, TreeGenerator(widths: [100_000], hasRules: false)),
        ] {
            let quick = try best { try speed(of: generator, model, small) }
            report.line("\(generator.count) activities, \(name)", quick, "navigations/s", atLeast: 20_000)
            let naive = try speed(of: generator, model, recounts: true, plain)
            report.line("  ratio to the plain path", quick / naive, "times")
            let slow = try best(2) { try speed(of: isSmoke ? generator : large, model, small) }
            report.line("\(large.count) activities, \(name)", slow, "navigations/s", atLeast: 20_000 / 3)
            report.line("  part of the small one's speed", slow / quick, "", atLeast: 1 / 3)
        }
    }

    /// Building a tree, and what it holds on to.
    private static func tree(_ model: DataModel, _ report: inout Report) throws {
        let generator = TreeGenerator(widths: [10, 10, 10, 9], hasRules: true)
        var course: Course?
        let milliseconds = best { -(time { course = generator.course() }) } * -1
        report.line("\(generator.count) activities: tree and rules built", milliseconds, "ms", atMost: 100)
        guard let course else { throw BenchError.noTree }
        let courseware = Courseware(course: course, lessons: [:], quizzes: [:], dataModel: model)
        var sessions: [Session] = []
        let opened = best { -(time { sessions = [Session(courseware, learner: learner)] }) } * -1
        report.line("  session of it made", opened, "ms", atMost: 100)
        let kept = isSmoke ? 1 : 8
        let before = residentBytes()
        var courses: [Course] = []
        for _ in 0..<kept {
            guard let another = generator.course() else { throw BenchError.noTree }
            let courseware = Courseware(course: another, lessons: [:], quizzes: [:], dataModel: model)
            courses.append(another)
            sessions.append(Session(courseware, learner: learner))
        }
        let bytes = Double(residentBytes() - before) / Double(kept * generator.count)
        report.line("  memory an activity, course and session", bytes, "bytes", atMost: 1_024)
        if sessions.count != kept + 1 || courses.count != kept { throw BenchError.noTree }
    }

    /// The table of contents with the reason of every lock.
    private static func contents(_ model: DataModel, _ report: inout Report) throws {
        for (name, generator) in [
            ("nested", TreeGenerator(widths: [10, 10, 10, 9], hasRules: true)),
            ("flat", TreeGenerator(widths: [10_000], hasRules: true)),
        ] {
            var course = try Navigating(generator, model)
            try course.open()
            let locked = try course.failGate()
            let session = course.session
            var entries = 0
            let whole = best { -(time { entries = session.view(at: now).outline.count }) } * -1
            report.line(
                "\(generator.count) activities, \(name): contents with \(locked) locks", whole, "ms", atMost: 50)
            let places = stride(from: 0, to: generator.count, by: isSmoke ? 2_000 : 100)
            let single = time { for place in places { _ = session.sequencer.prospect(of: place) } }
            let pass = best { -(time { _ = session.sequencer.prospects() }) } * -1
            report.line(
                "  ratio of one choice process an activity to one pass",
                single / Double(places.underestimatedCount) * Double(generator.count) / pass, "times")
            if entries == 0 { throw BenchError.noTree }
        }
    }

    private static func speed(
        of generator: TreeGenerator, _ model: DataModel, recounts: Bool = false, _ count: Int
    ) throws -> Double {
        var navigating = try Navigating(generator, model, recounts: recounts)
        return try navigating.navigationsPerSecond(count)
    }

    static let learner = Learner(id: "bench", name: "Bench")
    static let now = Instant(milliseconds: 0)

    /// The best of several runs: the machine is shared.
    private static func best(_ runs: Int = 5, _ body: () throws -> Double) rethrows -> Double {
        var best = try body()
        for _ in 1..<(isSmoke ? 2 : runs) { best = max(best, try body()) }
        return best
    }

    /// Milliseconds of this process on a processor: what else runs on the machine does not count.
    static func time(_ body: () throws -> Void) rethrows -> Double {
        let before = clock()
        try body()
        return Double(clock() - before) * 1_000 / Double(CLOCKS_PER_SEC)
    }

    /// What the process holds in memory (`VmRSS`).
    private static func residentBytes() -> Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return (pages?.dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}

enum BenchError: Error { case noTree, refused(String) }

/// What was measured, a line each, and whether a goal was missed.
struct Report {
    private(set) var hasMissed = false

    mutating func line(
        _ what: String, _ value: Double, _ unit: String, atLeast least: Double? = nil, atMost most: Double? = nil
    ) {
        let isMissed = least.map { value < $0 } ?? false || most.map { value > $0 } ?? false
        hasMissed = hasMissed || isMissed
        let goal =
            least.map { "at least \(text($0))" } ?? most.map { "at most \(text($0))" }
        print("\(what): \(text(value)) \(unit)\(goal.map { " (\($0)\(isMissed ? ", MISSED" : ""))" } ?? "")")
    }

    private func text(_ value: Double) -> String {
        value >= 100 ? "\(Int(value.rounded()))" : "\((value * 100).rounded() / 100)"
    }
}
