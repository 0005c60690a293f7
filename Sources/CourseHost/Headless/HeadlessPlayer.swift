internal import Assessment
public import CourseModel
internal import FoundationEssentials
internal import Learning
internal import Packaging
internal import RuntimeData
internal import Sequencing

/// The player without a screen: one JSON request a line, one JSON answer a line. State lives in memory.
public struct HeadlessPlayer {
    private struct Seat: Hashable {
        var course: String
        var learner: String
    }

    private let language: Language
    private let models: DataModels
    private var courses: [String: Courseware] = [:]
    private var sessions: [Seat: Session] = [:]
    private var globals: [String: [ObjectiveID: ObjectiveProgress]] = [:]
    private var shared: [String: [String: String]] = [:]
    private var seat: Seat?
    private var dice: SplitMix
    private var now: Instant
    private var exception: String?
    private var requested: String?

    /// A player with nothing in it. `models` are the run-time data models; `seed` decides all chance.
    public init(models: DataModels, language: Language, now: Instant, seed: UInt64) {
        (self.models, self.language, self.now) = (models, language, now)
        dice = SplitMix(seed: seed)
    }

    /// The answer to one line, without its newline.
    public mutating func answer(to line: [UInt8]) -> String {
        var answer = HeadlessAnswer()
        let before = self
        do {
            answer = try self.answer(to: HeadlessRequest(line: line))
        } catch {
            self = before
            answer.error = trouble(error)
            if let unusable = error as? LoadedCourse.Unusable {
                answer.findings = unusable.findings.map { HeadlessAnswer.FindingLine($0, language) }
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(answer) else { return #"{"error":"the answer holds no JSON number"}"# }
        return String(decoding: data, as: UTF8.self)
    }

    /// Why a request cannot be answered, in words.
    private func trouble(_ error: any Error) -> String {
        switch error {
        case let trouble as HeadlessTrouble: trouble.text
        case let error as PackageError: error.finding(in: "package").message.text(language)
        case is LoadedCourse.Unusable: "import: there is no course in it that can be opened; see findings"
        case let trouble as DataModels.Trouble: "\(trouble.file): \(trouble.what)"
        default: "\(error)"
        }
    }

    private mutating func answer(to request: HeadlessRequest) throws -> HeadlessAnswer {
        switch request.op {
        case "reset":
            (courses, sessions, globals, shared, seat) = ([:], [:], [:], [:], nil)
            return HeadlessAnswer()
        case "import": return try importCourse(request)
        case "open":
            try open(request)
            return stateAnswer()
        case "api": return try call(request.calls ?? [])
        case "ui":
            try navigate(request)
            return stateAnswer()
        case "state":
            _ = try current()
            return stateAnswer()
        case "tracking": return try tracking()
        case "objectives": return objectives()
        case "report":
            try report(request)
            return stateAnswer()
        case "answer": return try answerItem(request)
        case "explain": return try explain(request)
        case "clock":
            guard let moment = request.now.flatMap({ Instant($0) }) else {
                throw HeadlessTrouble("clock: give now as 2026-11-23T16:24:58.123Z")
            }
            now = moment
            return HeadlessAnswer()
        default: throw HeadlessTrouble("no such op: \(request.op)")
        }
    }

    // MARK: Courses and sessions

    private mutating func importCourse(_ request: HeadlessRequest) throws -> HeadlessAnswer {
        guard let course = request.course, let path = request.manifest ?? request.package else {
            throw HeadlessTrouble("import: give course, and manifest or package")
        }
        let loaded = try LoadedCourse(path: path, models: models)
        courses[course] = loaded.courseware
        sessions = sessions.filter { $0.key.course != course }
        var answer = HeadlessAnswer()
        answer.findings = loaded.findings.map { HeadlessAnswer.FindingLine($0, language) }
        return answer
    }

    private mutating func open(_ request: HeadlessRequest) throws {
        guard let course = request.course, let courseware = courses[course], let learner = request.learner else {
            throw HeadlessTrouble("open: give an imported course and a learner")
        }
        if let seat, sessions[seat]?.sequencer.isOpen == true { _ = try? leave() }
        let seat = Seat(course: course, learner: learner)
        self.seat = seat
        var session =
            sessions[seat] ?? Session(courseware, learner: Learner(id: learner, name: request.name ?? learner))
        session.adopt(objectives: globals[learner] ?? [:], shared: shared[learner] ?? [:])
        let ruling = session.opening(course: course, version: "", at: now, using: &dice)
        session.apply(ruling.events, at: now)
        (exception, requested) = (ruling.refusal?.code, nil)
        keep(session)
    }

    private mutating func leave() throws {
        try change { session, now, dice in
            session.apply(session.unloadContent(for: .suspendAll), at: now)
            let ruling = try session.ruling(on: .navigate(.suspendAll), at: now, using: &dice)
            session.apply(ruling.events, at: now)
            return ruling.refusal?.code
        }
    }

    private func current() throws -> Session {
        guard let seat, let session = sessions[seat] else { throw HeadlessTrouble("no course is open") }
        return session
    }

    private mutating func keep(_ session: Session) {
        guard let seat else { return }
        sessions[seat] = session
        if session.organization.objectivesGlobalToSystem {
            globals[seat.learner, default: [:]].merge(session.sequencer.globalObjectives) { _, new in new }
        }
        if session.organization.sharedDataGlobalToSystem {
            shared[seat.learner, default: [:]].merge(session.sharedData) { _, new in new }
        }
    }

    /// Changes the open session in place; a thrown refusal leaves it as it was.
    private mutating func change(
        _ body: (inout Session, Instant, inout SplitMix) throws -> String?
    ) throws {
        var session = try current()
        do {
            exception = try body(&session, now, &dice)
        } catch let refusal as Refusal {
            exception = refusal.code
        }
        keep(session)
    }

    // MARK: The content and the learner

    private mutating func call(_ calls: [[String]]) throws -> HeadlessAnswer {
        var results: [HeadlessAnswer.CallResult] = []
        requested = nil
        exception = nil
        for call in calls {
            guard let function = call.first else { throw HeadlessTrouble("api: a call is [function, argument …]") }
            results.append(try perform(function, Array(call.dropFirst()), navigates: true))
        }
        var answer = stateAnswer()
        answer.results = results
        return answer
    }

    private mutating func perform(
        _ function: String, _ arguments: [String], navigates: Bool
    ) throws -> HeadlessAnswer.CallResult {
        var session = try current()
        let called: ContentAnswer
        do {
            called = try session.call(function, arguments)
        } catch {
            throw HeadlessTrouble("api: no function \(error.name)")
        }
        if !called.events.isEmpty { session.apply(called.events, at: now) }
        keep(session)
        if navigates, let request = called.request {
            requested = request.text
            try go(request)
        }
        return HeadlessAnswer.CallResult(value: called.value, error: called.error)
    }

    private mutating func navigate(_ request: HeadlessRequest) throws {
        guard let text = request.request, let navigation = Navigation(text: text) else {
            throw HeadlessTrouble("ui: no such request: \(request.request ?? "")")
        }
        (requested, exception) = (nil, nil)
        for call in request.onunload ?? [] {
            guard let function = call.first else { throw HeadlessTrouble("ui: a call is [function, argument …]") }
            _ = try perform(function, Array(call.dropFirst()), navigates: false)
        }
        try go(navigation)
    }

    private mutating func go(_ request: Navigation) throws {
        try change { session, now, dice in
            session.apply(session.unloadContent(for: request), at: now)
            let ruling = try session.ruling(on: .navigate(request), at: now, using: &dice)
            session.apply(ruling.events, at: now)
            return ruling.refusal?.code
        }
    }

    private mutating func report(_ request: HeadlessRequest) throws {
        try change { session, now, _ in
            guard let place = session.delivered else { throw HeadlessTrouble("report: nothing is delivered") }
            var said = ActivityProgress()
            said.isCompleted = request.completion
            said.progress = request.progress.flatMap { ProgressMeasure($0) }
            if (request.measure != nil && said.primary.measure == nil && Measure(request.measure ?? 0) == nil)
                || (request.progress != nil && said.progress == nil)
            {
                throw HeadlessTrouble("report: a measure lies between -1 and 1, progress between 0 and 1")
            }
            var objective = ObjectiveProgress()
            objective.isSatisfied = request.success
            objective.measure = request.measure.flatMap { Measure($0) }
            if let id = request.objective {
                said.objectives[ObjectiveID(id)] = objective
            } else {
                said.primary = objective
            }
            session.apply([.sequenced(.record(place, said, isSuspended: request.suspended ?? false))], at: now)
            return nil
        }
    }

    private mutating func answerItem(_ request: HeadlessRequest) throws -> HeadlessAnswer {
        guard let item = request.item, let values = request.responses?.values.first else {
            throw HeadlessTrouble("answer: give item and responses")
        }
        try change { session, now, dice in
            let ruling = try session.ruling(on: .answer(item: item, Response(values)), at: now, using: &dice)
            session.apply(ruling.events, at: now)
            return nil
        }
        var answer = stateAnswer()
        if case .quiz(let view) = try current().view(at: now).current, let given = view.answers[item] {
            answer.scored = HeadlessAnswer.Scored(
                score: given.outcome.score, max: given.outcome.max, feedback: given.outcome.feedback.map(\.plainText))
        }
        return answer
    }

    // MARK: Looking

    private func stateAnswer() -> HeadlessAnswer {
        var answer = HeadlessAnswer()
        if let seat, let session = sessions[seat] {
            answer.state = StateAnswer(session, exception: exception, requested: requested)
        }
        return answer
    }

    private func tracking() throws -> HeadlessAnswer {
        let session = try current()
        var answer = HeadlessAnswer()
        answer.activities = Dictionary(
            session.organization.activities.indices.map { place in
                (
                    session.organization.activities[place].id.text,
                    HeadlessAnswer.Tracked(session.sequencer.tracking(of: place))
                )
            }, uniquingKeysWith: { first, _ in first })
        return answer
    }

    private func objectives() -> HeadlessAnswer {
        var all = seat.flatMap { globals[$0.learner] } ?? [:]
        if let seat, let session = sessions[seat] { all.merge(session.sequencer.globalObjectives) { _, new in new } }
        var answer = HeadlessAnswer()
        answer.objectives = Dictionary(
            all.map { ($0.key.text, HeadlessAnswer.Known(progress: $0.value)) }, uniquingKeysWith: { first, _ in first }
        )
        return answer
    }

    private func explain(_ request: HeadlessRequest) throws -> HeadlessAnswer {
        let session = try current()
        guard let id = request.activity, let place = session.sequencer.place(of: ActivityID(id)) else {
            throw HeadlessTrouble("explain: no such activity")
        }
        let advice = session.advice(at: place, now)
        let activities = session.organization.activities
        var answer = HeadlessAnswer()
        answer.explanation = HeadlessAnswer.Explained(
            activity: id, open: advice == nil, reason: advice?.lock.reason,
            sentence: advice?.lock.sentence.text(language), wayOut: (advice?.wayOut ?? []).map(\.text),
            trace: session.trace(of: place).map { entry in
                HeadlessAnswer.Trace(
                    process: entry.process, activity: entry.activity.map { activities[$0].id.text }, rule: entry.rule,
                    facts: entry.facts)
            })
        return answer
    }
}

extension Block {
    /// The text alone.
    fileprivate var plainText: String {
        switch self {
        case .heading(_, let text), .paragraph(let text): text.plainText
        case .list(_, let items): items.joined().map(\.plainText).joined(separator: "\n")
        case .quote(let blocks), .callout(_, _, let blocks): blocks.map(\.plainText).joined(separator: "\n")
        case .table(let table):
            ([table.header] + table.rows).map { $0.map(\.plainText).joined(separator: " | ") }.joined(separator: "\n")
        case .code(_, let text): text
        case .image(_, let alternative, _): alternative
        }
    }
}

/// Chance that a seed repeats (SplitMix64).
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The same seed, the same chance.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
