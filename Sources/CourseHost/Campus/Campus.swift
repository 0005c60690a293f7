internal import Assessment
public import CourseModel
public import JournalStore
public import Learning
public import Packaging
internal import Synchronization

/// A course as it is offered or as somebody follows it: one version, shared by all who do.
public struct CourseEdition: Sendable {
    public var id: String
    /// The SHA-256 of its package.
    public var version: String
    public var courseware: Courseware
    public var files: PackageFiles
}

/// The courses of a data folder and the enrolments that are open: what a web shell asks.
///
/// Courseware is read once a version and shared; desks that nobody uses are put away, as all they hold is on disk.
public actor Campus {
    nonisolated let folder: DataFolder
    nonisolated let shelf: CourseShelf
    private let clock: @Sendable () -> Instant
    private let localName: String
    private let lane: DiskLane
    /// What waits for the disk at one moment shares one sync, whoever the learners are.
    private let commits = CommitQueue()
    private var editions: [EditionKey: CourseEdition] = [:]
    private var desks: OpenDesks
    /// Learners by the bytes of their login, the local one by `nil`, as far as they were looked up.
    private var logins: [[UInt8]?: LearnerID] = [:]
    private var known: Set<LearnerID> = []

    public nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

    private struct EditionKey: Hashable {
        var id: String
        var version: String
    }

    /// The campus of a data folder; `localName` names the one local learner, `openDesks` says how many enrolments stay
    /// in memory.
    public init(
        _ folder: DataFolder, models: DataModels, localName: String, openDesks: Int = 4096,
        clock: @escaping @Sendable () -> Instant = { Instant.now() }
    ) {
        self.folder = folder
        shelf = CourseShelf(folder, models: models)
        (self.localName, self.clock) = (localName, clock)
        desks = OpenDesks(limit: openDesks)
        lane = DiskLane(DiskLane.all.count)
    }

    /// Why courses of the shelf are not on offer, by identifier, as of the last look at them all.
    public private(set) var unreadable: [String: CampusTrouble] = [:]

    /// Every course on offer, by title. Throws a `CampusTrouble`; one that cannot be read goes to `unreadable`.
    public func offered() throws -> [CourseEdition] {
        unreadable = [:]
        return try translating {
            try folder.courseIDs().compactMap { id in
                guard let version = try folder.currentVersion(ofCourse: id) else { return nil }
                do {
                    return try edition(id, version)
                } catch {
                    unreadable[id] = CampusTrouble(error)
                    return nil
                }
            }
        }.sorted { ($0.courseware.course.title, $0.id) < ($1.courseware.course.title, $1.id) }
    }

    /// The version of a course that is offered now; `nil` when there is no such course.
    public func offered(_ id: String) throws -> CourseEdition? {
        try translating {
            guard let version = try folder.currentVersion(ofCourse: id) else { return nil }
            return try edition(id, version)
        }
    }

    /// A version of a course, whether or not it is still offered.
    public func edition(of id: String, version: String) throws -> CourseEdition? {
        try translating { try edition(id, version) }
    }

    private func edition(_ id: String, _ version: String) throws -> CourseEdition? {
        let key = EditionKey(id: id, version: version)
        if let known = editions[key] { return known }
        guard let loaded = try shelf.course(id, version: version) else { return nil }
        let edition = CourseEdition(id: id, version: version, courseware: loaded.courseware, files: loaded.files)
        editions[key] = edition
        return edition
    }

    /// The learner of a login, the local one for `nil`; `nil` when there is none yet. Writes nothing.
    public func learner(login: String?) throws -> Learner? {
        try translating {
            let key = login.map { Array($0.utf8) }
            if let id = logins[key] {
                if let found = try learner(id, of: key) { return found }
                known.remove(id)
            }
            logins[key] = nil
            for id in try folder.learners() where !known.contains(id) {
                guard let profile = try folder.profile(of: id) else { continue }
                known.insert(id)
                logins[profile.login.map { Array($0.utf8) }] = id
            }
            return try logins[key].flatMap { try learner($0, of: key) }
        }
    }

    /// A learner by identifier; `nil` when there is none.
    public func learner(_ id: LearnerID) throws -> Learner? {
        try translating { try folder.profile(of: id).map { Learner(id: id.text, name: $0.name) } }
    }

    private func learner(_ id: LearnerID, of login: [UInt8]?) throws -> Learner? {
        guard let profile = try folder.profile(of: id), profile.login.map({ Array($0.utf8) }) == login else {
            return nil
        }
        return Learner(id: id.text, name: profile.name)
    }

    /// Whether somebody new may have this login.
    public static func isUsable(login: String) -> Bool { LearnerProfile.isUsable(login: login) }

    /// The same, made when there is none.
    public func learner(login: String?, orNewNamed name: String?) throws -> Learner {
        if let found = try learner(login: login) { return found }
        return try translating {
            var chance = SystemRandomNumberGenerator()
            let fresh = LearnerProfile(login: login, name: name ?? login ?? localName)
            let id = try folder.findOrCreate(fresh, as: LearnerID(using: &chance))
            return Learner(id: id.text, name: try folder.profile(of: id)?.name ?? fresh.name)
        }
    }

    /// The courses that a learner has begun.
    public func enrolments(of learner: Learner) throws -> [String] {
        guard let id = LearnerID(learner.id) else { return [] }
        return try translating { try folder.enrolments(of: id).compactMap(\.courseID) }
    }

    /// The desk of a learner in a course, in the version to which the enrolment is pinned, else the one offered;
    /// `nil` when there is no such course. Writes nothing.
    public func desk(of learner: Learner, in courseID: String) throws -> SharedDesk? {
        let key = OpenDesks.Key(learner: learner.id, course: courseID)
        if let open = desks[key], !open.isRetired.load(ordering: .relaxed) { return open }
        guard let id = LearnerID(learner.id) else { return nil }
        return try translating {
            let enrolment = folder.enrolment(of: id, in: courseID)
            let opening = try DeskOpening(enrolment)
            let pinned = try opening.pinnedVersion ?? folder.currentVersion(ofCourse: courseID)
            guard let version = pinned, let edition = try edition(courseID, version) else { return nil }
            var desk = try Desk(
                edition.courseware, learner: learner, course: courseID, version: version, opening: opening,
                writer: Campus.writer(), clock: clock, dice: SystemRandomNumberGenerator())
            desk.queue = commits
            let folder = folder
            let shared = SharedDesk(
                desk, courseID: courseID, version: version, lane: desks.nextLane(), clock: clock,
                prepare: { try folder.prepare(enrolment) }, looksErased: { try folder.isErased(id) })
            desks.add(shared, as: key)
            return shared
        }
    }

    /// A course as one learner finds it: the edition that holds for them, and their desk where there is a learner; `nil` when
    /// there is no such course. Writes nothing.
    public func enrolment(
        of learner: Learner?, in courseID: String
    ) throws -> (edition: CourseEdition, desk: SharedDesk?)? {
        if let learner, let desk = try desk(of: learner, in: courseID),
            let edition = try edition(of: courseID, version: desk.version)
        {
            return (edition, desk)
        }
        return try offered(courseID).map { ($0, nil) }
    }

    /// How a course stands for somebody who has not begun it.
    public func untouched(_ edition: CourseEdition) -> Standing {
        let now = clock()
        let session = Session(edition.courseware, learner: Learner(id: "", name: ""))
        return Standing(
            view: session.view(at: now), position: session.position, controls: [], savedLine: 0,
            activeSeconds: 0, notes: [])
    }

    /// A name that no other session has.
    private static func writer() -> String {
        var chance = SystemRandomNumberGenerator()
        return "web-" + String(chance.next(), radix: 36)
    }

    private func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            throw CampusTrouble(error)
        }
    }
}
