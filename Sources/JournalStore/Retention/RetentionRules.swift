/// How long each kind of data is kept, from `retention.json`; what it does not name is kept for ever.
///
///     {"format":1,"learners":"P3Y","enrolments":"P5Y","setAside":"P90D"}
public struct RetentionRules: Hashable, Sendable {
    /// What data is kept for; each has a period of its own.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        /// A person and all their progress, counted from the last activity anywhere.
        case learners
        /// The journal of one course, counted from the last activity in it.
        case enrolments
        /// Torn ends of journals that were set aside, counted from when that was.
        case setAside
    }

    /// Why the file cannot be followed; then nothing is removed.
    public enum Trouble: Error, Hashable, Sendable {
        case noObject
        case unknown(String)
        case badPeriod(String)
        case newerFormat
    }

    public private(set) var periods: [Purpose: Period] = [:]

    /// Everything is kept.
    public init() {}

    /// Reads the file's text.
    public init(json: [UInt8]) throws(Trouble) {
        guard let members = JSONObject(json)?.members else { throw .noObject }
        for (name, value) in members {
            if name == "format" {
                guard value.number == 1 else { throw .newerFormat }
                continue
            }
            guard let purpose = Purpose(rawValue: name) else { throw .unknown(name) }
            if String(decoding: value.bytes, as: UTF8.self) == "null" { continue }
            guard let period = value.string.flatMap({ Period($0) }) else { throw .badPeriod(name) }
            periods[purpose] = period
        }
    }
}

extension DataFolder {
    /// The file that says how long data is kept.
    public var retentionPath: String { "\(path)/retention.json" }

    /// How long data is kept here. Throws a `RetentionRules.Trouble` or a `JournalError`.
    public func retentionRules() throws -> RetentionRules {
        guard let bytes = try SmallFile.read(retentionPath) else { return RetentionRules() }
        return try RetentionRules(json: bytes)
    }
}
