public import CourseModel
import Glibc

/// A torn end of a journal that was set aside.
public struct SetAside: Hashable, Sendable {
    public let learner: LearnerID
    /// In the data folder.
    public let path: String
    public let date: Instant
}

extension DataFolder {
    /// The torn ends of a learner's journals.
    public func setAside(of learner: LearnerID) throws(JournalError) -> [SetAside] {
        try files(below: "learners/\(learner)").compactMap { file in
            guard Folder.name(of: file.path).utf8.starts(with: "journal.jsonl.torn-".utf8) else { return nil }
            return modified(file.path).map { SetAside(learner: learner, path: file.path, date: $0) }
        }
    }

    /// When what is known of a learner was last written.
    public func profileDate(of learner: LearnerID) -> Instant? { modified("learners/\(learner)/learner.json") }

    private func modified(_ file: String) -> Instant? {
        var status = stat()
        guard lstat("\(path)/\(file)", &status) == 0 else { return nil }
        return Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1000)
    }

    /// Removes a torn end that was set aside.
    public func remove(_ torn: SetAside) throws(JournalError) {
        guard unlink("\(path)/\(torn.path)") == 0 || errno == ENOENT else {
            throw .lastCall("unlink", on: "\(path)/\(torn.path)")
        }
        try Folder.sync(Folder.parent(of: "\(path)/\(torn.path)"))
    }

    /// Removes the enrolment's folder under the learner's lock, if `isStillWanted` then; whether it did.
    public func remove(_ enrolment: Enrolment, ifStill isStillWanted: () throws -> Bool) throws -> Bool {
        let lock = try JournalLock(writing: enrolment.lockPath)
        guard try isStillWanted() else { return false }
        let grave = "\(path)/learners/.erased-\(enrolment.learner)-\(enrolment.folder.text.prefix(100))"
        guard rename(enrolment.path, grave) == 0 else { throw JournalError.lastCall("rename", on: enrolment.path) }
        try Folder.sync(Folder.parent(of: enrolment.path))
        _ = consume lock
        try removeErased()
        return true
    }
}
