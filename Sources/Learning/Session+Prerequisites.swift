internal import CourseModel
internal import RuntimeData
internal import Sequencing

/// What SCORM 1.2 asks to be done before an item opens.
extension Session {
    /// The scripts of an organization, by place. One that means nothing keeps nothing closed; reading the package says so.
    static func prerequisites(of organization: Organization) -> [Int: Prerequisites] {
        var all: [Int: Prerequisites] = [:]
        for (place, activity) in organization.activities.enumerated() {
            guard let script = activity.prerequisites else { continue }
            do throws(Prerequisites.Fault) {
                all[place] = try Prerequisites(script)
            } catch {
                all[place] = nil
            }
        }
        return all
    }

    /// Why an item cannot be opened before others are done; `nil` when it can. What holds it counts too.
    func prerequisiteLock(at place: Int) -> Lock? {
        prerequisites.isEmpty ? nil : prerequisiteLock(at: place, lessonStatuses)
    }

    /// The places where a learner cannot go before other items are done.
    public var placesHeldBack: Set<Int> {
        guard !prerequisites.isEmpty else { return [] }
        let statuses = lessonStatuses
        return Set(organization.activities.indices.filter { unmet(at: $0, statuses) != nil })
    }

    /// The nearest leaf, forwards or backwards from a place, that is not held back and may be chosen.
    func openLeaf(from place: Int, forwards: Bool) -> Int? {
        let statuses = lessonStatuses
        let leaves = organization.activities.indices.filter {
            organization.activities[$0].isLeaf && (forwards ? $0 > place : $0 < place)
        }
        return (forwards ? leaves : leaves.reversed()).first {
            unmet(at: $0, statuses) == nil && sequencer.refusalOfChoice(of: $0) == nil
        }
    }

    private func prerequisiteLock(at place: Int, _ statuses: [LessonStatus]) -> Lock? {
        guard let term = unmet(at: place, statuses) else { return nil }
        let needs = needs(of: term, statuses)
        var wayOut: [ActivityID] = []
        for step in needs.flatMap(\.steps) {
            guard let target = sequencer.place(of: step), target != place else { continue }
            let first = unmet(at: target, statuses) == nil ? [step] : firstSteps(towards: target, statuses)
            for id in first where !wayOut.contains(id) { wayOut.append(id) }
        }
        return Lock(
            reason: "prerequisites", sentence: LockSentences.locked(until: needs.map(\.sentence)), wayOut: wayOut)
    }

    /// What opens a step that is itself closed: the open items at the end of its own prerequisites.
    private func firstSteps(towards target: Int, _ statuses: [LessonStatus]) -> [ActivityID] {
        var open: [ActivityID] = []
        var waiting = [target]
        var seen = Set(waiting)
        while let place = waiting.popLast() {
            guard let term = unmet(at: place, statuses) else {
                open.append(organization.activities[place].id)
                continue
            }
            for step in needs(of: term, statuses).flatMap(\.steps) {
                if let next = sequencer.place(of: step), seen.insert(next).inserted { waiting.append(next) }
            }
        }
        return open
    }

    /// The script that keeps a place closed: its own, or that of what holds it.
    private func unmet(at place: Int, _ statuses: [LessonStatus]) -> Prerequisites.Term? {
        var here: Int? = place
        while let place = here {
            if let script = prerequisites[place], !script.isMet({ status(of: $0, statuses) }) { return script.term }
            here = organization.activities[place].parent
        }
        return nil
    }

    private func status(of id: ActivityID, _ statuses: [LessonStatus]) -> LessonStatus? {
        sequencer.place(of: id).map { statuses[$0] }
    }

    /// One clause of a sentence, and the items to open for it.
    private struct Need {
        var sentence: Sentence
        var steps: [ActivityID]
    }

    /// What is missing of a term that is not met.
    private func needs(of term: Prerequisites.Term, _ statuses: [LessonStatus]) -> [Need] {
        func isMet(_ term: Prerequisites.Term) -> Bool { Prerequisites.isMet(term) { status(of: $0, statuses) } }
        switch term {
        case .done(let id):
            guard let title = title(of: id) else { return [Need(sentence: LockSentences.rule, steps: [])] }
            return [Need(sentence: LockSentences.complete(title), steps: [id])]
        case .status(let id, let wanted): return [need(of: id, wanted)]
        case .otherStatus(let id, _), .not(.done(let id)), .not(.status(let id, _)):
            guard let title = title(of: id) else { return [Need(sentence: LockSentences.rule, steps: [])] }
            return [Need(sentence: PrerequisiteSentences.changes(title), steps: [])]
        case .not: return [Need(sentence: LockSentences.rule, steps: [])]
        case .all(let terms): return terms.filter { !isMet($0) }.flatMap { needs(of: $0, statuses) }
        case .any(let terms):
            let ways = terms.map { needs(of: $0, statuses) }
            guard ways.allSatisfy({ $0.count == 1 }) else { return ways.min { $0.count < $1.count } ?? [] }
            let all = ways.flatMap(\.self)
            return [
                Need(sentence: LockSentences.alternatives(all.map(\.sentence)), steps: all.flatMap(\.steps))
            ]
        case .atLeast(let count, let terms):
            let missing = terms.filter { !isMet($0) }
            let all = missing.flatMap { needs(of: $0, statuses) }
            let number = count - (terms.count - missing.count)
            return [
                Need(sentence: PrerequisiteSentences.some(number, of: all.map(\.sentence)), steps: all.flatMap(\.steps))
            ]
        }
    }

    private func need(of id: ActivityID, _ wanted: LessonStatus) -> Need {
        guard let title = title(of: id) else { return Need(sentence: LockSentences.rule, steps: []) }
        switch wanted {
        case .passed: return Need(sentence: LockSentences.pass(title), steps: [id])
        case .completed: return Need(sentence: LockSentences.complete(title), steps: [id])
        case .browsed, .incomplete, .failed, .notAttempted:
            return Need(
                sentence: PrerequisiteSentences.reaches(title, wanted), steps: wanted == .notAttempted ? [] : [id])
        }
    }

    private func title(of id: ActivityID) -> String? {
        sequencer.place(of: id).map { organization.activities[$0].title }
    }
}

extension Session {
    /// The status of every item as SCORM 1.2 knows it, in one pass from the leaves up. A cluster is completed when all that
    /// it holds is completed or passed.
    var lessonStatuses: [LessonStatus] {
        let activities = organization.activities
        var statuses = [LessonStatus](repeating: .notAttempted, count: activities.count)
        for place in activities.indices.reversed() {
            let children = activities[place].children
            if children.isEmpty {
                statuses[place] = leafStatus(of: place)
            } else if children.allSatisfy({ statuses[$0].isDone }) {
                statuses[place] = .completed
            } else if children.contains(where: { statuses[$0] != .notAttempted }) {
                statuses[place] = .incomplete
            }
        }
        return statuses
    }

    private func leafStatus(of place: Int) -> LessonStatus {
        let tracking = sequencer.tracking(of: place)
        guard tracking.attemptCount > 0 else { return .notAttempted }
        if case .web(_, isSCO: false) = content(of: place) { return .completed }
        if let text = data[place]?.lessonStatus { return LessonStatus(rawValue: text) ?? .incomplete }
        guard tracking.isCompleted == true else { return .incomplete }
        switch tracking.objectives.first?.isSatisfied {
        case true?: return .passed
        case false?: return .failed
        case nil: return .completed
        }
    }
}
