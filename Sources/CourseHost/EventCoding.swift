internal import Assessment
internal import CourseModel
internal import FoundationEssentials
internal import JournalStore
internal import Learning
internal import RuntimeData
internal import Sequencing

/// Events as a journal holds them: kinds and data of contracts, activities by identifier.
struct EventCoding {
    let organization: Organization
    /// The version whose enrolment this is; `nil` where the caller has made sure of it.
    let version: String?
    /// Where values too large for a line are.
    let enrolment: Enrolment?
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    init(_ organization: Organization, version: String? = nil, enrolment: Enrolment? = nil) {
        self.organization = organization
        (self.version, self.enrolment) = (version, enrolment)
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// What a line says beyond its event: the attempt that a delivery begins, and the work put in so far.
    struct Facts {
        var attempt: (Int) -> Int
        /// Of an activity, or of the course for `nil`.
        var activeSeconds: (Int?) -> Int64
        /// Of what is taken in from other courses.
        var revision = 0
    }

    /// An event as a kind and its data.
    func journaled(_ event: Event, _ facts: Facts) throws -> JournalEvent {
        let (kind, fields) = coded(event, facts)
        guard let data = JSONObject(Array(try encoder.encode(fields))) else { throw CodingTrouble.unwritable }
        return JournalEvent(kind, data)
    }

    /// The event that a line of an earlier version of the course holds, as far as this version has it: what is about
    /// activities that are gone stays in the journal and changes nothing here.
    func earlierEvent(_ journaled: JournalEvent) throws -> Event? {
        do {
            if journaled.kind == .draw { return try earlierDraw(journaled) }
            return try event(journaled)
        } catch CodingTrouble.noSuchActivity {
            return nil
        }
    }

    /// What chance chose holds where chance still decides, for the activities that are still there.
    private func earlierDraw(_ journaled: JournalEvent) throws -> Event? {
        let fields = try decoder.decode(EventFields.self, from: Data(journaled.data.bytes))
        let cluster = try place(fields.activity)
        let definition = organization.definition(of: cluster)
        guard definition.selection != SelectionControls() || definition.randomization != RandomizationControls() else {
            return nil
        }
        let children = (fields.children ?? []).compactMap { organization.place(of: ActivityID($0)) }
        return .sequenced(.draw(cluster, children.filter(organization.activities[cluster].children.contains)))
    }

    /// The event that a line holds; `nil` for kinds that change nothing here (awards, optional ones).
    func event(_ journaled: JournalEvent) throws -> Event? {
        var fields = try decoder.decode(EventFields.self, from: Data(journaled.data.bytes))
        if let blob = fields.blob {
            guard let bytes = try enrolment?.blob(blob) else { throw CodingTrouble.blobMissing(blob) }
            fields = try decoder.decode(EventFields.self, from: Data(bytes))
        }
        return switch journaled.kind {
        case .open: .opened(course: fields.course ?? "", version: fields.version ?? "")
        case .deliver: try .sequenced(.deliver(place(fields.activity)))
        case .cmi: try .wrote(place: place(fields.activity), fields.writes ?? [], ends: fields.ends ?? false)
        case .answer:
            try .answered(
                place: place(fields.activity), item: fields.item ?? "", Response(fields.responses ?? []),
                score: fields.score ?? 0, attempt: fields.attempt ?? 1)
        case .track: try tracking(fields)
        case .nav: try navigation(fields)
        case .end: try ending(fields)
        case .note: try noted(fields)
        case .draw: try .sequenced(.draw(place(fields.activity), (fields.children ?? []).map(place)))
        case .move: fields.to.map { .moved(version: $0, by: fields.by ?? "") }
        case .window: try .tookOver(place: place(fields.activity))
        case .objectives:
            fields.isTaken == true ? .learned(objectives: fields.known, shared: fields.shared ?? [:]) : nil
        default: nil
        }
    }

    /// The events of a line.
    func events(of line: JournalLine, areEarlier: Bool = false) throws(DeskError) -> [Event] {
        do {
            return try (line.event.events ?? []).compactMap(areEarlier ? earlierEvent : event)
        } catch CodingTrouble.blobMissing(let name) {
            throw .blobMissing(name, line: line.number)
        } catch {
            throw .unfitting(line: line.number)
        }
    }

    /// What a `nav` event asked for, and where that led.
    static func request(_ journaled: JournalEvent) -> (request: String, to: String?)? {
        guard journaled.kind == .nav,
            let fields = try? JSONDecoder().decode(EventFields.self, from: Data(journaled.data.bytes))
        else { return nil }
        return fields.request.map { ($0, fields.to) }
    }

    /// The course and the version that an `open` event names.
    static func opened(_ journaled: JournalEvent) -> (course: String, version: String)? {
        guard let fields = try? JSONDecoder().decode(EventFields.self, from: Data(journaled.data.bytes)),
            let version = fields.version
        else { return nil }
        return (fields.course ?? "", version)
    }

    /// The version that a `move` event names.
    static func moved(_ journaled: JournalEvent) -> String? {
        (try? JSONDecoder().decode(EventFields.self, from: Data(journaled.data.bytes)))?.to
    }

    /// What a line says of global objectives and shared data; `nil` where it says nothing.
    func statement(_ journaled: JournalEvent) throws -> SharedFacts.Statement? {
        guard journaled.kind == .objectives else { return nil }
        let fields = try decoder.decode(EventFields.self, from: Data(journaled.data.bytes))
        return SharedFacts.Statement(
            revision: fields.revision ?? 0, objectives: fields.known, shared: fields.shared ?? [:])
    }

    /// A statement of this course as a kind and its data.
    func journaled(_ statement: SharedFacts.Statement) throws -> JournalEvent {
        var fields = EventFields()
        fields.revision = statement.revision
        (fields.known, fields.shared) = (statement.objectives, statement.shared)
        guard let data = JSONObject(Array(try encoder.encode(fields))) else { throw CodingTrouble.unwritable }
        return JournalEvent(.objectives, data)
    }

    private func coded(_ event: Event, _ facts: Facts) -> (JournalKind, EventFields) {
        var fields = EventFields()
        switch event {
        case .opened(let course, let version):
            (fields.format, fields.course, fields.version) = (1, course, version)
            return (.open, fields)
        case .sequenced(let step): return coded(step, facts)
        case .wrote(let place, let writes, let ends):
            (fields.activity, fields.writes, fields.ends) = (id(place), writes, ends ? true : nil)
            return (.cmi, fields)
        case .answered(let place, let item, let response, let score, let attempt):
            (fields.activity, fields.item, fields.responses) = (id(place), item, response.values)
            (fields.score, fields.attempt) = (score, attempt)
            return (.answer, fields)
        case .moved(let version, let by):
            (fields.to, fields.by) = (version, by)
            return (.move, fields)
        case .tracked(let place, let progress, let provenance):
            (fields.activity, fields.provenance) = (id(place), provenance)
            fields.tracked = progress
            return (.track, fields)
        case .noted(let place, let note):
            (fields.activity, fields.screen) = (id(place), note.screen)
            (fields.text, fields.bookmark) = (note.text, note.isBookmark)
            return (.note, fields)
        case .navigated(let request, let target):
            (fields.request, fields.to) = (request, target.map(id))
            return (.nav, fields)
        case .tookOver(let place):
            fields.activity = id(place)
            return (.window, fields)
        case .learned(let objectives, let shared):
            (fields.revision, fields.isTaken) = (facts.revision, true)
            (fields.known, fields.shared) = (objectives, shared)
            return (.objectives, fields)
        }
    }

    private func coded(_ step: Step, _ facts: Facts) -> (JournalKind, EventFields) {
        var fields = EventFields()
        switch step {
        case .open: fields.step = "open"
        case .resetObjectives: fields.step = "resetObjectives"
        case .move(let place): (fields.step, fields.to) = ("move", id(place))
        case .deliver(let place):
            (fields.activity, fields.attempt) = (id(place), facts.attempt(place))
            return (.deliver, fields)
        case .draw(let place, let children):
            (fields.activity, fields.children) = (id(place), children.map(id))
            return (.draw, fields)
        case .record(let place, let progress, let isSuspended):
            (fields.activity, fields.suspended) = (id(place), isSuspended)
            fields.tracked = progress
            return (.track, fields)
        case .endAttempt(let place): return ended(place, "normal", facts)
        case .suspendAll(let place): return ended(place, "suspendAll", facts)
        case .abandon(let place): return ended(place, "abandon", facts)
        case .abandonAll(let place): return ended(place, "abandonAll", facts)
        case .endSession:
            (fields.session, fields.exit, fields.seconds) = (true, "normal", facts.activeSeconds(nil))
            return (.end, fields)
        }
        return (.nav, fields)
    }

    private func ended(_ place: Int, _ exit: String, _ facts: Facts) -> (JournalKind, EventFields) {
        var fields = EventFields()
        (fields.activity, fields.exit, fields.seconds) = (id(place), exit, facts.activeSeconds(place))
        return (.end, fields)
    }

    private func tracking(_ fields: EventFields) throws -> Event {
        let place = try place(fields.activity)
        guard let provenance = fields.provenance else {
            return .sequenced(.record(place, fields.tracked, isSuspended: fields.suspended ?? false))
        }
        return .tracked(place: place, fields.tracked, provenance: provenance)
    }

    private func navigation(_ fields: EventFields) throws -> Event? {
        switch fields.step {
        case "open": .sequenced(.open)
        case "resetObjectives": .sequenced(.resetObjectives)
        case "move": try .sequenced(.move(place(fields.to)))
        default: fields.request.map { .navigated($0, to: fields.to.flatMap { organization.place(of: ActivityID($0)) }) }
        }
    }

    /// A note of ours; one of another shape changes nothing.
    private func noted(_ fields: EventFields) throws -> Event? {
        guard let screen = fields.screen else { return nil }
        let place = try place(fields.activity)
        return .noted(
            place: place,
            Note(
                activity: organization.activities[place].id, screen: screen, text: fields.text ?? "",
                isBookmark: fields.bookmark ?? false))
    }

    private func ending(_ fields: EventFields) throws -> Event? {
        if fields.session == true { return .sequenced(.endSession) }
        let place = try place(fields.activity)
        return switch fields.exit {
        case "suspendAll": .sequenced(.suspendAll(place))
        case "abandon": .sequenced(.abandon(place))
        case "abandonAll": .sequenced(.abandonAll(place))
        default: .sequenced(.endAttempt(place))
        }
    }

    private func id(_ place: Int) -> String { organization.activities[place].id.text }

    private func place(_ id: String?) throws -> Int {
        guard let id, let place = organization.place(of: ActivityID(id)) else {
            throw CodingTrouble.noSuchActivity(id ?? "")
        }
        return place
    }
}

/// Why a journal line cannot be understood with this course.
enum CodingTrouble: Error, Hashable {
    /// The blob of this name is not there, or is not what its name says.
    case blobMissing(String)
    case unwritable
    case noSuchActivity(String)
}
