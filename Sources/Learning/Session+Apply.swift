internal import Assessment
public import CourseModel
internal import RuntimeData
internal import Sequencing

extension Session {
    /// Gaps longer than this are pauses, not work.
    static let longestGap: Int64 = 5 * 60 * 1000

    /// Remembers. Cannot fail, so every journal replays.
    public mutating func apply(_ events: [Event], at now: Instant) {
        let gap = workingGap(until: now)
        activeMilliseconds += gap
        if let delivered { activeByPlace[delivered, default: 0] += gap }
        runningBefore = nil
        for event in events { apply(event, at: now) }
        firstEvent = firstEvent ?? now
        lastEvent = now
        if completedAt == nil, sequencer.standing(of: 0).isCompleted == true { completedAt = now }
    }

    /// Milliseconds since the last event, where that was no pause.
    private func workingGap(until now: Instant) -> Int64 {
        guard let lastEvent else { return 0 }
        let (gap, overflows) = now.milliseconds.subtractingReportingOverflow(lastEvent.milliseconds)
        return !overflows && (0...Session.longestGap).contains(gap) ? gap : 0
    }

    /// Seconds of work at an activity in its latest attempt; of the whole course for `nil`.
    public func activeSeconds(of place: Int?, at now: Instant) -> Int64 {
        guard let place else { return (activeMilliseconds + workingGap(until: now)) / 1000 }
        let running = place == delivered ? workingGap(until: now) : 0
        return ((activeByPlace[place] ?? 0) + running) / 1000
    }

    private mutating func apply(_ event: Event, at now: Instant) {
        switch event {
        case .opened(_, let version), .moved(let version, _): self.version = version
        case .sequenced(let step): apply(step)
        case .wrote(let place, let writes, let ends):
            guard organization.activities.indices.contains(place) else { return }
            apply(writes, at: place, ends: ends)
        case .answered(let place, let item, let response, _, let attempt):
            guard organization.activities.indices.contains(place) else { return }
            apply(response, to: item, at: place, attempt: attempt, now)
        case .navigated: break
        case .noted(let place, let note): apply(note, at: place)
        case .tracked(let place, let progress, _):
            sequencer.apply([.record(place, progress, isSuspended: false)])
        case .tookOver(let place):
            guard place == delivered, data[place]?.hasSpoken == true, !hasTerminated else { return }
            data[place]?.goOnElsewhere()
            runContent(at: place)
        case .learned(let objectives, let shared): adopt(objectives: objectives, shared: shared)
        }
    }

    private mutating func apply(_ step: Step) {
        guard case .deliver(let place) = step else {
            sequencer.apply([step])
            if delivered == nil { running = nil }
            return
        }
        hasTerminated = false
        guard organization.activities.indices.contains(place) else { return }
        let resumes = sequencer.standing(of: place).isSuspended
        let attempt = sequencer.standing(of: 0).attemptCount
        sequencer.apply([step])
        if !organization.sharedDataGlobalToSystem, sequencer.standing(of: 0).attemptCount > attempt { sharedData = [:] }
        let launch = launch(of: place)
        if !resumes { activeByPlace[place] = nil }
        if resumes, data[place] != nil {
            data[place]?.resume(launch)
        } else if courseware.dataModel.edition == .scorm12, data[place] != nil {
            // SCORM 1.2 knows no further attempt: what was reached stays, and is said again.
            data[place]?.beginSession(entry: .neither)
            track(place)
        } else {
            data[place] = CMI(model: courseware.dataModel, launch: launch)
            quizzes[place]?.answers = [:]
        }
        runContent(at: place)
        if quiz(at: place) != nil {
            quizzes[place, default: QuizProgress()].attempt = sequencer.standing(of: place).attemptCount
        }
    }

    private mutating func apply(_ writes: [CMI.Write], at place: Int, ends: Bool) {
        if data[place] == nil { data[place] = CMI(model: courseware.dataModel, launch: launch(of: place)) }
        data[place]?.apply(writes)
        if ends { data[place]?.endSession() }
        if place == delivered {
            if ends { hasTerminated = true }
            if let running, running.place == place, running.api.state == .notInitialized { runContent(at: place) }
        }
        if let cmi = data[place] { keepSharedData(of: cmi) }
        if lesson(at: place) != nil {
            for write in writes where write.element == "cmi.location" {
                guard let screen = Int(write.value) else { continue }
                lessons[place, default: LessonProgress()].screen = screen
                lessons[place]?.seen.insert(screen)
            }
        }
        track(place)
    }

