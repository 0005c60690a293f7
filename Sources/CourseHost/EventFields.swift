internal import CourseModel
internal import Learning
internal import RuntimeData
internal import Sequencing

/// The members that the data of an event may have.
struct EventFields: Codable {
    var activity: String?
    var attempt: Int?
    /// All the other members are in the blob of this name.
    var blob: String?
    var bookmark: Bool?
    var by: String?
    var children: [String]?
    var course: String?
    var ends: Bool?
    var exit: String?
    var format: Int?
    /// Said by another course, and taken in here.
    var isTaken: Bool?
    var item: String?
    var completion: Bool?
    var success: Bool?
    var measure: Measure?
    var progress: ProgressMeasure?
    var raw: Double?
    var min: Double?
    var max: Double?
    var objectives: [String: ObjectiveProgress]?
    var provenance: String?
    var request: String?
    var responses: [String]?
    var revision: Int?
    var score: Double?
    var screen: Int?
    var seconds: Int64?
    var session: Bool?
    var shared: [String: String]?
    var step: String?
    var suspended: Bool?
    var text: String?
    var to: String?
    var version: String?
    var writes: [CMI.Write]?
}

extension EventFields {
    /// Only the members that are there are asked for: a journal has many lines, and each has few of them.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        for key in container.allKeys {
            switch key {
            case .activity: activity = try container.decodeIfPresent(String.self, forKey: key)
            case .attempt: attempt = try container.decodeIfPresent(Int.self, forKey: key)
            case .blob: blob = try container.decodeIfPresent(String.self, forKey: key)
            case .bookmark: bookmark = try container.decodeIfPresent(Bool.self, forKey: key)
            case .by: by = try container.decodeIfPresent(String.self, forKey: key)
            case .children: children = try container.decodeIfPresent([String].self, forKey: key)
            case .course: course = try container.decodeIfPresent(String.self, forKey: key)
            case .ends: ends = try container.decodeIfPresent(Bool.self, forKey: key)
            case .exit: exit = try container.decodeIfPresent(String.self, forKey: key)
            case .format: format = try container.decodeIfPresent(Int.self, forKey: key)
            case .isTaken: isTaken = try container.decodeIfPresent(Bool.self, forKey: key)
            case .item: item = try container.decodeIfPresent(String.self, forKey: key)
            case .completion: completion = try container.decodeIfPresent(Bool.self, forKey: key)
            case .success: success = try container.decodeIfPresent(Bool.self, forKey: key)
            case .measure: measure = try container.decodeIfPresent(Measure.self, forKey: key)
            case .progress: progress = try container.decodeIfPresent(ProgressMeasure.self, forKey: key)
            case .raw: raw = try container.decodeIfPresent(Double.self, forKey: key)
            case .min: min = try container.decodeIfPresent(Double.self, forKey: key)
            case .max: max = try container.decodeIfPresent(Double.self, forKey: key)
            case .objectives: objectives = try container.decodeIfPresent([String: ObjectiveProgress].self, forKey: key)
            case .provenance: provenance = try container.decodeIfPresent(String.self, forKey: key)
            case .request: request = try container.decodeIfPresent(String.self, forKey: key)
            case .responses: responses = try container.decodeIfPresent([String].self, forKey: key)
            case .revision: revision = try container.decodeIfPresent(Int.self, forKey: key)
            case .score: score = try container.decodeIfPresent(Double.self, forKey: key)
            case .screen: screen = try container.decodeIfPresent(Int.self, forKey: key)
            case .seconds: seconds = try container.decodeIfPresent(Int64.self, forKey: key)
            case .session: session = try container.decodeIfPresent(Bool.self, forKey: key)
            case .shared: shared = try container.decodeIfPresent([String: String].self, forKey: key)
            case .step: step = try container.decodeIfPresent(String.self, forKey: key)
            case .suspended: suspended = try container.decodeIfPresent(Bool.self, forKey: key)
            case .text: text = try container.decodeIfPresent(String.self, forKey: key)
            case .to: to = try container.decodeIfPresent(String.self, forKey: key)
            case .version: version = try container.decodeIfPresent(String.self, forKey: key)
            case .writes: writes = try container.decodeIfPresent([CMI.Write].self, forKey: key)
            }
        }
    }
}

extension EventFields {
    enum CodingKeys: String, CodingKey {
        case activity, attempt, blob, bookmark, by, children, course, ends, exit, format, item, completion, success
        case measure, progress, raw, min, max, objectives, provenance, request, responses, revision, score, screen,
            seconds
        case session, shared, step, suspended, text, to, version, writes
        case isTaken = "taken"
    }

    /// What is said of global objectives.
    var known: [ObjectiveID: ObjectiveProgress] {
        get {
            Dictionary(
                (objectives ?? [:]).map { (ObjectiveID($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        set {
            objectives = Dictionary(newValue.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// What a `track` event says, flat.
    var tracked: ActivityProgress {
        get {
            var said = ActivityProgress()
            (said.isCompleted, said.progress) = (completion, progress)
            (said.primary.isSatisfied, said.primary.measure) = (success, measure)
            (said.primary.raw, said.primary.min, said.primary.max) = (raw, min, max)
            for (id, progress) in objectives ?? [:] { said.objectives[ObjectiveID(id)] = progress }
            return said
        }
        set {
            (completion, progress) = (newValue.isCompleted, newValue.progress)
            (success, measure) = (newValue.primary.isSatisfied, newValue.primary.measure)
            (raw, min, max) = (newValue.primary.raw, newValue.primary.min, newValue.primary.max)
            let named = Dictionary(
                newValue.objectives.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
            objectives = named.isEmpty ? nil : named
        }
    }
}
