public import CourseModel
internal import Sequencing

/// What a learner put beside a screen of a lesson: a text, a bookmark, or both.
public struct Note: Hashable, Codable, Sendable {
    public var activity: ActivityID
    /// From 0.
    public var screen: Int
    /// Empty where there is only a bookmark.
    public var text: String
    public var isBookmark: Bool

    /// A note from its parts.
    public init(activity: ActivityID, screen: Int, text: String, isBookmark: Bool) {
        (self.activity, self.screen, self.text, self.isBookmark) = (activity, screen, text, isBookmark)
    }

    /// The longest text, in characters.
    public static let longest = 4000
}

extension Session {
    /// Every note and bookmark, in the order of the path.
    public var notes: [Note] {
        noted.sorted { ($0.key.place, $0.key.screen) < ($1.key.place, $1.key.screen) }.map(\.value)
    }

    /// What stands beside a screen from now on; what is `nil` stays as it is.
    func noting(_ id: ActivityID, screen: Int, text: String?, isBookmark: Bool?) throws(Refusal) -> [Event] {
        guard version != nil, let place = sequencer.place(of: id), let lesson = lesson(at: place),
            lesson.screens.indices.contains(screen)
        else { throw Refusal("no-screen", LockSentences.noSuchScreen) }
        guard (text?.count ?? 0) <= Note.longest else { throw Refusal("long-note", LockSentences.longNote) }
        let before = noted[NotePlace(place: place, screen: screen)]
        let after = Note(
            activity: id, screen: screen, text: text ?? before?.text ?? "",
            isBookmark: isBookmark ?? before?.isBookmark ?? false)
        return after == before ? [] : [.noted(place: place, after)]
    }

    mutating func apply(_ note: Note, at place: Int) {
        let isEmpty = note.text.isEmpty && !note.isBookmark
        noted[NotePlace(place: place, screen: note.screen)] = isEmpty ? nil : note
    }
}

/// The screen beside which a note stands.
struct NotePlace: Hashable, Sendable {
    var place: Int
    var screen: Int
}
