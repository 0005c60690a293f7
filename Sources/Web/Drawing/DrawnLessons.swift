internal import CourseModel
internal import Learning
internal import Synchronization

/// Screens of lessons as HTML, drawn once a version and language. A class, because all requests share it.
final class DrawnLessons: Sendable {
    /// Which screen, of which version, in whose words.
    struct Key: Hashable, Sendable {
        var version: String
        var activity: ActivityID
        var screen: Int
        var language: Language
    }

    /// A screen, ready to stand in a page.
    struct Screen: Sendable {
        /// What stands over it: its first heading, or the lesson's title.
        var title: String
        var html: String
    }

    /// More screens than this, and all are drawn anew.
    private static let most = 10_000
    private let screens = Mutex<[Key: Screen]>([:])

    /// The screen of a key, drawn when it is asked for the first time.
    func screen(_ key: Key, draw: () -> Screen) -> Screen {
        if let known = screens.withLock({ $0[key] }) { return known }
        let fresh = draw()
        screens.withLock { known in
            if known.count >= DrawnLessons.most { known = [:] }
            known[key] = fresh
        }
        return fresh
    }
}
