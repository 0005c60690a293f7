public import CourseModel

/// One row for a platform: how far one learner is in one course. The field names are French, as platforms here use them.
public struct CompletionRecord: Hashable, Sendable {
    public var recordID: String
    public var learnerID: String
    public var lastName: String
    public var firstName: String
    public var organizationName: String
    public var courseCode: String
    public var courseTitle: String
    public var courseVersion: String
    public var firstAccess: Instant?
    public var lastAccess: Instant?
    public var completedAt: Instant?
    /// Seconds of work; long gaps do not count.
    public var durationSeconds: Int64
    public var unitsTotal: Int
    public var unitsDone: Int
    /// `completed`, `incomplete`, `not attempted`.
    public var completion: String
    /// `passed`, `failed`, `unknown`.
    public var success: String
    public var scoreScaled: Double?
    public var scoreRaw: Double?
    public var scoreMax: Double?
    public var masteryScore: Double?
    public var attempts: Int
    /// How the record came to be: `moteur` for what this engine scored, `declare` for what foreign content said.
    public var provenance: String

    /// Whether foreign content had a say.
    public var isDeclared: Bool { provenance == "declare" }

    /// A record from its parts.
    public init(
        recordID: String, learnerID: String, lastName: String, firstName: String, organizationName: String,
        courseCode: String, courseTitle: String, courseVersion: String, firstAccess: Instant?, lastAccess: Instant?,
        completedAt: Instant?, durationSeconds: Int64, unitsTotal: Int, unitsDone: Int, completion: String,
        success: String, scoreScaled: Double?, scoreRaw: Double?, scoreMax: Double?, masteryScore: Double?,
        attempts: Int, provenance: String
    ) {
        (self.recordID, self.learnerID) = (recordID, learnerID)
        (self.lastName, self.firstName, self.organizationName) = (lastName, firstName, organizationName)
        (self.courseCode, self.courseTitle, self.courseVersion) = (courseCode, courseTitle, courseVersion)
        (self.firstAccess, self.lastAccess, self.completedAt) = (firstAccess, lastAccess, completedAt)
        (self.durationSeconds, self.unitsTotal, self.unitsDone) = (durationSeconds, unitsTotal, unitsDone)
        (self.completion, self.success) = (completion, success)
        (self.scoreScaled, self.scoreRaw, self.scoreMax) = (scoreScaled, scoreRaw, scoreMax)
        (self.masteryScore, self.attempts, self.provenance) = (masteryScore, attempts, provenance)
    }

    /// The identifier of the record of a learner in a course.
    public static func id(learner: String, course: String) -> String { "\(learner)-\(course)" }

    /// A value of a field: text, a whole number or a decimal one.
    public enum Field: Hashable, Sendable {
        case text(String)
        case whole(Int64)
        case decimal(Double)
        case none
    }

    /// Every field with its name, in the order of the first export.
    public var fields: [(name: String, value: Field)] {
        [
            ("record_id", .text(recordID)), ("apprenant_id", .text(learnerID)), ("nom", .text(lastName)),
            ("prenom", .text(firstName)), ("organisme_nom", .text(organizationName)),
            ("cours_code", .text(courseCode)), ("cours_titre", .text(courseTitle)),
            ("cours_version", .text(courseVersion)), ("premier_acces", .moment(firstAccess)),
            ("dernier_acces", .moment(lastAccess)), ("complete_le", .moment(completedAt)),
            ("duree_realisee_s", .whole(durationSeconds)), ("unites_total", .whole(Int64(unitsTotal))),
            ("unites_satisfaites", .whole(Int64(unitsDone))), ("completion", .text(completion)),
            ("reussite", .text(success)), ("score_scaled", .number(scoreScaled)), ("score_brut", .number(scoreRaw)),
            ("score_max", .number(scoreMax)), ("mastery_score", .number(masteryScore)),
            ("tentatives", .whole(Int64(attempts))), ("provenance", .text(provenance)),
        ]
    }
}

extension CompletionRecord.Field {
    fileprivate static func moment(_ instant: Instant?) -> Self { instant.map { .text($0.description) } ?? .none }
    fileprivate static func number(_ number: Double?) -> Self { number.map { .decimal($0) } ?? .none }
}
