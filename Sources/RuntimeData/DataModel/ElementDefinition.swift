/// One row of the table: an element, `n` and `m` standing for the places in its collections.
///
/// A class, because every call looks one up: a row never changes, and handing over a reference costs nothing.
final class ElementDefinition: Codable, Sendable {
    let element: String
    let access: Access
    /// What a value must look like.
    let format: ValueFormat
    /// What GetValue answers before a value exists; `nil` where that is an error.
    let `default`: String?
    /// Elements that must have a value first.
    let requires: [String]
    /// No two records of the collection may hold the same value.
    let isUnique: Bool
    /// A second, different value is refused.
    let isWrittenOnce: Bool
    /// A new value is put behind the old one.
    let appends: Bool
    /// What loses its value when this one changes.
    let clears: [String]
    /// The navigation request that the value answers for.
    let asks: Question?

    /// Who may do what.
    enum Access: String, Codable, Hashable, Sendable {
        case ro, wo, rw
        /// As the manifest's data map says.
        case byMap = "by map"
    }

    /// The navigation requests that can be asked about.
    enum Question: String, Codable, Hashable, Sendable { case `continue`, previous, choice, jump }

    private enum CodingKeys: String, CodingKey {
        case element, access, `default`, requires, unique, writeOnce, append, clears, asks
    }

    init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        element = try row.decode(String.self, forKey: .element)
        access = try row.decode(Access.self, forKey: .access)
        format = try ValueFormat(from: decoder)
        `default` = try row.decodeIfPresent(String.self, forKey: .default)
        requires = try row.decodeIfPresent([String].self, forKey: .requires) ?? []
        isUnique = try row.decodeIfPresent(Bool.self, forKey: .unique) ?? false
        isWrittenOnce = try row.decodeIfPresent(Bool.self, forKey: .writeOnce) ?? false
        appends = try row.decodeIfPresent(Bool.self, forKey: .append) ?? false
        clears = try row.decodeIfPresent([String].self, forKey: .clears) ?? []
        asks = try row.decodeIfPresent(Question.self, forKey: .asks)
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(element, forKey: .element)
        try row.encode(access, forKey: .access)
        try row.encodeIfPresent(`default`, forKey: .default)
        if !requires.isEmpty { try row.encode(requires, forKey: .requires) }
        if isUnique { try row.encode(true, forKey: .unique) }
        if isWrittenOnce { try row.encode(true, forKey: .writeOnce) }
        if appends { try row.encode(true, forKey: .append) }
        if !clears.isEmpty { try row.encode(clears, forKey: .clears) }
        try row.encodeIfPresent(asks, forKey: .asks)
        try format.encode(to: encoder)
    }
}

/// A part of the model that holds others: it has `_children`, `_count` or `_version`.
struct ContainerDefinition: Codable, Hashable, Sendable {
    var container: String
    /// What `_children` answers.
    var children: [String]?
    /// What `_version` answers.
    var version: String?
    /// Present where the parts are counted records.
    var collection: Collection?

    /// How many records there may be.
    struct Collection: Codable, Hashable, Sendable {
        /// As many must be taken; more may be.
        var spm: Int?
        /// Content may add records.
        var appendable: Bool
        /// The interaction's type says how many there may be.
        var byInteractionType: Bool?
    }
}

/// What a value must look like, in the standard's words.
struct ValueFormat: Codable, Hashable, Sendable {
    var type: DataType
    /// Smallest permitted maximum, in characters.
    var spm: Int?
    var vocabulary: [String]?
    /// Words that need a target in front: `{target=ID}choice`.
    var targeted: [String]?
    var range: Range?
    /// `""` is fine too.
    var orEmpty: Bool?
    /// A second type that is fine too.
    var or: DataType?

    /// Both bounds belong to it.
    struct Range: Codable, Hashable, Sendable {
        var min: Double?
        var max: Double?
    }
}

/// The types of both standards, under their own names.
enum DataType: String, Codable, Hashable, Sendable {
    case characterstring
    case localizedString = "localized_string_type"
    case language = "language_type"
    case longIdentifier = "long_identifier_type"
    case shortIdentifier = "short_identifier_type"
    case real = "real(10,7)"
    case time = "time(second,10,0)"
    case timeinterval = "timeinterval(second,10,2)"
    case state
    case numericRange = "numeric range"
    case pattern = "pattern by interaction type"
    case response = "response by interaction type"
    case cmiString255 = "CMIString255"
    case cmiString4096 = "CMIString4096"
    case cmiIdentifier = "CMIIdentifier"
    case cmiDecimal = "CMIDecimal"
    case cmiSInteger = "CMISInteger"
    case cmiTime = "CMITime"
    case cmiTimespan = "CMITimespan"
    case cmiVocabulary = "CMIVocabulary"
    case cmiFeedback = "CMIFeedback"
}
