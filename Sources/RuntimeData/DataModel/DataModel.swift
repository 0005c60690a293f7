public import CourseModel

/// The run-time data model of one edition, read from its table in `Scorm/`.
///
/// A file that contradicts itself (an element that requires one that is not there, a missing error code) does not
/// decode; so nothing that uses a model needs to check it.
public struct DataModel: Codable, Sendable {
    /// Whose table it is.
    public let edition: Edition
    /// The functions of the API object, with the states they need.
    public let api: APITable
    let table: Table
    let tree: ElementTree
    let reasons: [CMIError.Reason: Int]
    let errorTexts: [Int: String]
    /// The element that plays each role, by the role's number; `nil` where the edition has none.
    let roles: [Int?]
    /// By element.
    let computed: [ComputedStatus?]
    let interactions: [String: InteractionFormat]

    /// What the file says, as it says it.
    struct Table: Codable, Sendable {
        var edition: Edition
        var api: APITable
        var errors: [ErrorText]
        var reasons: [String: Int]
        var limits: Limits
        var containers: [ContainerDefinition]
        var elements: [ElementDefinition]
        var interactions: [InteractionFormat]
        var computed: [ComputedRule]
        var roles: [String: String]
    }

    /// The text of an error code.
    struct ErrorText: Codable, Hashable, Sendable {
        var code: Int
        var text: String
    }

    /// What no content may exceed, whatever the standard permits.
    struct Limits: Codable, Hashable, Sendable {
        /// UTF-8 bytes of one value.
        var bytes: Int
        /// Records of one collection.
        var records: Int
        /// UTF-8 bytes of all values together.
        var total: Int
    }

    /// Reads a table; throws `DecodingError` where it is incomplete or contradicts itself.
    public init(from decoder: any Decoder) throws {
        let table = try Table(from: decoder)
        do throws(TableFault) {
            try self.init(table: table)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: error.what))
        }
    }

    /// Writes the table back.
    public func encode(to encoder: any Encoder) throws { try table.encode(to: encoder) }

    init(table: Table) throws(TableFault) {
        self.table = table
        edition = table.edition
        api = table.api
        tree = try ElementTree(table)
        errorTexts = Dictionary(table.errors.map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first })
        interactions = Dictionary(table.interactions.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
        reasons = try DataModel.reasons(of: table)
        roles = try DataModel.roles(of: table, in: tree)
        computed = try DataModel.computed(of: table, in: tree)
    }

    private static func reasons(of table: Table) throws(TableFault) -> [CMIError.Reason: Int] {
        var reasons: [CMIError.Reason: Int] = [:]
        for reason in CMIError.Reason.allCases {
            guard let code = table.reasons[reason.rawValue] else { throw TableFault("no code for \(reason.rawValue)") }
            reasons[reason] = code
        }
        return reasons
    }

    private static func roles(of table: Table, in tree: ElementTree) throws(TableFault) -> [Int?] {
        var roles = [Int?](repeating: nil, count: Role.allCases.count)
        for (name, element) in table.roles {
            guard let role = Role.allCases.first(where: { "\($0)" == name }) else {
                throw TableFault("\(name) is no role")
            }
            roles[role.rawValue] = try tree.element(named: element)
        }
        return roles
    }

    /// The element that plays a role.
    func element(playing role: Role) -> Int? { roles[role.rawValue] }

    private static func computed(of table: Table, in tree: ElementTree) throws(TableFault) -> [ComputedStatus?] {
        var computed = [ComputedStatus?](repeating: nil, count: tree.elements.count)
        for rule in table.computed {
            computed[try tree.element(named: rule.element)] = ComputedStatus(
                rule: rule, threshold: try tree.element(named: rule.threshold),
                measure: try tree.element(named: rule.measure))
        }
        return computed
    }
}

extension DataModel: Hashable {
    /// There is one table an edition.
    public static func == (left: DataModel, right: DataModel) -> Bool { left.edition == right.edition }

    /// The edition tells models apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(edition) }
}

/// Why a table cannot be used.
struct TableFault: Error {
    var what: String

    init(_ what: String) { self.what = what }
}

/// A status that follows a measure as soon as a threshold is given (`computed` in the table).
struct ComputedRule: Codable, Hashable, Sendable {
    var element: String
    var threshold: String
    var measure: String
    var reached: String
    var missed: String
    var unknown: String
}

/// A rule with its elements found.
struct ComputedStatus: Hashable, Sendable {
    var rule: ComputedRule
    var threshold: Int
    var measure: Int
}

/// What an element is for, whatever an edition calls it: the keys of `roles` in the table.
enum Role: Int, Sendable, CaseIterable {
    case learnerID, learnerName, credit, mode, entry, exit, launchData, timeLimitAction, maxTimeAllowed
    case completionThreshold, scaledPassingScore, masteryScore
    case audioLevel, language, deliverySpeed, audioCaptioning
    case sessionTime, totalTime, navigationRequest
    case completionStatus, successStatus, lessonStatus, progressMeasure, scoreScaled, scoreRaw, scoreMin, scoreMax
    case interactionType, dataStoreID, dataStore
    case objectiveID, objectiveSuccess, objectiveCompletion, objectiveStatus, objectiveProgress
    case objectiveScaled, objectiveRaw, objectiveMin, objectiveMax
}
