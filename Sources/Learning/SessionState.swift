internal import Assessment
internal import CourseModel
internal import RuntimeData
internal import Sequencing

/// All that a session remembers besides its course: what a snapshot keeps, so that a long journal opens at once.
public struct SessionState: Codable, Sendable {
    let sequencing: SequencingState
    let data: [Int: CMI.State]
    let quizzes: [Int: QuizProgress]
    let lessons: [Int: LessonProgress]
    let noted: [Note]
    let hasTerminated: Bool
    let sharedData: [String: String]
    let lastEvent: Instant?
    let firstEvent: Instant?
    let activeMilliseconds: Int64
    let activeByPlace: [Int: Int64]
    let completedAt: Instant?
    /// The version of the course that it belongs to; `nil` before it was opened.
    public let version: String?
}

extension Session {
    /// What to keep.
    public var state: SessionState {
        SessionState(
            sequencing: sequencer.remembered, data: data.mapValues(\.state), quizzes: quizzes, lessons: lessons,
            noted: notes, hasTerminated: hasTerminated, sharedData: sharedData, lastEvent: lastEvent,
            firstEvent: firstEvent,
            activeMilliseconds: activeMilliseconds, activeByPlace: activeByPlace, completedAt: completedAt,
            version: version)
    }

    /// Takes up what was kept; `false`, and nothing has changed, where it does not fit the course.
    public mutating func recall(_ state: SessionState) -> Bool {
        var session = self
        guard session.sequencer.recall(state.sequencing) else { return false }
        for (place, kept) in state.data {
            guard organization.activities.indices.contains(place),
                let cmi = CMI(kept, model: courseware.dataModel, maps: organization.activities[place].dataMaps)
            else { return false }
            session.data[place] = cmi
        }
        for note in state.noted {
            guard let place = session.sequencer.place(of: note.activity) else { return false }
            session.apply(note, at: place)
        }
        (session.quizzes, session.lessons) = (state.quizzes, state.lessons)
        (session.hasTerminated, session.sharedData) = (state.hasTerminated, state.sharedData)
        (session.lastEvent, session.firstEvent) = (state.lastEvent, state.firstEvent)
        (session.activeMilliseconds, session.activeByPlace) = (state.activeMilliseconds, state.activeByPlace)
        (session.completedAt, session.version) = (state.completedAt, state.version)
        if let delivered = session.delivered { session.runContent(at: delivered) }
        self = session
        return true
    }
}
