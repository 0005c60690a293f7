internal import Assessment
public import CourseModel
internal import RuntimeData
public import Sequencing

/// One learner in one course: the fold of a journal. Requests are decided, events are applied.
public struct Session: Sendable {
    public let courseware: Courseware
    public let learner: Learner
    /// The shell can show web content. Where it cannot, an activity of web content stays suspended: that the learner
    /// went past it completes nothing.
    public var showsWebContent = true
    /// Where the learner stands in the tree.
    public package(set) var sequencer: Sequencer
    /// The run-time data of the latest attempt at each leaf that has one, by place.
    var data: [Int: CMI] = [:]
    /// What was answered in each quiz, by place.
    var quizzes: [Int: QuizProgress] = [:]
    /// How each lesson was read, by place.
    var lessons: [Int: LessonProgress] = [:]
    /// Notes and bookmarks, by the screen beside which they stand.
    var noted: [NotePlace: Note] = [:]
    /// The web content that runs now; it lives in memory only.
    var running: RunningContent?
    /// The same before its latest commit, in case that cannot be kept.
    var runningBefore: RunningContent?
    /// The web content that is delivered has terminated.
    var hasTerminated = false
    /// Values beyond the standard's smallest permitted maximum are refused, not kept and flagged.
    public var isStrict = false
    /// What SCORM 1.2 asks to be done before an item opens, by place.
    let prerequisites: [Int: Prerequisites]
    /// Shared data stores (`adl.data`), by name.
    public internal(set) var sharedData: [String: String] = [:]
    /// When something last happened.
    public internal(set) var lastEvent: Instant?
    /// When the course was first opened.
    public internal(set) var firstEvent: Instant?
    /// Time spent; gaps of more than five minutes do not count.
    public internal(set) var activeMilliseconds: Int64 = 0
    /// Milliseconds spent at each activity in its latest attempt, by place.
    var activeByPlace: [Int: Int64] = [:]
    /// When the whole course was first complete.
    public internal(set) var completedAt: Instant?
    /// The version of the course that holds, once it was opened.
    public internal(set) var version: String?

    /// A course that nobody has begun.
    public init(_ courseware: Courseware, learner: Learner) {
        self.courseware = courseware
        self.learner = learner
        sequencer = Sequencer(courseware.course.organization, edition: courseware.course.edition)
        prerequisites = Session.prerequisites(of: courseware.course.organization)
    }

    /// The organization that is followed.
    public var organization: Organization { courseware.course.organization }

    /// What a request that names no target is about: the activity, its attempt, and the screen or question.
    public var position: [Int] {
        guard let place = delivered else { return [-1, sequencer.isOpen ? 1 : 0] }
        return [
            place, sequencer.standing(of: place).attemptCount, lessons[place]?.screen ?? -1,
            quizzes[place]?.answers.count ?? 0,
        ]
    }

    /// The place of the activity whose content is shown.
    public var delivered: Int? { sequencer.delivered }
}

/// How far a lesson was read.
struct LessonProgress: Hashable, Codable, Sendable {
    var screen = 0
    /// The screens shown at least once.
    var seen: Set<Int> = []
}

/// What was answered in a quiz.
struct QuizProgress: Hashable, Codable, Sendable {
    /// From 1; the attempt under way or the last one.
    var attempt = 0
    var answers: [String: Response] = [:]
    /// The best finished attempt.
    var best: Measure?
    /// When the last attempt was finished.
    var finishedAt: Instant?
    /// How many attempts were finished.
    var finishedAttempts = 0
}

extension Session {
    /// What an activity shows.
    func content(of place: Int) -> Content { organization.activities[place].content }

    /// The lesson that an activity shows.
    func lesson(at place: Int) -> Lesson? {
        guard case .lesson(let path) = content(of: place) else { return nil }
        return courseware.lessons[path]
    }

    /// The quiz that an activity shows.
    func quiz(at place: Int) -> Quiz? {
        guard case .quiz(let path) = content(of: place) else { return nil }
        return courseware.quizzes[path]
    }

    /// The part of the points that passes: the manifest's word, else the quiz's own.
    func mastery(of place: Int) -> Measure? {
        let primary = organization.definition(of: place).primaryObjective
        return (primary.satisfiedByMeasure ? primary.minNormalizedMeasure : nil) ?? quiz(at: place)?.mastery
    }
}
