import CourseModel
import Glibc

/// Lists a folder; symbolic links are refused, hidden litter is left out.
struct FolderReading {
    let root: String
    private var entries: [PackageFiles.Entry] = []
    private var names: [[UInt8]] = []
    private var findings = Findings(file: ".")
    private var litter = 0

    init(_ root: String) { self.root = root }

    /// The files, from the folder of the manifest down.
    func files() throws(PackageError) -> PackageFiles {
        var reading = self
        try reading.list(folder: [], depth: 0)
        let (entries, faults) = rooted(reading.entries)
        for fault in faults { reading.findings.report(fault) }
        if reading.litter > 0 { reading.findings.report(.litter(reading.litter)) }
        return PackageFiles(
            entries, store: .folder(root, names: reading.names), findings: reading.findings.finished())
    }

    private mutating func list(folder: [UInt8], depth: Int) throws(PackageError) {
        guard depth <= PathLimit.depth else { throw .refusedEntry(name: display(folder), .name) }
        let place = path(of: folder)
        guard let stream = opendir(place) else { throw FileSystem.failure(display(folder)) }
        defer { closedir(stream) }
        while let item = readdir(stream) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            try add(folder.isEmpty ? name : folder + [0x2F] + name, depth: depth)
        }
    }

    private mutating func add(_ name: [UInt8], depth: Int) throws(PackageError) {
        if isLitter(name) {
            litter += 1
            return
        }
        let place = path(of: name)
        var status = stat()
        guard lstat(place, &status) == 0 else { throw FileSystem.failure(display(name)) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try list(folder: name, depth: depth + 1)
        case S_IFREG:
            let path = try checkedPath(name)
            guard Int(status.st_size) <= PathLimit.fileBytes else { throw .tooLarge(.fileBytes) }
            guard entries.count < PathLimit.entries else { throw .tooLarge(.entries) }
            entries.append(PackageFiles.Entry(path: path, size: Int(status.st_size), place: names.count))
            names.append(name)
        case S_IFLNK: throw .refusedEntry(name: display(name), .symbolicLink)
        default: throw .refusedEntry(name: display(name), .specialFile)
        }
    }

    private func path(of name: [UInt8]) -> [CChar] { FolderReading.path(root, name) }

    /// A path for the system: bytes, so that a name in another encoding is found again.
    private static func path(_ root: String, _ name: [UInt8]) -> [CChar] {
        (Array(root.utf8) + (name.isEmpty ? [] : [0x2F] + name) + [0]).map { CChar(bitPattern: $0) }
    }

    private func display(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }

    /// Hands over files of the folder; a link that has come in since listing is not followed.
    static func stream(
        _ entries: [PackageFiles.Entry], root: String, names: [[UInt8]],
        _ body: (PackageFiles.Entry, ArraySlice<UInt8>) -> Void
    ) throws(PackageError) {
        for entry in entries {
            guard names.indices.contains(entry.place) else { throw .noSuchFile(entry.path) }
            let file = open(path(root, names[entry.place]), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { throw FileSystem.failure(entry.path) }
            defer { close(file) }
            try FileSystem.stream(file, of: entry, body)
        }
    }
}
