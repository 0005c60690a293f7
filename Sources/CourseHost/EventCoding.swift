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
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    init(_ organization: Organization) {
        self.organization = organization
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// An event as a kind and its data; `nil` for an activity that the course does not have.
    func journaled(_ event: Event, attempt: (Int) -> Int) throws -> JournalEvent {
        let (kind, fields) = coded(event, attempt: attempt)
        guard let data = JSONObject(Array(try encoder.encode(fields))) else { throw CodingTrouble.unwritable }
        return JournalEvent(kind, data)
    }

    /// The event that a line holds; `nil` for kinds that change nothing here (notes, awards, optional ones).
    func event(_ journaled: JournalEvent) throws -> Event? {
        let fields = try decoder.decode(EventFields.self, from: Data(journaled.data.bytes))
        return switch journaled.kind {
        case .open: .opened(course: fields.course ?? "", version: fields.version ?? "")
        case .deliver: try .sequenced(.deliver(place(fields.activity)))
        case .cmi: try .wrote(place: place(fields.activity), fields.writes ?? [], ends: fields.ends ?? false)
        case .answer:
            try .answered(
                place: place(fields.activity), item: fields.item ?? "", Response(fields.responses ?? []),
                score: fields.score ?? 0, attempt: fields.attempt ?? 1)
        case .track:
            try .tracked(
                place: place(fields.activity), fields.progress ?? ActivityProgress(),
                provenance: fields.provenance ?? "")
        case .nav: try navigation(fields)
        case .end: try ending(fields)
        case .draw: try .sequenced(.draw(place(fields.activity), (fields.children ?? []).map(place)))
        default: nil
        }
    }

    /// The version that an `open` event names.
    static func openedVersion(_ journaled: JournalEvent) -> String? {
        (try? JSONDecoder().decode(EventFields.self, from: Data(journaled.data.bytes)))?.version
    }

    private func coded(_ event: Event, attempt: (Int) -> Int) -> (JournalKind, EventFields) {
        var fields = EventFields()
        switch event {
        case .opened(let course, let version):
            (fields.format, fields.course, fields.version) = (1, course, version)
            return (.open, fields)
        case .sequenced(let step): return coded(step, attempt: attempt)
        case .wrote(let place, let writes, let ends):
            (fields.activity, fields.writes, fields.ends) = (id(place), writes, ends ? true : nil)
            return (.cmi, fields)
        case .answered(let place, let item, let response, let score, let attempt):
            (fields.activity, fields.item, fields.responses) = (id(place), item, response.values)
            (fields.score, fields.attempt) = (score, attempt)
            return (.answer, fields)
        case .tracked(let place, let progress, let provenance):
            (fields.activity, fields.progress, fields.provenance) = (id(place), progress, provenance)
            return (.track, fields)
        }
    }

    private func coded(_ step: Step, attempt: (Int) -> Int) -> (JournalKind, EventFields) {
        var fields = EventFields()
        switch step {
        case .open: fields.request = "open"
        case .resetObjectives: fields.request = "resetObjectives"
        case .move(let place): (fields.request, fields.to) = ("move", id(place))
        case .deliver(let place):
            (fields.activity, fields.attempt) = (id(place), attempt(place))
            return (.deliver, fields)
        case .draw(let place, let children):
            (fields.activity, fields.children) = (id(place), children.map(id))
            return (.draw, fields)
        case .record(let place, let progress, _):
            (fields.activity, fields.progress) = (id(place), progress)
            return (.track, fields)
        case .endAttempt(let place):
            (fields.activity, fields.exit) = (id(place), "normal")
            return (.end, fields)
        case .suspendAll(let place):
            (fields.activity, fields.exit) = (id(place), "suspendAll")
            return (.end, fields)
        case .abandon(let place):
            (fields.activity, fields.exit) = (id(place), "abandon")
            return (.end, fields)
        case .abandonAll(let place):
            (fields.activity, fields.exit) = (id(place), "abandonAll")
            return (.end, fields)
        case .endSession:
            (fields.session, fields.exit) = (true, "normal")
            return (.end, fields)
        }
        return (.nav, fields)
    }

    private func navigation(_ fields: EventFields) throws -> Event? {
        switch fields.request {
        case "open": .sequenced(.open)
        case "resetObjectives": .sequenced(.resetObjectives)
        case "move": try .sequenced(.move(place(fields.to)))
        default: nil
        }
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
    case unwritable
    case noSuchActivity(String)
}

/// The members that the data of an event may have.
private struct EventFields: Codable {
    var activity: String?
    var attempt: Int?
    var children: [String]?
    var course: String?
    var ends: Bool?
    var exit: String?
    var format: Int?
    var item: String?
    var progress: ActivityProgress?
    var provenance: String?
    var request: String?
    var responses: [String]?
    var score: Double?
    var session: Bool?
    var to: String?
    var version: String?
    var writes: [CMI.Write]?
}
