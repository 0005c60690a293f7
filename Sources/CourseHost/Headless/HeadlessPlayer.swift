public import CourseModel
internal import FoundationEssentials
public import JournalStore
internal import Learning
internal import Packaging
internal import RuntimeData
internal import Sequencing

/// The player without a screen: one JSON request a line, one JSON answer a line. State lives in memory, or in a data
/// folder where one is given.
public struct HeadlessPlayer {
    struct Seat: Hashable {
        var course: String
        var learner: String
    }

    let language: Language
    let models: DataModels
    let clock: HeadlessClock
    let store: HeadlessStore?
    /// Content must keep to the smallest permitted maxima.
    let isStrict: Bool
    /// By the name that `import` gave.
    var courses: [String: Courseware] = [:]
    /// The identifier on the shelf, by the name that `import` gave.
    var shelved: [String: String] = [:]
    var seats: [Seat: any HeadlessSeat] = [:]
    var globals: [String: [ObjectiveID: ObjectiveProgress]] = [:]
    var shared: [String: [String: String]] = [:]
    var seat: Seat?
    var dice: AnyDice
    var exception: String?
    var requested: String?

    /// A player with nothing open. `models` are the run-time data models; `now` stops the clock; `seed` decides all
    /// chance; with `data` everything is kept there.
    public init(
        models: DataModels, language: Language, now: Instant? = nil, seed: UInt64? = nil, strict: Bool = false,
        data: DataFolder? = nil
    ) {
        (self.models, self.language, isStrict) = (models, language, strict)
        clock = HeadlessClock(now)
        var chance = SystemRandomNumberGenerator()
        dice = AnyDice(base: SplitMix(seed: seed ?? chance.next()))
        store = data.map { HeadlessStore($0, models: models) }
    }

    /// The answer to one line, without its newline.
    public mutating func answer(to line: [UInt8]) -> String {
        var answer = HeadlessAnswer()
        do {
            answer = try self.answer(to: HeadlessRequest(line: line))
        } catch {
            answer.error = trouble(error)
            if let unusable = error as? LoadedCourse.Unusable {
                answer.findings = unusable.findings.map { FindingLine($0, language) }
            }
        }
        return answer.json
    }

    /// What was set aside of torn journals since the data folder was opened.
    public var tornTails: [TornTail] { seats.values.flatMap { ($0 as? DeskSeat)?.desk.journal.tornTails ?? [] } }

    /// The answer to a line that is longer than any request may be.
    public static func refusal(ofLineOf bytes: Int) -> String {
        var answer = HeadlessAnswer()
        answer.error = "the request is \(bytes) bytes long: too long to be read"
        return answer.json
    }

    /// Why a request cannot be answered, in words.
    private func trouble(_ error: any Error) -> String {
        switch error {
        case let trouble as HeadlessTrouble: trouble.text
        case let error as PackageError: error.finding(in: "package").message.text(language)
        case is LoadedCourse.Unusable: "import: there is no course in it that can be opened; see findings"
        case let trouble as DataModels.Trouble: "\(trouble.file): \(trouble.what)"
        case let error as JournalError: error.sentence.text(language)
        default: "\(error)"
        }
    }

    /// Every case checks its request before it changes anything.
    private mutating func answer(to request: HeadlessRequest) throws -> HeadlessAnswer {
        switch request.op {
        case "reset":
            (courses, shelved, seats, globals, shared, seat) = ([:], [:], [:], [:], [:], nil)
            return HeadlessAnswer()
        case "import": return try importCourse(request)
        case "open": try open(request)
        case "api": return try call(request.calls ?? [])
        case "ui": try navigate(request)
        case "state": _ = try current()
        case "tracking": return try tracking()
        case "objectives": return objectives()
        case "report": try report(request)
        case "answer": return try answerItem(request)
        case "explain": return try explain(request)
        case "clock":
            guard let moment = request.now.flatMap({ Instant($0) }) else {
                throw HeadlessTrouble("clock: give now as 2026-11-23T16:24:58.123Z")
            }
            clock.set(moment)
            return HeadlessAnswer()
        default: throw HeadlessTrouble("no such op: \(request.op)")
        }
        return stateAnswer()
    }

    // MARK: Courses and sessions

    private mutating func importCourse(_ request: HeadlessRequest) throws -> HeadlessAnswer {
        guard let course = request.course, let path = request.manifest ?? request.package else {
            throw HeadlessTrouble("import: give course, and manifest or package")
        }
        let loaded = try LoadedCourse(path: store == nil ? path : HeadlessStore.package(at: path), models: models)
        var answer = HeadlessAnswer()
        if let store {
            let id = try store.shelf.keep(loaded).id
            shelved[course] = id
            answer.id = id
        } else {
            courses[course] = loaded.courseware
        }
        seats = seats.filter { $0.key.course != course }
        if seat?.course == course { seat = nil }
        answer.findings = loaded.findings.map { FindingLine($0, language) }
        return answer
    }

