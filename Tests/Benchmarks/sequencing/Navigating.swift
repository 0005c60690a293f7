import CourseModel
import Learning
import RuntimeData
import Sequencing

/// A learner's content in a course, in process: what one navigation costs.
struct Navigating {
    var session: Session
    private var dice = SystemRandomNumberGenerator()

    init(_ generator: TreeGenerator, _ model: DataModel, recounts: Bool = false) throws {
        guard let course = generator.course() else { throw BenchError.noTree }
        session = Session(
            Courseware(course: course, lessons: [:], quizzes: [:], dataModel: model), learner: SequencingBench.learner)
        session.sequencer.recounts = recounts
    }

    /// Initialize, four SetValue, Terminate with continue: so many times.
    mutating func navigationsPerSecond(_ count: Int) throws -> Double {
        try open()
        try navigate(10)
        let milliseconds = try SequencingBench.time { try navigate(count) }
        return Double(count) / milliseconds * 1_000
    }

    mutating func open() throws {
        let ruling = session.opening(course: "bench", version: "1", at: SequencingBench.now, using: &dice)
        if let refusal = ruling.refusal { throw BenchError.refused(refusal.code) }
        session.apply(ruling.events, at: SequencingBench.now)
    }

    private mutating func navigate(_ count: Int) throws {
        for number in 0..<count {
            try call("Initialize", "")
            try call("SetValue", "cmi.completion_status", "completed")
            try call("SetValue", "cmi.success_status", "passed")
            try call("SetValue", "cmi.score.scaled", number % 2 == 0 ? "0.9" : "0.7")
            try call("SetValue", "adl.nav.request", "continue")
            let answer = try call("Terminate", "")
            guard let request = answer.request else { throw BenchError.refused("no request") }
            session.apply(answer.events, at: SequencingBench.now)
            let ruling = try session.ruling(on: .navigate(request), at: SequencingBench.now, using: &dice)
            if let refusal = ruling.refusal { throw BenchError.refused(refusal.code) }
            session.apply(ruling.events, at: SequencingBench.now)
            if session.delivered == nil { try open() }
        }
    }

    @discardableResult
    private mutating func call(_ function: String, _ arguments: String...) throws -> ContentAnswer {
        let answer = try session.call(function, arguments)
        guard answer.value == "true" else { throw BenchError.refused("\(function) \(arguments): \(answer.error)") }
        return answer
    }

    /// The learner fails in the section that gates the others; how many activities are locked then.
    mutating func failGate() throws -> Int {
        guard let place = session.delivered else { throw BenchError.noTree }
        var said = ActivityProgress()
        said.primary.measure = Measure(-1)
        said.isCompleted = true
        session.apply([.sequenced(.record(place, said, isSuspended: false))], at: SequencingBench.now)
        return session.sequencer.prospects().count { $0.refusal != nil }
    }
}
