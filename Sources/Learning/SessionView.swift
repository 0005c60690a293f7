public import Assessment
public import CourseModel

/// All that a shell shows of a session: a value, made anew after each request. No rule lives in a shell.
public struct SessionView: Hashable, Sendable {
    public var courseTitle: String
    /// The path, in document order, root first; entries that the course hides are left out.
    public var outline: [OutlineEntry]
    /// The part of the path's leaves that is done.
    public var progress: ProgressMeasure
    /// What lies before the learner.
    public var current: CurrentView
    /// `continue` leads somewhere, or ends the course.
    public var canContinue: Bool
    public var canPrevious: Bool
    /// Whether a session is on.
    public var phase: Phase
    /// The place of the current activity in `outline`, if it is listed.
    public var currentEntry: Int? { outline.firstIndex { $0.isCurrent } }

    /// A view from its parts.
    public init(
        courseTitle: String, outline: [OutlineEntry], progress: ProgressMeasure, current: CurrentView,
        canContinue: Bool, canPrevious: Bool, phase: Phase = .active
    ) {
        self.courseTitle = courseTitle
        self.phase = phase
        self.outline = outline
        self.progress = progress
        self.current = current
        self.canContinue = canContinue
        self.canPrevious = canPrevious
    }
}

extension SessionView {
    /// Whether a session is on: never begun, under way, left to be resumed, or over.
    public enum Phase: String, Hashable, Sendable, CaseIterable { case none, active, suspended, ended }
}

/// One line of the map of the path.
public struct OutlineEntry: Hashable, Sendable {
    /// How far the learner is with an activity.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case notStarted, inProgress, completed, passed, failed
    }

    public var id: ActivityID
    public var title: String
    /// 0 for the course itself.
    public var depth: Int
    public var isLeaf: Bool
    public var status: Status
    public var isCurrent: Bool
    /// The book lists it now; a map that says why a step is locked shows it all the same.
    public var isListed = true
    /// Can be chosen now.
    public var isOpen: Bool
    /// Why it cannot be chosen, and the way out; `nil` when it can, and for a cluster that only groups.
    public var lock: Lock?
    public var durationSeconds: Int64?
    /// The best score so far, of what is scored.
    public var measure: Measure?

    /// An entry from its parts.
    public init(
        id: ActivityID, title: String, depth: Int, isLeaf: Bool, status: Status, isCurrent: Bool, isOpen: Bool,
        lock: Lock?, durationSeconds: Int64?, measure: Measure?
    ) {
        self.id = id
        self.title = title
        self.depth = depth
        self.isLeaf = isLeaf
        self.status = status
        self.isCurrent = isCurrent
        self.isOpen = isOpen
        self.lock = lock
        self.durationSeconds = durationSeconds
        self.measure = measure
    }
}

/// Why a step is locked, in words, and what opens it.
public struct Lock: Hashable, Sendable {
    /// A stable code: the book's exception (`SB.2.9-3`) or the engine's word (`attempt-delay`).
    public var reason: String
    public var sentence: Sentence
    /// Activities to do first, in order; empty when nothing the learner does opens it.
    public var wayOut: [ActivityID]

    /// A lock from its parts.
    public init(reason: String, sentence: Sentence, wayOut: [ActivityID]) {
        self.reason = reason
        self.sentence = sentence
        self.wayOut = wayOut
    }
}

/// What lies before the learner.
public enum CurrentView: Hashable, Sendable {
    /// A session without content: only the map (the book blocks the start, or an activity has ended).
    case map
    /// A lesson of ours, at a screen (from 0).
    case lesson(id: ActivityID, Lesson, screen: Int)
    /// A quiz of ours.
    case quiz(QuizView)
    /// Web content of somebody else, which a terminal can only announce.
    case web(id: ActivityID, title: String, href: String)
    /// The learner left, or the course is over.
    case ended

    /// The activity whose content is shown.
    public var activity: ActivityID? {
        switch self {
        case .lesson(let id, _, _), .web(let id, _, _): id
        case .quiz(let quiz): quiz.id
        case .map, .ended: nil
        }
    }
}

/// A quiz under way or just finished.
public struct QuizView: Hashable, Sendable {
    public var id: ActivityID
    public var quiz: Quiz
    /// From 1.
    public var attempt: Int
    /// `nil` for no limit.
    public var attemptLimit: Int?
    /// What was answered in this attempt, by item identifier, and what it earned.
    public var answers: [String: Answer]
    /// The place in `quiz.items` of the first item without an answer; `nil` when the attempt is finished.
    public var nextItem: Int?
    /// The part of the points that passes.
    public var mastery: Measure?
    /// The best finished attempt so far, this one included once it is finished.
    public var best: Measure?
    /// Why another attempt cannot start now, where that is so.
    public var retryLock: Lock?

    /// One answer and its outcome.
    public struct Answer: Hashable, Sendable {
        public var response: Response
        public var outcome: Outcome

        /// An answer from its parts.
        public init(response: Response, outcome: Outcome) {
            self.response = response
            self.outcome = outcome
        }
    }

    /// Points earned in this attempt.
    public var score: Double { answers.values.reduce(0) { $0 + $1.outcome.score } }

    /// A view from its parts.
    public init(
        id: ActivityID, quiz: Quiz, attempt: Int, attemptLimit: Int?, answers: [String: Answer], nextItem: Int?,
        mastery: Measure?, best: Measure?, retryLock: Lock? = nil
    ) {
        self.id = id
        self.quiz = quiz
        self.attempt = attempt
        self.attemptLimit = attemptLimit
        self.answers = answers
        self.nextItem = nextItem
        self.mastery = mastery
        self.best = best
        self.retryLock = retryLock
    }
}

/// What a learner asks for, whatever the shell.
public enum LearnerRequest: Hashable, Sendable {
    case navigate(Navigation)
    /// Shows a screen of the current lesson, from 0.
    case screen(Int)
    /// Answers an item of the current quiz.
    case answer(item: String, Response)
    /// Starts a further attempt at the current, finished quiz.
    case retry
    /// Writes beside a screen of a lesson; what is `nil` stays as it is.
    case note(ActivityID, screen: Int, text: String?, isBookmark: Bool?)

    /// Means the same wherever the learner is by now.
    public var namesItsTarget: Bool {
        switch self {
        case .navigate(.choice), .navigate(.jump), .navigate(.suspendAll), .note: true
        case .navigate, .screen, .answer, .retry: false
        }
    }
}
