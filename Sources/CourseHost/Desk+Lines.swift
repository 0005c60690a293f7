internal import CourseModel
public import JournalStore
public import Learning

/// How the lines of a journal become a session.
extension Desk {
    /// The session as the first lines of a journal leave it, without a writer; all lines where `limit` is `nil`. With
    /// `movedTo`, as it would be if the enrolment then went over to that version, which `courseware` is. `enrolment` is whose
    /// journal it is: values too large for a line lie with it.
    public static func replay(
        _ courseware: Courseware, learner: Learner, lines: [JournalLine], limit: Int? = nil,
        movedTo version: String? = nil, enrolment: Enrolment? = nil
    ) throws -> Session {
        var session = Session(courseware, learner: learner)
        let coding = EventCoding(courseware.course.organization, enrolment: enrolment)
        try apply(lines.filter { $0.number <= limit ?? Int.max }, to: &session, coding, areEarlier: version != nil)
        return session
    }

    /// Applies journal lines to a session.
    static func apply(
        _ lines: [JournalLine], to session: inout Session, _ coding: EventCoding, areEarlier: Bool = false,
        noting: ([Event], Instant) -> Void = { _, _ in }
    ) throws(DeskError) {
        try walk(lines, &session, coding, areEarlier: areEarlier) { line, events in noting(events, line.time) }
    }

    /// The same, with all that a desk remembers.
    static func take(
        _ lines: [JournalLine], _ session: inout Session, _ ledger: inout DeskLedger, _ coding: EventCoding
    ) throws(DeskError) {
        try walk(lines, &session, coding) { line, events in
            ledger.note(events, by: line.request.session)
            for event in line.event.events ?? [] where event.kind == .objectives {
                if let statement = try? coding.statement(event) { ledger.facts.take(statement) }
            }
        }
    }

    /// Lines before the last move to this version were written in another: what they say of activities that are gone is
    /// passed over.
    private static func walk(
        _ lines: [JournalLine], _ session: inout Session, _ coding: EventCoding, areEarlier: Bool = false,
        noting: (JournalLine, [Event]) -> Void
    ) throws(DeskError) {
        let move = lines.last { $0.event.kind == .move }
        if let move, let version = EventCoding.moved(move.event), version != coding.version ?? version {
            session.apply([.moved(version: version, by: "")], at: move.time)
        }
        try refuseMoved(session, coding)
        for line in lines {
            let events = try coding.events(of: line, areEarlier: areEarlier || line.number < move?.number ?? 0)
            session.apply(events, at: line.time)
            noting(line, events)
        }
    }

    /// A desk works in the version it was made for.
    static func refuseMoved(_ session: Session, _ coding: EventCoding) throws(DeskError) {
        guard let own = coding.version, let version = session.version, own != version else { return }
        throw .moved(to: version)
    }
}
