public import CourseModel
import Glibc

/// What a backup or a restore has handled.
public struct BackupReport: Hashable, Sendable {
    /// Regular files, without the manifest.
    public var files = 0
    public var bytes = 0
    public var learners = 0
    /// Learners in the backup that a tombstone kept out.
    public var keptOut: [LearnerID] = []
    /// Things that are no files of ours: links, pipes; by path in the data folder.
    public var skipped: [String] = []
}

extension DataFolder {
    /// The entry that lists all others with their SHA-256.
    static let manifestName = "MANIFEST"

    /// Copies the whole folder into one new tar archive while learners work; the archive is complete or absent.
    ///
    /// Each learner is copied under their lock for reading: writers of that one learner wait for milliseconds, and all
    /// journals of the learner, which may share objectives, are of one moment. Courses come after the learners, so that
    /// every version that a copied journal names is there; tombstones come last, so that who is erased meanwhile is not
    /// brought back. The index, snapshots and locks are left out, as they can be made again; nobody is signed in after a restore.
    public func backUp(
        to target: String, at now: Instant, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) -> BackupReport {
        guard FileStatus(at: target) == nil else { throw JournalError(target, .system(call: "open", errno: EEXIST)) }
        var copying = BackupCopying(self, archive: try TarWriting(target))
        return try copying.copyAll(at: now, progress)
    }
}

/// A backup under way.
private struct BackupCopying: ~Copyable {
    private let folder: DataFolder
    private var archive: TarWriting
    private var report = BackupReport()

    init(_ folder: DataFolder, archive: consuming TarWriting) {
        self.folder = folder
        self.archive = archive
    }

    mutating func copyAll(
        at now: Instant, _ progress: (Int, Int) -> Void
    ) throws(JournalError) -> BackupReport {
        let seconds = Int(now.milliseconds / 1000)
        let learners = try folder.learners()
        let courses = try Folder.names(in: "\(folder.path)/courses")
        let all = learners.count + courses.count + 1
        for (place, learner) in learners.enumerated() {
            let lock = try JournalLock(reading: folder.lockPath(of: learner))
            try copy(below: "learners/\(learner)", isLive: true)
            _ = consume lock
            report.learners += 1
            progress(place + 1, all)
        }
        let last = ["learners", "courses", Folder.name(of: folder.erasuresPath)]
        for name in try Folder.names(in: folder.path) where !last.contains(name) { try copy(name, isLive: true) }
        for (place, course) in courses.enumerated() {
            try copy(below: "courses/\(course)", isLive: true)
            progress(learners.count + place + 1, all)
        }
        try copy(Folder.name(of: folder.erasuresPath), isLive: true)
        progress(all, all)
        (report.files, report.bytes) = (archive.entries, archive.bytes)
        try archive.close(manifestAs: DataFolder.manifestName, modified: seconds)
        return report
    }

    /// Everything in a folder. Where it is live, what programs keep beside their files is left out; in a package
    /// version, which never changes, every name is the package's.
    private mutating func copy(below path: String, isLive: Bool) throws(JournalError) {
        for name in try Folder.names(in: "\(folder.path)/\(path)", hiddenToo: !isLive) {
            try copy("\(path)/\(name)", isLive: isLive)
        }
    }

    private mutating func copy(_ path: String, isLive: Bool) throws(JournalError) {
        guard let status = FileStatus(at: "\(folder.path)/\(path)") else { return }
        if status.isFolder {
            let isVersion = path.split(separator: "/").count == 3 && path.utf8.starts(with: "courses/".utf8)
            return try copy(below: path, isLive: isLive && !isVersion)
        }
        guard !isLive || !BackupCopying.canBeMadeAgain(path) else { return }
        guard status.isRegular else {
            report.skipped.append(path)
            return
        }
        guard let file = try OpenFile.reading("\(folder.path)/\(path)") else { return }
        let (size, modified) = try file.sizeAndTime()
        try archive.add(path, file, size: size, modified: modified)
    }

    /// The index, locks, snapshots, who is signed in, and files that are about to take another's place.
    private static func canBeMadeAgain(_ path: String) -> Bool {
        let name = Folder.name(of: path)
        return name == "lock" || name == "snapshot.json" || name.hasSuffix(SmallFile.draftSuffix)
            || path.hasPrefix("index.sqlite") || path == "accounts.lock" || path == "sessions.jsonl"
    }
}

extension OpenFile {
    /// Bytes, and seconds since 1970.
    fileprivate func sizeAndTime() throws(JournalError) -> (Int, Int) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .lastCall("fstat", on: path) }
        return (Int(status.st_size), Int(status.st_mtim.tv_sec))
    }
}
