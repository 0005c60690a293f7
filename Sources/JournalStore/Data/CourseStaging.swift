import Glibc

/// A package version in the making: a folder of its own that no reader looks into, until it is whole and gets its place.
///
/// Every file lies under the SHA-256 of its content; `.index` says which file of the package that is.
public struct CourseStaging: ~Copyable {
    private let folder: DataFolder
    /// Where the files are until the version has its place.
    public let path: String
    /// The open folder, locked for as long as this program fills it: a sweep leaves it alone.
    private let own: OpenFile
    private var part: OpenFile?
    private var hash = SHA256Stream()
    private var names: Set<String> = []

    /// Up to so many files, each is put on disk by itself; more of them all at once.
    private static let fewFiles = 64
    private static let prefix = ".import-"

    /// Begins one, and sweeps away what killed imports have left.
    init(in folder: DataFolder) throws(JournalError) {
        path = CourseStaging.freshPath(in: folder)
        self.folder = folder
        own = try CourseStaging.make(path, in: folder)
    }

    /// A name that nothing has, for what is not in its place yet or any more.
    static func freshPath(in folder: DataFolder) -> String {
        var chance = SystemRandomNumberGenerator()
        return "\(folder.coursesPath)/\(prefix)\(JournalHash.hexadecimal(chance.next(), digits: 16))"
    }

    /// Makes and locks the folder while no other program sweeps.
    private static func make(_ path: String, in folder: DataFolder) throws(JournalError) -> OpenFile {
        let lock = try folder.lockCourses()
        try sweep(folder)
        guard mkdir(path, 0o700) == 0 else { throw .lastCall("mkdir", on: path) }
        let own = try OpenFile(path, O_RDONLY | O_DIRECTORY)
        guard flock(own.descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .lastCall("flock", on: path) }
        _ = consume lock
        return own
    }

    /// Removes begun imports that nobody fills any more.
    private static func sweep(_ folder: DataFolder) throws(JournalError) {
        for name in try Folder.names(in: folder.coursesPath, hiddenToo: true) where name.hasPrefix(prefix) {
            let path = "\(folder.coursesPath)/\(name)"
            let left = try OpenFile(path, O_RDONLY | O_DIRECTORY)
            if flock(left.descriptor, LOCK_EX | LOCK_NB) == 0 { try Folder.remove(path) }
        }
    }

    /// Refuses at once what the disk cannot hold.
    public func reserve(_ bytes: Int) throws(JournalError) {
        var status = statvfs()
        guard fstatvfs(own.descriptor, &status) == 0 else { throw .lastCall("statvfs", on: path) }
        let (free, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
        guard overflow || free >= UInt64(clamping: bytes) else {
            throw JournalError(path, .system(call: "write", errno: ENOSPC))
        }
    }

    /// Takes the next bytes of the file under way.
    public mutating func write(_ bytes: ArraySlice<UInt8>) throws(JournalError) {
        hash.update(bytes)
        if part == nil { part = try OpenFile("\(path)/part", O_WRONLY | O_CREAT | O_EXCL) }
        try part?.write(bytes.span)
    }

    /// Ends the file under way; gives its name, the SHA-256 of its bytes.
    public mutating func endFile() throws(JournalError) -> String {
        try write([])
        let name = hash.name()
        hash = SHA256Stream()
        if names.count < CourseStaging.fewFiles { try part?.syncData() }
        part = nil
        names.insert(name)
        guard rename("\(path)/part", "\(path)/\(name)") == 0 else { throw .lastCall("rename", on: path) }
        return name
    }

    /// Adds the index, and puts everything on disk.
    public func finish(index: String) throws(JournalError) {
        let file = try OpenFile("\(path)/.index", O_WRONLY | O_CREAT | O_EXCL)
        try file.write(Array(index.utf8).span)
        try file.sync()
        let device = CommitQueue.File(path: path, descriptor: own.descriptor, device: 0, folderIsDue: false)
        if names.count > CourseStaging.fewFiles, let trouble = device.syncDevice() { throw JournalError(path, trouble) }
        try own.sync()
    }

    /// Gives the version its place, all at once; `false` when it was there already.
    public func place(version: String, ofCourse id: String) throws(JournalError) -> Bool {
        guard let target = folder.path(ofCourse: id, version: version) else {
            throw JournalError(folder.path(ofCourse: id), .malformedRecord)
        }
        try Folder.make(folder.path(ofCourse: id))
        guard FileStatus(at: target) == nil else { return false }
        guard rename(path, target) == 0 else { throw .lastCall("rename", on: target) }
        try Folder.sync(folder.path(ofCourse: id))
        try Folder.sync(folder.coursesPath)
        return true
    }

    /// Removes what has not got its place.
    func discard() throws(JournalError) {
        if FileStatus(at: path) != nil { try Folder.remove(path) }
    }
}

extension DataFolder {
    /// Lets `body` fill a package version and give it its place; whatever happens, nothing else of it stays.
    public func staging<Result>(_ body: (inout CourseStaging) throws -> Result) throws -> Result {
        var staging = try CourseStaging(in: self)
        do {
            let result = try body(&staging)
            try staging.discard()
            return result
        } catch {
            try staging.discard()
            throw error
        }
    }

    /// Waits for the right to change which versions courses have.
    public func lockCourses() throws(JournalError) -> JournalLock {
        try Folder.make(coursesPath)
        return try JournalLock(folder: coursesPath)
    }
}
