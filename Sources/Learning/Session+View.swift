internal import Assessment
public import CourseModel
internal import Sequencing

extension Session {
    /// All that a shell shows, as of now.
    public func view(at now: Instant) -> SessionView {
        SessionView(
            courseTitle: courseware.course.title, outline: outline(at: now), progress: pathProgress,
            current: currentView(at: now), canContinue: sequencer.canContinue, canPrevious: sequencer.canPrevious,
            phase: phase)
    }

    private var phase: SessionView.Phase {
        if sequencer.isOpen { return .active }
        if sequencer.suspended != nil { return .suspended }
        return version == nil ? .none : .ended
    }

    /// The part of the leaves that is done.
    public var pathProgress: ProgressMeasure {
        let units = units
        return ProgressMeasure(clamping: Double(units.done) / Double(Swift.max(1, units.total)))
    }

    /// How many leaves the path has, and how many are done.
    public var units: (done: Int, total: Int) {
        let leaves = organization.activities.indices.filter {
            organization.activities[$0].isLeaf && organization.definition(of: $0).delivery.tracked
        }
        return (leaves.count { sequencer.standing(of: $0).isCompleted == true }, leaves.count)
    }

    private func outline(at now: Instant) -> [OutlineEntry] {
        let outlook = Outlook(sequencer)
        var locks: [SequencingRefusal: Lock] = [:]
        let activities = organization.activities
        let heldBack = placesHeldBack
        return activities.indices.compactMap { place in
            let activity = activities[place]
            let refusal = outlook.prospects[place].refusal
            guard activity.isVisible, refusal?.exception != .targetHidden, refusal?.exception != .targetUnavailable
            else { return nil }
            let lock =
                refusal.flatMap { shownLock(at: place, $0, outlook, &locks) }
                ?? (heldBack.contains(place) ? prerequisiteLock(at: place) : nil) ?? attemptDelay(at: place, now)?.lock
            var entry = OutlineEntry(
                id: activity.id, title: activity.title, depth: activity.depth, isLeaf: activity.isLeaf,
                status: status(of: place), isCurrent: place == sequencer.current && place == delivered,
                isOpen: refusal == nil && lock == nil, lock: lock,
                durationSeconds: activity.local.durationSeconds,
                measure: quizzes[place]?.best ?? scored(place))
            entry.isListed = outlook.prospects[place].isListed
            return entry
        }
    }

    /// The lock to show: a cluster that only groups has none, unless itself or what holds it is closed by a rule. Those
    /// that the same refusal closes share its words.
    private func shownLock(
        at place: Int, _ refusal: SequencingRefusal, _ outlook: Outlook, _ locks: inout [SequencingRefusal: Lock]
    ) -> Lock? {
        let isLeaf = organization.activities[place].isLeaf
        if !isLeaf {
            guard let blamed = refusal.activity, blamed <= place, refusal.exception != .clusterDeliversNothing,
                organization.activities[blamed].subtreeEnd > place
            else { return nil }
        }
        let lock = locks[refusal] ?? lock(outlook.explanation(of: refusal))
        locks[refusal] = lock
        return isLeaf || lock.sentence != LockSentences.onlyByRule ? lock : nil
    }

    private func scored(_ place: Int) -> Measure? {
        guard case .web = content(of: place) else { return nil }
        return sequencer.standing(of: place).measure
    }

    /// How far the learner is with one activity.
    public func status(of place: Int) -> OutlineEntry.Status {
        let standing = sequencer.standing(of: place)
        if standing.isCompleted == true {
            return standing.isSatisfied == true ? .passed : standing.isSatisfied == false ? .failed : .completed
        }
        return standing.attemptCount > 0 ? .inProgress : .notStarted
    }

    private func currentView(at now: Instant) -> CurrentView {
        guard sequencer.isOpen else { return .ended }
        guard let place = delivered else { return .map }
        let activity = organization.activities[place]
        switch activity.content {
        case .lesson(let path):
            guard let lesson = courseware.lessons[path] else { return .map }
            let screen = Swift.min(lessons[place]?.screen ?? 0, lesson.screens.count - 1)
            return .lesson(id: activity.id, lesson, screen: Swift.max(0, screen))
        case .quiz(let path):
            guard let quiz = courseware.quizzes[path] else { return .map }
            return .quiz(quizView(quiz, at: place, now))
        case .web(let href, _): return .web(id: activity.id, title: activity.title, href: href)
        case .none: return .map
        }
    }

    private func quizView(_ quiz: Quiz, at place: Int, _ now: Instant) -> QuizView {
        let progress = quizzes[place] ?? QuizProgress()
        var answers: [String: QuizView.Answer] = [:]
        for item in quiz.items {
            guard let response = progress.answers[item.id], let outcome = try? item.outcome(of: response) else {
                continue
            }
            answers[item.id] = QuizView.Answer(response: response, outcome: outcome)
        }
        return QuizView(
            id: organization.activities[place].id, quiz: quiz, attempt: Swift.max(1, progress.attempt),
            attemptLimit: organization.definition(of: place).limits.attemptLimit, answers: answers,
            nextItem: quiz.items.firstIndex { progress.answers[$0.id] == nil }, mastery: mastery(of: place),
            best: progress.best, retryLock: isFinished(place) ? retryLock(at: place, now) : nil)
    }

    /// Why another attempt cannot start now.
    private func retryLock(at place: Int, _ now: Instant) -> Lock? {
        if let delay = attemptDelay(at: place, now) { return delay.lock }
        let tracking = sequencer.tracking(of: place)
        if let limit = organization.definition(of: place).limits.attemptLimit, tracking.attemptCount >= limit {
            return Lock(
                reason: "UP.1",
                sentence: LockSentences.locked(until: [LockSentences.attemptsUsed(tracking.attemptCount)]), wayOut: [])
        }
        return nil
    }
}
