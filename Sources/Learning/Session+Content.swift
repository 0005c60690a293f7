public import CourseModel
public import RuntimeData
internal import Sequencing

/// Web content that runs now, and its API object.
struct RunningContent: Sendable {
    var place: Int
    var api: RuntimeAPI
}

/// What a call of the content came to.
public struct ContentAnswer: Hashable, Sendable {
    public var value: String
    /// What GetLastError answers now.
    public var error: Int
    /// To be kept before the content hears "true".
    public var events: [Event]
    /// Where the content wants to go, now that it has terminated.
    public var request: Navigation?
}

extension Session {
    /// A call of the content that runs, by the function's name in its standard. What it wrote is in the session once
    /// the events of its commit are applied. Where they cannot be kept, `takeBack` says so to the content.
    public mutating func call(
        _ function: String, _ arguments: [String]
    ) throws(RuntimeAPI.UnknownFunction) -> ContentAnswer {
        guard let place = running?.place else { return try answerWithoutContent(function, arguments) }
        let facts = sequencer
        let before = courseware.dataModel.api.keeps(function) ? running : nil
        let answer = try running?.api.call(function, arguments) { facts.answer(to: $0) }
        guard let answer, let outcome = answer.outcome else {
            return ContentAnswer(value: answer?.value ?? "", error: answer?.error ?? 0, events: [])
        }
        var result = ContentAnswer(value: answer.value, error: answer.error, events: [])
        switch outcome {
        case .initialized: return result
        case .committed(let writes):
            if !writes.isEmpty { result.events = [.wrote(place: place, writes, ends: false)] }
        case .terminated(let writes):
            result.request = running.flatMap { request(of: $0.api.cmi) }
            if result.request != .abandon, result.request != .abandonAll {
                result.events = [.wrote(place: place, writes, ends: true)]
            }
        }
        if !result.events.isEmpty { runningBefore = before }
        return result
    }

    /// What the latest call wanted to keep could not be kept: the content hears "false", and its data are as before.
    public mutating func takeBack(_ function: String) throws(RuntimeAPI.UnknownFunction) -> ContentAnswer {
        restoreContent()
        let answer = try running?.api.fail(function)
        return ContentAnswer(value: answer?.value ?? "false", error: answer?.error ?? 101, events: [])
    }

    /// The content is again as before what it wanted to keep last.
    public mutating func restoreContent() {
        if let before = runningBefore { (running, runningBefore) = (before, nil) }
    }

    /// Content goes on running when its session is read anew from a journal, where it is still the one delivered.
    public mutating func takeContent(from other: Session) {
        if let running = other.running, position == other.position, !hasTerminated {
            (self.running, runningBefore) = (running, other.runningBefore)
        }
    }

    /// Nothing runs that could call: every function of the API says so.
    private func answerWithoutContent(
        _ function: String, _ arguments: [String]
    ) throws(RuntimeAPI.UnknownFunction) -> ContentAnswer {
        let nobody = Launch(learnerID: learner.id, learnerName: learner.name)
        var api = RuntimeAPI(cmi: CMI(model: courseware.dataModel, launch: nobody))
        var answer = try api.call(function, arguments)
        if answer.outcome != nil { answer = try api.fail(function) }
        return ContentAnswer(value: answer.value, error: answer.error, events: [])
    }

    /// The content is taken away by a request of the learner: what it had written counts, as if it had terminated, unless
    /// the request throws it away. Content that ran elsewhere and never came back ends with what it had committed.
    mutating func unloadContent(for request: Navigation) -> [Event] {
        guard request != .abandon, request != .abandonAll, let place = delivered, !hasTerminated else { return [] }
        if let running, running.place == place, running.api.state != .notInitialized {
            runningBefore = running
            if request == .suspendAll { self.running?.api.suspend() }
            guard case .terminated(let writes)? = self.running?.api.unload() else { return [] }
            return [.wrote(place: place, writes, ends: true)]
        }
        guard case .web = content(of: place), data[place]?.hasSpoken == true else { return [] }
        return [.wrote(place: place, [], ends: true)]
    }

    /// Where terminated content wants to go. `time-out` and `logout` leave the course, whatever else it asked for.
    func request(of cmi: CMI) -> Navigation? {
        switch cmi.exit {
        case .timeOut, .logout: .exitAll
        case .suspend, .normal, .none: cmi.navigationRequest
        }
    }

    /// The content of a delivery begins, with the data of its attempt.
    mutating func runContent(at place: Int) {
        guard case .web = content(of: place), let cmi = data[place] else { return running = nil }
        running = RunningContent(place: place, api: RuntimeAPI(cmi: cmi))
    }

    /// The data stores that the content of an activity may use, with what they hold.
    func dataStores(of place: Int) -> [Launch.DataStore] {
        organization.activities[place].dataMaps.map { Launch.DataStore(map: $0, value: sharedData[$0.targetID]) }
    }

    /// Takes over what content wrote into shared data.
    mutating func keepSharedData(of cmi: CMI) {
        for store in cmi.dataStores where store.map.writeSharedData {
            if let value = store.value { sharedData[store.map.targetID] = value }
        }
    }
}

extension Sequencer {
    /// `adl.nav.request_valid`.
    fileprivate func answer(to question: NavigationQuestion) -> Bool? {
        switch question {
        case .continue: canContinue
        case .previous: canPrevious
        case .choice(let id): place(of: id).map { refusalOfChoice(of: $0) == nil } ?? false
        case .jump(let id): place(of: id).map { canJump(to: $0) } ?? false
        }
    }
}