    /// Hands what content said to sequencing. A native lesson, and a quiz under way, stay suspended when they are left.
    mutating func track(_ place: Int) {
        guard let data = data[place] else { return }
        let isSuspended =
            switch content(of: place) {
            case .lesson: true
            case .quiz: !isFinished(place)
            case .web, .none: data.isSuspended
            }
        sequencer.record(
            ActivityProgress(reading: data), unknown: data.objectivesSaidUnknown, at: place, isSuspended: isSuspended)
    }

    private mutating func apply(_ response: Response, to item: String, at place: Int, attempt: Int, _ now: Instant) {
        guard let quiz = quiz(at: place) else { return }
        var progress = quizzes[place] ?? QuizProgress()
        progress.attempt = attempt
        progress.answers[item] = response
        if let score = quiz.finalScore(of: progress.answers) {
            progress.best = Swift.max(progress.best ?? score, score)
            progress.finishedAt = now
            progress.finishedAttempts += 1
        }
        quizzes[place] = progress
        apply(interactionWrites(of: item, response, in: quiz, place: place), at: place, ends: false)
    }

    /// Every question of the attempt is answered.
    func isFinished(_ place: Int) -> Bool {
        guard let quiz = quiz(at: place), let progress = quizzes[place] else { return false }
        return quiz.items.allSatisfy { progress.answers[$0.id] != nil }
    }

    /// The `cmi.*` view of an answer: the interaction, and the outcome of the quiz once it is complete.
    private func interactionWrites(of item: String, _ response: Response, in quiz: Quiz, place: Int) -> [CMI.Write] {
        guard let progress = quizzes[place], let asked = quiz.items.first(where: { $0.id == item }) else { return [] }
        let outcome = try? asked.outcome(of: response)
        let path = "cmi.interactions.\(progress.answers.count - 1)"
        var writes = [CMI.Write("\(path).id", item)]
        if let outcome {
            writes.append(CMI.Write("\(path).result", outcome.isCorrect ? "correct" : "incorrect"))
        }
        let done = Double(progress.answers.count) / Double(Swift.max(1, quiz.items.count))
        writes.append(CMI.Write("cmi.progress_measure", "\(Swift.min(1, done))"))
        return writes + outcomeWrites(at: place)
    }

    /// What a quiz says of itself: its best finished attempt counts.
    func outcomeWrites(at place: Int) -> [CMI.Write] {
        guard let best = quizzes[place]?.best else {
            return [CMI.Write("cmi.completion_status", "incomplete")]
        }
        var writes = [
            CMI.Write("cmi.completion_status", "completed"),
            CMI.Write("cmi.score.scaled", "\(best.value)"),
        ]
        if let mastery = mastery(of: place) {
            writes.append(CMI.Write("cmi.success_status", best >= mastery ? "passed" : "failed"))
        }
        return writes
    }

    /// What content finds at launch.
    func launch(of place: Int) -> Launch {
        let activity = organization.activities[place]
        let definition = organization.definition(of: place)
        var launch = Launch(learnerID: learner.id, learnerName: learner.name)
        launch.isStrict = isStrict || organization.activities[0].local.isStrict
        launch.launchData = activity.launchData
        launch.timeLimitAction = activity.timeLimitAction
        launch.maxTimeAllowed = activity.maxTimeAllowed ?? definition.limits.attemptAbsoluteDurationLimit
        launch.masteryScore = activity.masteryScore
        if let threshold = activity.completionThreshold, threshold.completedByMeasure {
            launch.completionThreshold = threshold.minProgressMeasure.value
        }
        if definition.primaryObjective.satisfiedByMeasure {
            launch.scaledPassingScore = definition.primaryObjective.minNormalizedMeasure?.value
        }
        launch.dataStores = dataStores(of: place)
        launch.objectives = sequencer.objectivesAtLaunch(of: place).map { .init(id: $0.id, progress: $0.progress) }
        return launch
    }
}

extension Quiz {
    /// The part of the points earned once every question is answered; `nil` before.
    func finalScore(of answers: [String: Response]) -> Measure? {
        var score = 0.0
        for item in items {
            guard let response = answers[item.id] else { return nil }
            score += (try? item.outcome(of: response).score) ?? 0
        }
        return measure(ofScore: score)
    }
}
