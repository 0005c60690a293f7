import Glibc

/// One learner in one course: where its journal is.
public struct Enrolment: Hashable, Sendable {
    public let learner: LearnerID
    /// The course's folder under the learner's.
    public let folder: FolderName
    /// The learner's folder.
    let home: String

    /// The course's identifier; `nil` when it was too long for a folder's name, and then the `open` event has it.
    public var courseID: String? { folder.identifier }
    /// The folder of the enrolment.
    public var path: String { "\(home)/\(folder)" }
    public var journalPath: String { "\(path)/journal.jsonl" }
    public var snapshotPath: String { "\(path)/snapshot.json" }
    /// The learner's lock.
    public var lockPath: String { "\(home)/lock" }

    /// The size of the journal's file; `nil` when there is none.
    public var bytesOnDisk: Int? { FileStatus(at: journalPath)?.size }

    /// The enrolment's journal, not read yet.
    public var journal: Journal { Journal(path: journalPath, lockPath: lockPath, enrolment: self) }
}

extension DataFolder {
    /// The enrolment of a learner in a course, whether it has begun or not.
    public func enrolment(of learner: LearnerID, in courseID: String) -> Enrolment {
        Enrolment(learner: learner, folder: FolderName(courseID), home: home(of: learner))
    }

    /// Makes the enrolment's folder, so that its journal can be written; never the learner's own, which may have been
    /// erased meanwhile.
    public func prepare(_ enrolment: Enrolment) throws(JournalError) {
        guard FileStatus(at: enrolment.home)?.isFolder == true else {
            throw JournalError(enrolment.home, .system(call: "open", errno: ENOENT))
        }
        try Folder.make(enrolment.path)
    }

    /// The enrolments that have a journal, in the order of their folders.
    public func enrolments(of learner: LearnerID) throws(JournalError) -> [Enrolment] {
        try Enrolment.all(of: learner, in: home(of: learner))
    }
}

extension Enrolment {
    /// The learner's other enrolments that have a journal, in the order of their folders.
    public func others() throws(JournalError) -> [Enrolment] {
        try Enrolment.all(of: learner, in: home).filter { $0 != self }
    }

    fileprivate static func all(of learner: LearnerID, in home: String) throws(JournalError) -> [Enrolment] {
        try Folder.names(in: home).compactMap { name in
            guard let folder = FolderName(onDisk: name) else { return nil }
            let enrolment = Enrolment(learner: learner, folder: folder, home: home)
            return FileStatus(at: enrolment.journalPath) == nil ? nil : enrolment
        }
    }
}
