public import CourseModel
public import JournalStore
public import RecordIndex
internal import Records

/// What is older than the rules of a data folder allow.
public struct RetentionPlan: Sendable {
    /// One thing to remove.
    public struct Item: Sendable {
        public let purpose: RetentionRules.Purpose
        public let learner: LearnerID
        /// The course, where only one enrolment goes.
        public let course: String?
        /// The torn end, where only that goes.
        public let file: String?
        /// From when on the time was counted.
        public let last: Instant
        fileprivate let act: Act
    }

    fileprivate enum Act: Sendable {
        case erase([IndexedEnrolment])
        case enrolment(Enrolment, IndexedEnrolment)
        case file(SetAside)
    }

    public private(set) var items: [Item] = []
    /// Learners of whom a journal cannot be read, so that nobody knows when they were last active: they are kept.
    public private(set) var unknown: [LearnerID] = []

    /// Looks at every learner; `index` is fresh, with `outcome`.
    public init(
        _ rules: RetentionRules, of folder: DataFolder, _ index: RecordIndex, _ outcome: Indexing.Outcome,
        at now: Instant
    ) throws {
        let known = Dictionary(grouping: try index.enrolments(), by: \.key.learner)
        let unread = Set(outcome.failures.map(\.enrolment.learner))
        let limits = rules.periods.mapValues { $0.before(now) }
        for learner in try folder.learners() {
            let enrolments = known[learner.text] ?? []
            if unread.contains(learner) { unknown.append(learner) }
            let last = enrolments.compactMap(\.record.lastAccess).max() ?? folder.profileDate(of: learner)
            if let limit = limits[.learners], let last, last < limit, !unread.contains(learner) {
                items.append(
                    Item(
                        purpose: .learners, learner: learner, course: nil, file: nil, last: last,
                        act: .erase(enrolments)))
                continue
            }
            try add(enrolments, of: learner, before: limits[.enrolments], in: folder)
            guard let limit = limits[.setAside] else { continue }
            for torn in try folder.setAside(of: learner) where torn.date < limit {
                items.append(
                    Item(
                        purpose: .setAside, learner: learner, course: nil, file: torn.path, last: torn.date,
                        act: .file(torn)))
            }
        }
    }

    private mutating func add(
        _ enrolments: [IndexedEnrolment], of learner: LearnerID, before limit: Instant?, in folder: DataFolder
    ) throws {
        guard let limit else { return }
        for enrolment in enrolments {
            guard let last = enrolment.record.lastAccess, last < limit else { continue }
            let course = enrolment.record.courseCode
            let place = folder.enrolment(of: learner, in: course)
            items.append(
                Item(
                    purpose: .enrolments, learner: learner, course: course, file: nil, last: last,
                    act: .enrolment(place, enrolment)))
        }
    }

    /// Removes an item, unless its learner has come back meanwhile; whether it did.
    public static func carryOut(_ item: Item, in folder: DataFolder, at now: Instant) throws -> Bool {
        switch item.act {
        case .file(let torn):
            try folder.remove(torn)
            return true
        case .enrolment(let place, let seen):
            return try folder.remove(place) { try place.look()?.fits(seen.position) ?? false }
        case .erase(let seen):
            let positions = Dictionary(seen.map { ($0.key, $0.position) }, uniquingKeysWith: { first, _ in first })
            return try folder.erase(item.learner, on: .retention, at: now) {
                try folder.enrolments(of: item.learner).allSatisfy { enrolment in
                    guard let position = positions[enrolment.key], let look = try enrolment.look() else { return false }
                    return look.fits(position)
                }
            } != nil
        }
    }
}
