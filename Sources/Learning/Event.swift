public import Assessment
public import CourseModel
public import RuntimeData
public import Sequencing

/// What happened: the only thing that changes a session, and what a journal keeps.
public enum Event: Hashable, Sendable {
    /// A learner took up a course, in a version that holds from then on.
    case opened(course: String, version: String)
    /// A sequencing step, with the activity's place in the organization.
    case sequenced(Step)
    /// Content wrote these elements and committed them; a session of the content may begin or end with it.
    case wrote(place: Int, [CMI.Write], ends: Bool)
    /// A question of a native quiz was answered, in an attempt counted from 1.
    case answered(place: Int, item: String, Response, score: Double, attempt: Int)
    /// What was asked for, and the place where it led; it changes nothing by itself.
    case navigated(String, to: Int?)
    /// What stands beside a screen from now on; empty, it was taken away.
    case noted(place: Int, Note)
    /// Somebody set the tracking of an activity directly.
    case tracked(place: Int, ActivityProgress, provenance: String)
    /// The enrolment went over to another version of the course, which holds from then on.
    case moved(version: String, by: String)
    /// A window or device opened the web content that is delivered; it goes on there, and there alone.
    case tookOver(place: Int)
    /// What the learner's other courses say of global objectives and shared data was taken in.
    case learned(objectives: [ObjectiveID: ObjectiveProgress], shared: [String: String])
}

/// Why a request was not carried out, or only in part.
public struct Refusal: Error, Hashable, Sendable {
    /// A stable code: the book's exception or the engine's word.
    public var code: String
    public var lock: Lock

    /// What was asked no longer fits what another program has done.
    public static let stale = Refusal("stale", LockSentences.stale)

    /// The content was opened in another window since.
    public static let takenOver = Refusal("taken-over", LockSentences.takenOver)

    /// A refusal from its parts.
    init(_ code: String, _ sentence: Sentence, wayOut: [ActivityID] = []) {
        self.code = code
        lock = Lock(reason: code, sentence: sentence, wayOut: wayOut)
    }

    /// What is locked refuses.
    init(_ lock: Lock) { (code, self.lock) = (lock.reason, lock) }
}

/// What a request leads to: events to be kept, and a refusal where it was not carried out in full.
public struct Ruling: Hashable, Sendable {
    public var events: [Event] = []
    public var refusal: Refusal?

    /// Nothing happens, unless events are given.
    public init(events: [Event] = [], refusal: Refusal? = nil) { (self.events, self.refusal) = (events, refusal) }
}
