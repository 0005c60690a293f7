internal import CourseModel
internal import JournalStore
internal import Learning
internal import Sequencing

/// What a desk knows from journals beside what its session holds.
struct DeskLedger: Sendable {
    /// What this course told the learner's others, and took in from them.
    var facts = SharedFacts()
    /// The page that opened the web content which is delivered; `nil` where none said so.
    var window: String?
    /// What the learner's other courses say.
    var others = OtherCourses()

    /// Takes note of who opened the content last; with a new delivery nobody has it.
    mutating func note(_ events: [Event], by writer: String) {
        for event in events {
            if case .sequenced(.deliver) = event { window = nil }
            if case .tookOver = event { window = writer }
        }
    }
}

extension Session {
    /// Whether the activity shows web content.
    func isWebContent(_ place: Int) -> Bool {
        guard organization.activities.indices.contains(place), case .web = organization.activities[place].content else {
            return false
        }
        return true
    }
}
