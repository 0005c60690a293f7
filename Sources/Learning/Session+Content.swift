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
    /// A call of the content that runs, by the function's name in its standard. What it wrote is in the session at once
    /// and in the events on commit.
    public mutating func call(
        _ function: String, _ arguments: [String]
    ) throws(RuntimeAPI.UnknownFunction) -> ContentAnswer {
        guard let running else { return ContentAnswer(value: "false", error: 301, events: []) }
        let place = running.place
        let facts = sequencer
        let answer = try self.running?.api.call(function, arguments) { facts.answer(to: $0) }
        guard let answer, let outcome = answer.outcome else {
            return ContentAnswer(value: answer?.value ?? "", error: answer?.error ?? 0, events: [])
        }
        switch outcome {
        case .initialized: return ContentAnswer(value: answer.value, error: answer.error, events: [])
        case .committed(let writes):
            let events: [Event] = writes.isEmpty ? [] : [.wrote(place: place, writes, ends: false)]
            return ContentAnswer(value: answer.value, error: answer.error, events: events)
        case .terminated(let writes):
            let request = requestAtTermination
            let isAbandoned = request == .abandon || request == .abandonAll
            return ContentAnswer(
                value: answer.value, error: answer.error,
                events: isAbandoned ? [] : [.wrote(place: place, writes, ends: true)], request: request)
        }
    }

    /// The content is taken away: what it had written counts, as if it had terminated.
    public mutating func unloadContent(suspends: Bool) -> [Event] {
        guard let place = running?.place else { return [] }
        if suspends { running?.api.suspend() }
        guard case .terminated(let writes)? = running?.api.unload() else { return [] }
        return [.wrote(place: place, writes, ends: true)]
    }

    /// `time-out` and `logout` leave the course, whatever else the content asked for.
    private var requestAtTermination: Navigation? {
        guard let cmi = running?.api.cmi else { return nil }
        switch cmi.exit {
        case .timeOut, .logout: return .exitAll
        case .suspend, .normal, .none: return cmi.navigationRequest
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
