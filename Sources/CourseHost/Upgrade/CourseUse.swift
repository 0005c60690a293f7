public import JournalStore

/// Somebody in a course, and the version that holds for them.
public struct CourseUse: Sendable {
    public var learner: LearnerID
    /// `nil` for the one local learner.
    public var login: String?
    /// `nil` where the journal has no line that says it.
    public var version: String?
}

extension CourseShelf {
    /// Everybody who has begun a course, in the order of identifiers. A journal that cannot be read counts, without a version.
    public func uses(of id: String) throws(JournalError) -> [CourseUse] {
        var uses: [CourseUse] = []
        for learner in try folder.learners() {
            for enrolment in try folder.enrolments(of: learner) where enrolment.folder == FolderName(id) {
                var journal = enrolment.journal
                var lines: [JournalLine] = []
                do { lines = try journal.read() } catch { lines = [] }
                uses.append(
                    CourseUse(
                        learner: learner, login: try folder.profile(of: learner)?.login,
                        version: Desk.pinned(lines)?.version))
            }
        }
        return uses
    }

    /// Why a course, or a version of it, stays.
    public enum Obstacle: Error, Sendable {
        /// It is not on the shelf.
        case absent
        /// These follow it.
        case inUse([CourseUse])
        /// It is offered to new enrolments, and there are others.
        case offered
    }

    /// Removes a version of a course, or all of it; never one that somebody follows. Gives the versions that are gone; throws an
    /// `Obstacle`, and then nothing is.
    public func remove(_ id: String, version: String? = nil) throws -> [String] {
        let all = try folder.versions(ofCourse: id)
        let doomed = all.filter { $0 == version ?? $0 }
        guard !doomed.isEmpty else { throw Obstacle.absent }
        if doomed.count < all.count, try folder.currentVersion(ofCourse: id) == version { throw Obstacle.offered }
        func users(of versions: [String]) throws -> [CourseUse] {
            try uses(of: id).filter { use in use.version.map(versions.contains) ?? true }
        }
        let users = try users(of: doomed)
        guard users.isEmpty else { throw Obstacle.inUse(users) }
        // The offered one goes last: until then the course is whole.
        let offered = try folder.currentVersion(ofCourse: id)
        for version in (doomed.filter { $0 != offered } + doomed.filter { $0 == offered }) {
            guard
                try folder.remove(
                    version: version, ofCourse: id, when: { try self.uses(of: id).allSatisfy { $0.version != version } }
                )
            else { throw Obstacle.inUse(try uses(of: id).filter { $0.version == version }) }
        }
        return doomed
    }
}
