internal import CourseModel
internal import Learning
internal import Synchronization

/// Tables of contents as HTML: whoever stands alike in a course shares one. A class, because all requests share it.
final class DrawnContents: Sendable {
    private struct Key: Hashable {
        var language: Language
        var outline: [OutlineEntry]
    }

    /// More than this, and all are drawn anew.
    private static let most = 2000
    private let known = Mutex<[Key: String]>([:])

    /// The table of an outline, drawn when it is asked for the first time.
    func html(_ outline: [OutlineEntry], _ language: Language) -> String {
        let key = Key(language: language, outline: outline)
        if let drawn = known.withLock({ $0[key] }) { return drawn }
        let fresh = TableOfContents(outline, language).html.description
        known.withLock { known in
            if known.count >= DrawnContents.most { known = [:] }
            known[key] = fresh
        }
        return fresh
    }
}
