import Glibc

extension DataFolder {
    /// Brings a backup back into a folder that is absent, empty, or holds only tombstones.
    ///
    /// Every hash is checked before the folder appears, whole or not at all. Learners whom a tombstone names, of the
    /// backup, of the folder or of the files in `erasures`, stay out, and their tombstones are kept. Throws a
    /// `BackupError` or a `JournalError`.
    public static func restore(
        _ backup: String, to target: String, erasures: [String] = [],
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> (folder: DataFolder, report: BackupReport) {
        let target = target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
        let occupants = try Folder.names(in: target, hiddenToo: true)
        guard FileStatus(at: target)?.isFolder ?? true, occupants.allSatisfy({ $0 == "erasures.jsonl" }) else {
            throw BackupError.occupied(target)
        }
        var tombstones = try Tombstone.read("\(target)/erasures.jsonl")
        for file in erasures {
            guard FileStatus(at: file) != nil else { throw JournalError(file, .system(call: "open", errno: ENOENT)) }
            tombstones += try Tombstone.read(file)
        }
        let left = try leftovers(besides: target)
        for folder in left { tombstones += try Tombstone.read("\(folder)/erasures.jsonl") }
        let temporary = "\(target)\(restoringMark)\(getpid())"
        if left.contains(temporary) { try Folder.remove(temporary) }
        try Folder.make(temporary)
        do {
            let own = try OpenFile(temporary, O_RDONLY | O_DIRECTORY)
            try own.lock(LOCK_EX, patience: 0)
            var restoring = try Restoring(backup, into: temporary, tombstones)
            let report = try restoring.run(progress)
            try DataFolder(existing: temporary).forgetErasedAccounts()
            try Folder.syncDevice(of: temporary)
            try replace(target, with: temporary, isThere: FileStatus(at: target) != nil)
            _ = consume own
            for folder in left { try removeUnlessInUse(folder) }
            return (try DataFolder(existing: target), report)
        } catch {
            if FileStatus(at: temporary) != nil { try Folder.remove(temporary) }
            throw error
        }
    }

    /// What stands between the name of the target and a number in that of the new folder, and of the old one on its way
    /// out.
    private static let (restoringMark, replacedMark) = (".restoring-", ".replaced-")

    /// What killed restores have left beside the target: nobody else would look for the people in it, or the tombstones.
    private static func leftovers(besides target: String) throws(JournalError) -> [String] {
        let name = Folder.name(of: target)
        return try Folder.names(in: Folder.parent(of: target), hiddenToo: true).compactMap { entry in
            guard let mark = [restoringMark, replacedMark].first(where: { entry.hasPrefix(name + $0) }),
                let number = Int(entry.dropFirst(name.count + mark.count))
            else { return nil }
            return "\(target)\(mark)\(number)"
        }
    }

    /// A restore that is under way in another program holds its folder.
    private static func removeUnlessInUse(_ path: String) throws(JournalError) {
        guard FileStatus(at: path) != nil else { return }
        let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        if flock(folder.descriptor, LOCK_EX | LOCK_NB) == 0 { try Folder.remove(path) }
    }

    /// The old folder, with nothing in it but tombstones that the new one has too, goes last.
    private static func replace(_ target: String, with new: String, isThere: Bool) throws(JournalError) {
        let old = "\(target)\(replacedMark)\(getpid())"
        if isThere, rename(target, old) != 0 { throw .lastCall("rename", on: target) }
        guard rename(new, target) == 0 else {
            let error = JournalError.lastCall("rename", on: target)
            if isThere { rename(old, target) }
            throw error
        }
        try Folder.sync(Folder.parent(of: target))
        if isThere { try Folder.remove(old) }
    }
}

extension DataFolder {
    /// An account that was backed up before its learner was erased goes too.
    fileprivate func forgetErasedAccounts() throws {
        let erased = Set(try tombstones().map(\.learner))
        guard try accounts().contains(where: { erased.contains($0.learner) }) else { return }
        try changeAccounts { (accounts) throws(JournalError) in accounts.removeAll { erased.contains($0.learner) } }
    }
}

/// A restore under way.
private struct Restoring: ~Copyable {
    private let archive: TarReading
    private let path: String
    private let target: String
    private var tombstones: [Tombstone]
    /// By the bytes of the path: two names that look the same may be two files.
    private var hashes: [[UInt8]: String]
    private var folders: Set<[UInt8]> = []
    private var report = BackupReport()

