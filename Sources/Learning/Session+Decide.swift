internal import Assessment
public import CourseModel
internal import RuntimeData
internal import Sequencing

extension Session {
    /// What taking up the course leads to: resume what was suspended, go on, or start.
    public mutating func opening(
        course: String, version: String, at now: Instant, using dice: inout some RandomNumberGenerator
    ) -> Ruling {
        var ruling = Ruling()
        if self.version == nil { ruling.events.append(.opened(course: course, version: version)) }
        guard sequencer.current == nil else { return ruling }
        let next = navigation(sequencer.suspended == nil ? .start : .resumeAll, at: now, using: &dice)
        ruling.events += next.events
        ruling.refusal = next.refusal
        return ruling
    }

    /// Decides a learner's request. The session is as before afterwards.
    public mutating func ruling(
        on request: LearnerRequest, at now: Instant, using dice: inout some RandomNumberGenerator
    ) throws(Refusal) -> Ruling {
        switch request {
        case .navigate(let navigation): return try ruling(onNavigation: navigation, at: now, using: &dice)
        case .screen(let screen): return Ruling(events: try showing(screen))
        case .answer(let item, let response): return Ruling(events: try answering(item, response))
        case .note(let id, let screen, let text, let isBookmark):
            return Ruling(events: try noting(id, screen: screen, text: text, isBookmark: isBookmark))
        case .retry:
            guard let place = delivered, isFinished(place) else {
                throw Refusal("no-retry", LockSentences.nothingToRetry)
            }
            return try ruling(on: .navigate(.choice(organization.activities[place].id)), at: now, using: &dice)
        }
    }

    /// Content that runs is taken away by the request: its last words count for the decision. Where the request leads
    /// nowhere at all it goes on running.
    private mutating func ruling(
        onNavigation navigation: Navigation, at now: Instant, using dice: inout some RandomNumberGenerator
    ) throws(Refusal) -> Ruling {
        let ending = unloadContent(for: navigation)
        guard !ending.isEmpty else { return try ruling(afterContentOn: navigation, at: now, using: &dice) }
        var trial = self
        trial.apply(ending, at: now)
        do throws(Refusal) {
            var ruling = try trial.ruling(afterContentOn: navigation, at: now, using: &dice)
            ruling.events = ending + ruling.events
            return ruling
        } catch {
            restoreContent()
            throw error
        }
    }

    private mutating func ruling(
        afterContentOn navigation: Navigation, at now: Instant, using dice: inout some RandomNumberGenerator
    ) throws(Refusal) -> Ruling {
        if case .choice(let id) = navigation, let place = sequencer.place(of: id) {
            if place == delivered, isNative(place), !isFinished(place) { return Ruling() }
            if let lock = prerequisiteLock(at: place) { throw Refusal(lock) }
            if let refusal = attemptDelay(at: place, now) { throw refusal }
        }
        let ruling = self.navigation(navigation, at: now, using: &dice)
        if ruling.events.isEmpty, let refusal = ruling.refusal { throw refusal }
        return ruling
    }

    /// Our own lesson or quiz; web content that is chosen again begins anew, as the book has it.
    private func isNative(_ place: Int) -> Bool {
        switch content(of: place) {
        case .lesson, .quiz: true
        case .web, .none: false
        }
    }

    private mutating func navigation(
        _ request: Navigation, at now: Instant, using dice: inout some RandomNumberGenerator
    ) -> Ruling {
        if sequencer.current == nil, sequencer.isOpen, [.exitAll, .suspendAll, .abandonAll].contains(request) {
            return Ruling(events: [.navigated(request.text, to: nil), .sequenced(.endSession)])
        }
        var decision = sequencer.decide(request, using: &dice)
        if let place = decision.delivered, let lock = prerequisiteLock(at: place) {
            guard let open = openLeaf(from: place, forwards: request != .previous) else {
                let opens: [Event] = request == .start ? [.navigated("start", to: nil), .sequenced(.open)] : []
                return Ruling(events: opens, refusal: Refusal(lock))
            }
            decision = sequencer.decide(.choice(organization.activities[open].id), using: &dice)
        }
        var ruling = Ruling()
        if !decision.steps.isEmpty {
            ruling.events = [.navigated(request.text, to: decision.delivered)] + decision.steps.map { .sequenced($0) }
        }
        if let refused = decision.refusal { ruling.refusal = refusal(for: refused, of: request) }
        if let place = decision.delivered {
            if case .web = content(of: place), !showsWebContent {
                ruling.events.append(.sequenced(.record(place, ActivityProgress(), isSuspended: true)))
            } else if !decision.resumes {
                ruling.events += firstWrites(at: place)
            }
        }
        return ruling
    }

