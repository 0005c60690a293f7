public import CourseModel
public import JournalStore

extension Desk {
    /// The requests that a journal holds, and the activity where each led.
    public static func decisions(
        _ lines: [JournalLine]
    ) -> [(line: Int, time: Instant, request: String, to: String?)] {
        lines.flatMap { line in
            (line.event.events ?? []).compactMap { event in
                EventCoding.request(event).map { (line.number, line.time, $0.request, $0.to) }
            }
        }
    }
}