    init(_ path: String, into target: String, _ tombstones: [Tombstone]) throws {
        let archive = try TarReading(path)
        guard let last = archive.entries.last, last.path == DataFolder.manifestName,
            archive.entries.contains(where: { $0.path == "FORMAT" })
        else { throw BackupError.notABackup(path) }
        let hashes = try Restoring.hashes(in: archive.bytes(of: last), of: path)
        for entry in archive.entries.dropLast() where hashes[Array(entry.path.utf8)] == nil {
            throw BackupError.changed(path, entry: entry.path)
        }
        if let missing = Set(hashes.keys).subtracting(archive.entries.map { Array($0.path.utf8) }).first {
            throw BackupError.changed(path, entry: String(decoding: missing, as: UTF8.self))
        }
        self.tombstones = tombstones
        (self.path, self.target, self.hashes) = (path, target, hashes)
        self.archive = archive
    }

    mutating func run(_ progress: (Int, Int) -> Void) throws -> BackupReport {
        let files = archive.entries.dropLast()
        if let entry = files.first(where: { $0.path == "erasures.jsonl" }) {
            tombstones = try Tombstone.read(archive.bytes(of: entry), of: path) + tombstones
        }
        let erased = Set(tombstones.map(\.learner.text))
        var learners: Set<String> = []
        for (place, entry) in files.enumerated() {
            let parts = entry.path.split(separator: "/").map(String.init)
            let learner = parts.count > 1 && parts[0] == "learners" ? parts[1] : nil
            let isKeptOut = learner.map(erased.contains) ?? false
            if let learner, learners.insert(learner).inserted, isKeptOut, let id = LearnerID(learner) {
                report.keptOut.append(id)
            }
            try bring(entry, isWritten: !isKeptOut && entry.path != "erasures.jsonl")
            progress(place + 1, files.count)
        }
        report.learners = learners.count - report.keptOut.count
        try writeTombstones()
        return report
    }

    /// Checks an entry, and writes it unless it stays out.
    private mutating func bring(_ entry: TarReading.Entry, isWritten: Bool) throws {
        var hash = SHA256Stream()
        let place = "\(target)/\(entry.path)"
        if isWritten {
            if folders.insert(Array(Folder.parent(of: place).utf8)).inserted {
                try Folder.make(Folder.parent(of: place), isSynced: false)
            }
            let file = try OpenFile(place, O_WRONLY | O_CREAT | O_EXCL)
            try archive.stream(entry) { piece throws(JournalError) in
                hash.update(Array(copying: piece)[...])
                try file.write(piece)
            }
            report.files += 1
            report.bytes += entry.size
        } else {
            try archive.stream(entry) { hash.update(Array(copying: $0)[...]) }
        }
        guard hash.name() == hashes[Array(entry.path.utf8)] else { throw BackupError.changed(path, entry: entry.path) }
    }

    /// All tombstones there are, each learner once.
    private func writeTombstones() throws {
        var seen: Set<LearnerID> = []
        let kept = tombstones.filter { seen.insert($0.learner).inserted }
        if !kept.isEmpty { try SmallFile.replace("\(target)/erasures.jsonl", with: Tombstone.file(kept)) }
    }

    /// Lines `<sha-256>  <path>`.
    private static func hashes(in manifest: [UInt8], of path: String) throws -> [[UInt8]: String] {
        var hashes: [[UInt8]: String] = [:]
        for line in String(decoding: manifest, as: UTF8.self).split(separator: "\n") {
            let (hash, rest) = (line.prefix(64), line.dropFirst(64))
            guard hash.utf8.count == 64, rest.hasPrefix("  ") else { throw BackupError.notABackup(path) }
            hashes[Array(rest.dropFirst(2).utf8)] = String(hash)
        }
        return hashes
    }
}