    /// A native lesson or quiz says at once where it stands, so that nothing is completed in silence.
    private func firstWrites(at place: Int) -> [Event] {
        switch content(of: place) {
        case .lesson:
            guard let lesson = lesson(at: place) else { return [] }
            return [.wrote(place: place, screenWrites(0, of: lesson, at: place), ends: false)]
        case .quiz: return [.wrote(place: place, outcomeWrites(at: place), ends: false)]
        case .web, .none: return []
        }
    }

    private func showing(_ screen: Int) throws(Refusal) -> [Event] {
        guard let place = delivered, let lesson = lesson(at: place), lesson.screens.indices.contains(screen) else {
            throw Refusal("no-screen", LockSentences.noSuchScreen)
        }
        if let progress = lessons[place], progress.screen == screen, progress.seen.contains(screen) { return [] }
        return [.wrote(place: place, screenWrites(screen, of: lesson, at: place), ends: false)]
    }

    private func screenWrites(_ screen: Int, of lesson: Lesson, at place: Int) -> [CMI.Write] {
        let seen = (lessons[place]?.seen ?? []).union([screen])
        let isComplete = seen.count >= lesson.screens.count
        let part = Double(seen.count) / Double(Swift.max(1, lesson.screens.count))
        return [
            CMI.Write("cmi.location", "\(screen)"),
            CMI.Write("cmi.progress_measure", "\(Swift.min(1, part))"),
            CMI.Write("cmi.completion_status", isComplete ? "completed" : "incomplete"),
        ]
    }

    private func answering(_ item: String, _ response: Response) throws(Refusal) -> [Event] {
        guard let place = delivered, let quiz = quiz(at: place),
            let asked = quiz.items.first(where: { $0.id == item })
        else { throw Refusal("no-question", LockSentences.noSuchQuestion) }
        guard quizzes[place]?.answers[item] == nil else {
            throw Refusal("answered", LockSentences.alreadyAnswered)
        }
        do throws(ResponseError) {
            let outcome = try asked.outcome(of: response)
            let attempt = quizzes[place]?.attempt ?? 1
            return [.answered(place: place, item: item, response, score: outcome.score, attempt: attempt)]
        } catch {
            throw Refusal("bad-response", LockSentences.badResponse(error))
        }
    }

    /// The wait that the course asks for before a further attempt.
    func attemptDelay(at place: Int, _ now: Instant) -> Refusal? {
        let delays = organization.activities[place].local.attemptDelaySeconds
        guard let progress = quizzes[place], let finished = progress.finishedAt, progress.finishedAttempts > 0,
            isFinished(place), progress.finishedAttempts <= delays.count
        else { return nil }
        let due = finished.milliseconds + delays[progress.finishedAttempts - 1] * 1000
        guard now.milliseconds < due else { return nil }
        return Refusal("attempt-delay", LockSentences.attemptDelay(seconds: (due - now.milliseconds + 999) / 1000))
    }

    /// The refusal of a request in words.
    func refusal(for refused: SequencingRefusal, of request: Navigation) -> Refusal {
        let code = refused.exception.rawValue
        if case .choice(let id) = request, let place = sequencer.place(of: id), let lock = lock(at: place) {
            return Refusal(code, lock.sentence, wayOut: lock.wayOut)
        }
        if let place = refused.activity, let lock = lock(at: place) {
            return Refusal(code, lock.sentence, wayOut: lock.wayOut)
        }
        return Refusal(code, LockSentences.notPossible(request))
    }
}
