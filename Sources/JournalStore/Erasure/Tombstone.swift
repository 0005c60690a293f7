public import CourseModel
import Glibc

/// That a learner was erased: all that stays of them.
public struct Tombstone: Hashable, Sendable {
    /// Why, in the words of article 17 of the RGPD; never free text, which could name somebody.
    public enum Ground: String, Hashable, Sendable, CaseIterable {
        /// The person asked for it.
        case request
        /// The time for which the data was kept is over.
        case retention
        /// The person withdrew their consent.
        case withdrawal
        /// The person objected.
        case objection
        /// The data should not have been there.
        case unlawful
        /// The law demands it.
        case obligation
    }

    public let learner: LearnerID
    public let date: Instant
    public let ground: Ground

    /// A tombstone from its parts.
    public init(learner: LearnerID, date: Instant, ground: Ground) {
        (self.learner, self.date, self.ground) = (learner, date, ground)
    }

    /// `{"id","date","ground"}`.
    var json: String { "{\"id\":\"\(learner)\",\"date\":\"\(date)\",\"ground\":\"\(ground.rawValue)\"}" }

    init?(json: [UInt8]) {
        guard let object = JSONObject(json), let learner = object["id"]?.string.flatMap({ LearnerID($0) }),
            let date = object["date"]?.string.flatMap({ Instant($0) }),
            let ground = object["ground"]?.string.flatMap({ Ground(rawValue: $0) })
        else { return nil }
        self.init(learner: learner, date: date, ground: ground)
    }

    /// Reads a file of tombstones; none when it is absent. A line that is none is refused: it may be somebody.
    static func read(_ path: String) throws -> [Tombstone] {
        guard let bytes = try SmallFile.read(path, largest: 64 * SmallFile.largest) else { return [] }
        return try read(bytes, of: path)
    }

    static func read(_ bytes: [UInt8], of path: String) throws -> [Tombstone] {
        try bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap {
            place, line in
            if line.isEmpty { return nil }
            guard let tombstone = Tombstone(json: Array(line)) else {
                throw BackupError.badTombstone(path, line: place + 1)
            }
            return tombstone
        }
    }

    /// A file of tombstones, one a line.
    static func file(_ tombstones: [Tombstone]) -> [UInt8] {
        Array(tombstones.map { $0.json + "\n" }.joined().utf8)
    }
}

extension DataFolder {
    /// The file of tombstones.
    public var erasuresPath: String { "\(path)/erasures.jsonl" }

    /// Who was erased.
    public func tombstones() throws -> [Tombstone] { try Tombstone.read(erasuresPath) }

    /// Whether a learner was erased here.
    public func isErased(_ learner: LearnerID) throws -> Bool {
        try tombstones().contains { $0.learner == learner }
    }
}
