import CourseModel
import Glibc

/// Lists a folder; symbolic links are refused, hidden litter is left out. Every name is opened from the folder it was found
/// in, so that nobody can lead the reader elsewhere meanwhile.
struct FolderReading {
    let root: String
    private var entries: [PackageFiles.Entry] = []
    private var marks: [FolderMark] = []
    private var folders = 0
    private var inflated = 0
    private var findings = Findings(file: ".")
    private var litter = 0

    init(_ root: String) { self.root = root }

    /// The files, from the folder of the manifest down.
    func files() throws(PackageError) -> PackageFiles {
        var reading = self
        let top = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard top >= 0 else { throw FileSystem.failure(root) }
        try reading.list(top, [], depth: 0)
        let (entries, faults) = rooted(reading.entries, keepsStrays: true)
        for fault in faults + collisions(among: entries) { reading.findings.report(fault) }
        if reading.litter > 0 { reading.findings.report(.litter(reading.litter)) }
        return PackageFiles(
            entries, store: .folder(root, marks: reading.marks), findings: reading.findings.finished())
    }

    /// Takes over the open folder and closes it.
    private mutating func list(_ folder: CInt, _ path: [UInt8], depth: Int) throws(PackageError) {
        guard let stream = fdopendir(folder) else {
            close(folder)
            throw FileSystem.failure(display(path))
        }
        defer { closedir(stream) }
        guard depth <= PackageLimit.depth.value else { throw .refusedEntry(name: display(path), .name) }
        while let item = readdir(stream) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            try add(name, in: folder, path.isEmpty ? name : path + [0x2F] + name, depth: depth)
        }
    }

    private mutating func add(
        _ name: [UInt8], in folder: CInt, _ path: [UInt8], depth: Int
    ) throws(PackageError) {
        if isLitter(path) {
            litter += 1
            return
        }
        let bytes = name.map { CChar(bitPattern: $0) } + [0]
        var status = stat()
        guard fstatat(folder, bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw FileSystem.failure(display(path))
        }
        guard entries.count + folders < PackageLimit.entries.value else { throw .tooLarge(.entries) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            folders += 1
            let inner = openat(folder, bytes, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard inner >= 0 else { throw FileSystem.failure(display(path)) }
            try list(inner, path, depth: depth + 1)
        case S_IFREG: try add(file: path, status)
        case S_IFLNK: throw .refusedEntry(name: display(path), .symbolicLink)
        default: throw .refusedEntry(name: display(path), .specialFile)
        }
    }

    private mutating func add(file name: [UInt8], _ status: stat) throws(PackageError) {
        let (path, size) = (try checkedPath(name), Int(status.st_size))
        guard size <= PackageLimit.fileBytes.value else { throw .tooLarge(.fileBytes) }
        inflated += size
        guard inflated <= PackageLimit.inflatedBytes.value else { throw .tooLarge(.inflatedBytes) }
        entries.append(PackageFiles.Entry(path: path, size: size, place: marks.count))
        marks.append(FolderMark(name: name, status))
    }

    private func display(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }

    /// Hands over files of the folder. A link that has come in since listing is not followed; a file that is another one, or
    /// was written to since, is refused.
    static func stream(
        _ entries: [PackageFiles.Entry], root: String, marks: [FolderMark], _ body: PackageFiles.Sink
    ) throws(PackageError) {
        let top = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard top >= 0 else { throw FileSystem.failure(root) }
        defer { close(top) }
        var buffer = PackageFiles.buffer(for: entries)
        for entry in entries {
            guard marks.indices.contains(entry.place) else { throw .noSuchFile(entry.path) }
            let mark = marks[entry.place]
            let file = try open(mark.name, below: top, entry.path)
            defer { close(file) }
            var status = stat()
            guard fstat(file, &status) == 0 else { throw FileSystem.failure(entry.path) }
            guard FolderMark(name: mark.name, status) == mark else {
                throw .refusedEntry(name: entry.path, .changed)
            }
            guard try FileSystem.stream(file, of: entry, &buffer, body) else { return }
            guard fstat(file, &status) == 0, FolderMark(name: mark.name, status) == mark else {
                throw .refusedEntry(name: entry.path, .changed)
            }
        }
    }

    /// Opens a file one folder after the other; none of them may be a link.
    private static func open(_ name: [UInt8], below top: CInt, _ path: String) throws(PackageError) -> CInt {
        var parts = name.split(separator: 0x2F).map { part in part.map { CChar(bitPattern: $0) } + [0] }
        guard let last = parts.popLast() else { throw .noSuchFile(path) }
        var folder = top
        defer { if folder != top { close(folder) } }
        for part in parts {
            let inner = openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard inner >= 0 else { throw FileSystem.failure(path) }
            if folder != top { close(folder) }
            folder = inner
        }
        let file = openat(folder, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw FileSystem.failure(path) }
        return file
    }
}

/// A file of a folder as it was when it was listed: its name in bytes, which file it is, and when it was last written to.
struct FolderMark: Hashable, Sendable {
    let name: [UInt8]
    private let identity: [UInt64]
    private let times: [Int]

    init(name: [UInt8], _ status: stat) {
        self.name = name
        identity = [UInt64(status.st_dev), UInt64(status.st_ino), UInt64(status.st_mode & S_IFMT)]
        times = [
            Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
            status.st_ctim.tv_nsec,
        ]
    }
}
