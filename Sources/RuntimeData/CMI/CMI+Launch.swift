import CourseModel

extension CMI {
    /// The data stores with what they hold now, in manifest order.
    public var dataStores: [Launch.DataStore] {
        maps.enumerated().map { Launch.DataStore(map: $1, value: stored(.dataStore, $0)) }
    }

    /// Takes what sequencing knows of the objectives now: what is known replaces, what is unknown leaves as it is, and
    /// an objective that the content does not have yet is appended.
    public mutating func refreshObjectives(_ objectives: [Launch.Objective]) {
        guard let id = model.element(playing: .objectiveID), let container = container(of: .objectiveID) else { return }
        guard !objectives.isEmpty else { return }
        var places: [ObjectiveID: Int] = [:]
        for n in 0..<count(container) {
            if let name = stored(Slot(definition: id, n: n)) { places[ObjectiveID(name)] = n }
        }
        for objective in objectives {
            let n = places[objective.id] ?? count(container)
            if places[objective.id] == nil {
                guard n < model.table.limits.records else { return }
                counts[Slot(definition: container)] = n + 1
                given[Slot(definition: id, n: n)] = objective.id.text
                places[objective.id] = n
            }
            refresh(n, objective.progress)
        }
    }

    /// Gives all that a launch says.
    mutating func give(_ launch: Launch) {
        give(.learnerID, launch.learnerID)
        give(.learnerName, launch.learnerName)
        give(.credit, launch.credit.rawValue)
        give(.mode, launch.mode.rawValue)
        give(.launchData, launch.launchData)
        give(.timeLimitAction, launch.timeLimitAction)
        give(.maxTimeAllowed, launch.maxTimeAllowed)
        give(.completionThreshold, number(launch.completionThreshold))
        give(.scaledPassingScore, number(launch.scaledPassingScore))
        give(.masteryScore, number(launch.masteryScore))
        give(launch.preferences)
        refreshObjectives(launch.objectives)
        give(launch.dataStores)
    }

    private mutating func give(_ preferences: Launch.Preferences) {
        let words: [(Role, String?)] = [
            (.audioLevel, preferences.audioLevel), (.language, preferences.language),
            (.deliverySpeed, preferences.deliverySpeed), (.audioCaptioning, preferences.audioCaptioning),
        ]
        for (role, word) in words {
            guard let word, let slot = slot(role), verdict(on: word, slot, definition(of: slot)) == .fits else {
                continue
            }
            given[slot] = word
        }
    }

    private mutating func give(_ stores: [Launch.DataStore]) {
        guard let container = container(of: .dataStoreID) else {
            maps = []
            return
        }
        counts[Slot(definition: container)] = stores.isEmpty ? nil : stores.count
        for (n, store) in stores.enumerated() {
            give(.dataStoreID, store.map.targetID, n)
            give(.dataStore, store.value, n)
        }
    }

    private mutating func refresh(_ n: Int, _ progress: ObjectiveProgress) {
        replace(.objectiveSuccess, n, progress.isSatisfied.map { $0 ? "passed" : "failed" })
        replace(.objectiveCompletion, n, progress.isCompleted.map { $0 ? "completed" : "incomplete" })
        replace(.objectiveStatus, n, lessonStatus(of: progress))
        replace(.objectiveScaled, n, number(progress.measure?.value))
        replace(.objectiveProgress, n, number(progress.progress?.value))
        replace(.objectiveRaw, n, number(progress.raw))
        replace(.objectiveMin, n, number(progress.min))
        replace(.objectiveMax, n, number(progress.max))
    }

    private func lessonStatus(of progress: ObjectiveProgress) -> String? {
        progress.isSatisfied.map { $0 ? "passed" : "failed" }
            ?? progress.isCompleted.map { $0 ? "completed" : "incomplete" }
    }

    /// What sequencing knows takes the place of what the content wrote.
    mutating func replace(_ role: Role, _ n: Int, _ value: String?) {
        guard let value, let slot = slot(role, n) else { return }
        if stored(slot) == value { return }
        remove(slot)
        given[slot] = value
    }

    mutating func give(_ role: Role, _ value: String?, _ n: Int = -1) {
        guard let value, let slot = slot(role, n) else { return }
        given[slot] = value
    }

    private func number(_ value: Double?) -> String? { value.flatMap { Real($0)?.text } }

    /// The collection that holds an element with this role.
    func container(of role: Role) -> Int? {
        model.element(playing: role).flatMap { model.tree.elements[$0].collection }
    }
}
