internal import CourseModel
internal import Learning

/// The state after a line of a journal, for programs.
struct ReplayAnswer: Encodable {
    var line: Int
    var time: String?
    var activities: [Activity]

    /// One activity of the path.
    struct Activity: Encodable {
        var id: String
        var title: String
        var depth: Int
        var status: String
        var current: Bool
        var open: Bool
        var reason: String?
        var sentence: String?
        var wayOut: [String]
    }

    init(_ session: Session, at line: Int, _ language: Language) {
        self.line = line
        time = session.lastEvent?.description
        activities = session.view(at: session.lastEvent ?? Instant(milliseconds: 0)).outline.map { entry in
            Activity(
                id: entry.id.text, title: entry.title, depth: entry.depth, status: entry.status.rawValue,
                current: entry.isCurrent, open: entry.isOpen, reason: entry.lock?.reason,
                sentence: entry.lock?.sentence.text(language), wayOut: (entry.lock?.wayOut ?? []).map(\.text))
        }
    }

    /// One line of JSON, keys sorted.
    var json: String {
        get throws { try jsonLine(self) }
    }
}
