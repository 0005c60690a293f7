public import CourseModel

extension CMI {
    /// Goes on with a suspended attempt: its data stay, objectives and data stores are as the launch says.
    public mutating func resume(_ launch: Launch) {
        beginSession(entry: .resume)
        refreshObjectives(launch.objectives)
        for (n, store) in launch.dataStores.enumerated() where maps.indices.contains(n) && maps[n] == store.map {
            replace(.dataStore, n, store.value)
        }
    }

    /// Starts a session on the data as they are: session time, exit and navigation request are new.
    public mutating func beginSession(entry: Launch.Entry) {
        said = []
        give(.entry, entry.rawValue)
        for role in [Role.sessionTime, .exit, .navigationRequest] {
            if let slot = slot(role) { remove(slot) }
        }
    }

    /// The same session goes on in another window: its time so far counts, and the content there resumes.
    public mutating func goOnElsewhere() {
        addSessionTime()
        beginSession(entry: .resume)
    }

    /// Ends a session: adds its time to the total, and stores the statuses that the standard computes.
    public mutating func endSession() {
        addSessionTime()
        for (element, computed) in model.computed.enumerated() {
            guard let status = computed.flatMap({ status($0) }) else { continue }
            store(status, Slot(definition: element), [])
        }
        concludeLessonStatus()
    }

    /// How content says that it was left.
    public var exit: Exit { stored(.exit).flatMap(Exit.init(rawValue:)) ?? .none }

    /// The attempt goes on at the next launch: after `suspend`, and after `logout` where the edition has attempts.
    public var isSuspended: Bool { exit == .suspend || exit == .logout && lessonStatus == nil }

    /// How it started: first, resumed or neither.
    public var entry: Launch.Entry { stored(.entry).flatMap(Launch.Entry.init(rawValue:)) ?? .neither }

    /// The environment suspends: whatever the content wrote as its exit, it is `suspend` now.
    public mutating func suspend() {
        if let slot = slot(.exit) { store(Exit.suspend.rawValue, slot, []) }
    }

    /// What the content asks for once it has terminated; `nil` for nothing.
    public var navigationRequest: Navigation? {
        guard let request = stored(.navigationRequest) else { return nil }
        if let (target, word) = Names.targeted(request.utf8) {
            return word == "jump" ? .jump(ActivityID(target)) : .choice(ActivityID(target))
        }
        return Navigation(text: request)
    }

    /// `cmi.core.lesson_status` as it stands; `nil` in SCORM 2004.
    public var lessonStatus: String? {
        slot(.lessonStatus).map { stored($0) ?? definition(of: $0).default ?? "" }
    }

    /// The time of the session that runs, and of those before it, in hundredths of a second where that can be said.
    private mutating func addSessionTime() {
        guard let session = slot(.sessionTime), let total = slot(.totalTime), let text = stored(session) else { return }
        let before = stored(total)
        if definition(of: total).format.type == .cmiTimespan {
            guard let time = Duration(timespan: text.utf8) else { return }
            given[total] = ((before.flatMap { Duration(timespan: $0.utf8) }).map { $0 + time } ?? time).timespan
        } else {
            guard let time = Duration(timeinterval: text.utf8) else { return }
            given[total] = ((before.flatMap { Duration(timeinterval: $0.utf8) }).map { $0 + time } ?? time).timeinterval
        }
        remove(session)
    }

    /// SCORM 1.2: content that said nothing has completed (or was browsed); then the mastery score decides.
    private mutating func concludeLessonStatus() {
        guard let status = slot(.lessonStatus) else { return }
        if stored(status) == nil {
            store(stored(.mode) == Launch.Mode.browse.rawValue ? "browsed" : "completed", status, [])
        }
        let counts =
            stored(.credit) == Launch.Credit.credit.rawValue && stored(.mode) == Launch.Mode.normal.rawValue
        if counts, let mastery = number(.masteryScore), let raw = number(.scoreRaw) {
            store(raw >= mastery ? "passed" : "failed", status, [])
        }
    }
}