    private mutating func open(_ request: HeadlessRequest) throws {
        guard let course = request.course, let learner = request.learner, !learner.isEmpty else {
            throw HeadlessTrouble("open: give an imported course and a learner")
        }
        let key = Seat(course: course, learner: learner)
        let fresh = seats[key] == nil ? try newSeat(key, request) : nil
        if let seat, seats[seat]?.session.sequencer.isOpen == true { try go(.suspendAll) }
        if let fresh { seats[key] = fresh }
        seat = key
        seats[key]?.adopt(objectives: globals[learner] ?? [:], shared: shared[learner] ?? [:])
        requested = nil
        exception = try seats[key]?.begin()
        share()
    }

    private mutating func newSeat(_ key: Seat, _ request: HeadlessRequest) throws -> any HeadlessSeat {
        let strict = request.strict ?? isStrict
        if let store {
            return try store.seat(
                course: shelved[key.course] ?? key.course, login: key.learner, name: request.name, clock: clock,
                dice: ownDice(), isStrict: strict)
        }
        guard let courseware = courses[key.course] else {
            throw HeadlessTrouble("open: give an imported course and a learner")
        }
        var session = Session(courseware, learner: Learner(id: key.learner, name: request.name ?? key.learner))
        session.isStrict = strict
        return MemorySeat(session, course: key.course, clock: clock, dice: ownDice())
    }

    /// Chance of its own for each seat, so that one learner's draws do not depend on another's.
    private mutating func ownDice() -> AnyDice { AnyDice(base: SplitMix(seed: dice.next())) }

    func current() throws -> Session {
        guard let seat, let session = seats[seat]?.session else { throw HeadlessTrouble("no course is open") }
        return session
    }

    /// What the open session knows for the learner everywhere.
    private mutating func share() {
        guard let seat, let session = seats[seat]?.session else { return }
        if session.organization.objectivesGlobalToSystem {
            globals[seat.learner, default: [:]].merge(session.sequencer.globalObjectives) { _, new in new }
        }
        if session.organization.sharedDataGlobalToSystem {
            shared[seat.learner, default: [:]].merge(session.sharedData) { _, new in new }
        }
    }

    /// Decides about the open session and keeps what comes of it.
    mutating func act(_ decision: HeadlessDecision) throws {
        guard let seat, seats[seat] != nil else { throw HeadlessTrouble("no course is open") }
        exception = try seats[seat]?.decide(decision)
        share()
    }

    // MARK: The content and the learner

    private mutating func call(_ calls: [[String]]) throws -> HeadlessAnswer {
        try check(calls, of: "api")
        (requested, exception) = (nil, nil)
        let results = try calls.map { try perform($0, navigates: true) }
        var answer = stateAnswer()
        answer.results = results
        return answer
    }

    /// Calls that do not have the form of one, or name no function of the API, are refused before the first is made.
    private func check(_ calls: [[String]], of op: String) throws {
        let api = try current().courseware.dataModel.api
        for call in calls {
            guard let function = call.first else { throw HeadlessTrouble("\(op): a call is [function, argument …]") }
            guard api.has(function) else { throw HeadlessTrouble("\(op): no function \(function)") }
        }
    }

    private mutating func perform(_ call: [String], navigates: Bool) throws -> HeadlessAnswer.CallResult {
        guard let seat, let function = call.first, seats[seat] != nil,
            let called = try seats[seat]?.call(function, Array(call.dropFirst()))
        else { throw HeadlessTrouble("no course is open") }
        if !called.events.isEmpty { share() }
        if navigates, let request = called.request {
            requested = request.text
            try go(request)
        }
        return HeadlessAnswer.CallResult(value: called.value, error: called.error)
    }

    private mutating func navigate(_ request: HeadlessRequest) throws {
        guard let text = request.request, let navigation = Navigation(text: text), navigation.isOfLearners else {
            throw HeadlessTrouble("ui: no such request: \(request.request ?? "")")
        }
        try check(request.onunload ?? [], of: "ui")
        (requested, exception) = (nil, nil)
        for call in request.onunload ?? [] { _ = try perform(call, navigates: false) }
        try go(navigation)
    }

    private mutating func go(_ request: Navigation) throws {
        try act { session, now, dice throws(Refusal) in
            try session.ruling(on: .navigate(request), at: now, using: &dice)
        }
    }
}

extension Navigation {
    /// Start and resume belong to `open`.
    fileprivate var isOfLearners: Bool { self != .start && self != .resumeAll }
}
