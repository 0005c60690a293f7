public import CourseModel
import Glibc

/// What an erasure removes, or has removed.
public struct ErasurePlan: Hashable, Sendable {
    /// A file of the learner, by its path in the data folder.
    public struct File: Hashable, Sendable {
        public let path: String
        public let bytes: Int
        /// Not a link, pipe or device.
        public let isRegular: Bool
    }

    public let learner: LearnerID
    /// By path.
    public let files: [File]

    /// How much it is.
    public var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
}

extension DataFolder {
    /// What erasing a learner would remove; `nil` when there is no such learner.
    public func erasurePlan(of learner: LearnerID) throws(JournalError) -> ErasurePlan? {
        guard FileStatus(at: home(of: learner))?.isFolder ?? false else { return nil }
        return ErasurePlan(learner: learner, files: try files(below: "learners/\(learner)"))
    }

    /// Erases a learner: first the account, then the tombstone, then the folder, at once and under the learner's lock, so
    /// that no program writes meanwhile. Gives what was removed; `nil` when there is no such learner, or `isStillWanted`
    /// says no once the lock is held.
    public func erase(
        _ learner: LearnerID, on ground: Tombstone.Ground, at now: Instant,
        ifStill isStillWanted: () throws -> Bool = { true }
    ) throws -> ErasurePlan? {
        let learners = "\(path)/learners"
        try removeErased()
        guard FileStatus(at: home(of: learner))?.isFolder ?? false else { return nil }
        let lock = try JournalLock(writing: lockPath(of: learner))
        guard let plan = try erasurePlan(of: learner), try isStillWanted() else { return nil }
        try forgetAccount(of: learner)
        try add(Tombstone(learner: learner, date: now, ground: ground))
        guard rename(home(of: learner), DataFolder.grave(of: learner, in: learners)) == 0 else {
            throw JournalError.lastCall("rename", on: home(of: learner))
        }
        try Folder.sync(learners)
        _ = consume lock
        try removeErased()
        return plan
    }

    /// Removes what an erasure that was cut short has left.
    public func removeErased() throws(JournalError) {
        let learners = "\(path)/learners"
        let left = try Folder.names(in: learners, hiddenToo: true).filter { $0.utf8.starts(with: ".erased-".utf8) }
        for name in left { try Folder.remove("\(learners)/\(name)") }
        if !left.isEmpty { try Folder.sync(learners) }
    }

    private static func grave(of learner: LearnerID, in learners: String) -> String { "\(learners)/.erased-\(learner)" }

    /// Adds a tombstone; the file is replaced as a whole, so that no half line can stand in it.
    private func add(_ tombstone: Tombstone) throws {
        let lock = try JournalLock(folder: "\(path)/learners")
        let known = try tombstones()
        if known.contains(where: { $0.learner == tombstone.learner }) { return }
        try SmallFile.replace(erasuresPath, with: Tombstone.file(known + [tombstone]))
        _ = consume lock
    }

    /// All that is no folder below a folder, by path in the data folder, in byte order.
    func files(below top: String) throws(JournalError) -> [ErasurePlan.File] {
        var files: [ErasurePlan.File] = []
        var folders = [top]
        while let folder = folders.popLast() {
            for name in try Folder.names(in: "\(path)/\(folder)", hiddenToo: true) {
                let entry = "\(folder)/\(name)"
                guard let status = FileStatus(at: "\(path)/\(entry)") else { continue }
                if status.isFolder {
                    folders.append(entry)
                } else {
                    files.append(.init(path: entry, bytes: status.size, isRegular: status.isRegular))
                }
            }
        }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
