import CZip
import Glibc

/// Lists and inflates a zip. Our own reading of the headers decides what is in it; libzip only inflates.
struct ArchiveReading {
    let path: String

    init(_ path: String) { self.path = path }

    /// The files, from the folder of the manifest down.
    func files() throws(PackageError) -> PackageFiles {
        let directory = try ZipDirectory(path: path)
        var build = ArchiveBuild(file: FileSystem.lastComponent(path))
        for (place, entry) in directory.entries.enumerated() { try build.add(entry, place: place) }
        return try build.files(of: path, names: directory.entries.map(\.name))
    }

    /// Hands over entries; what comes out is counted, and what does not match its declared size is refused.
    static func stream(
        _ entries: [PackageFiles.Entry], archive path: String, names: [[UInt8]], _ body: PackageFiles.Sink
    ) throws(PackageError) {
        var code: CInt = 0
        guard let archive = zip_open(path, CInt(ZIP_RDONLY), &code) else {
            throw .damagedArchive(reason: "zip \(code)")
        }
        defer { zip_discard(archive) }
        var buffer = PackageFiles.buffer(for: entries)
        for entry in entries {
            let index = zip_uint64_t(entry.place)
            guard names.indices.contains(entry.place), sameName(archive, index, names[entry.place]) else {
                throw .refusedEntry(name: entry.path, .headersDisagree)
            }
            guard let file = zip_fopen_index(archive, index, 0) else {
                throw .refusedEntry(name: entry.path, .damaged)
            }
            defer { zip_fclose(file) }
            guard try stream(file, of: entry, &buffer, body) else { return }
        }
    }

    private static func sameName(_ archive: OpaquePointer, _ index: zip_uint64_t, _ name: [UInt8]) -> Bool {
        guard let raw = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { return false }
        return UnsafeRawBufferPointer(start: raw, count: strlen(raw)).elementsEqual(name)
    }

    /// `false` when `body` wants no more. The end is asked for even after the last byte: only then the checksum is known.
    private static func stream(
        _ file: OpaquePointer, of entry: PackageFiles.Entry, _ buffer: inout [UInt8], _ body: PackageFiles.Sink
    ) throws(PackageError) -> Bool {
        var total = 0
        while true {
            let got = zip_fread(file, &buffer, zip_uint64_t(buffer.count))
            guard got >= 0 else { throw .refusedEntry(name: entry.path, .damaged) }
            if got == 0 { break }
            let count = min(Int(got), buffer.count)
            total += count
            guard total <= entry.size else { throw .refusedEntry(name: entry.path, .lyingSize) }
            guard body(entry, buffer[..<count]) else { return false }
        }
        guard total == entry.size else { throw .refusedEntry(name: entry.path, .lyingSize) }
        return total > 0 || body(entry, [])
    }
}

/// The entries of an archive while they are checked one by one.
private struct ArchiveBuild {
    private var entries: [PackageFiles.Entry] = []
    private var paths: Set<[UInt8]> = []
    private var folders: Set<[UInt8]> = []
    private var inflated = 0
    private var packed = 0
    private var litter = 0
    private var legacy = 0
    private var backslashes = 0
    private var findings: Findings

    init(file: String) { findings = Findings(file: file) }

    mutating func add(_ entry: ZipDirectory.Entry, place: Int) throws(PackageError) {
        func refuse(_ fault: PackageError.EntryFault) -> PackageError {
            .refusedEntry(name: entry.displayName, fault)
        }
        guard entry.flags & 0x2041 == 0 else { throw refuse(.encrypted) }
        guard entry.method == 0 || entry.method == 8 else { throw refuse(.method) }
        var name = try self.name(of: entry)
        let isFolder = try self.isFolder(entry, name)
        if name.last == 0x2F { name.removeLast() }
        if isFolder, name.isEmpty || name == [0x2E] { return }  // ./, the package itself
        let path = try checkedPath(name)
        let bytes = Array(path.utf8)
        if isLitter(bytes) {
            litter += isFolder ? 0 : 1
            return
        }
        guard entries.count + folders.count < PackageLimit.entries.value else { throw .tooLarge(.entries) }
        guard !paths.contains(bytes), isFolder || !folders.contains(bytes) else { throw refuse(.duplicate) }
        guard !isFolder else {
            folders.insert(bytes)
            return
        }
        paths.insert(bytes)
        try count(entry)
        if String(validating: name, as: UTF8.self) == nil { legacy += 1 }
        entries.append(PackageFiles.Entry(path: path, size: entry.size, place: place))
    }

    /// Only files and folders are let in, whatever system made the archive; a folder holds no bytes.
    private func isFolder(_ entry: ZipDirectory.Entry, _ name: [UInt8]) throws(PackageError) -> Bool {
        let refusal = PackageError.refusedEntry(name: entry.displayName, .specialFile)
        let isNamedFolder = name.last == 0x2F
        switch entry.mode & S_IFMT {
        case S_IFLNK: throw .refusedEntry(name: entry.displayName, .symbolicLink)
        case S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK: throw refusal
        case let type where type == S_IFDIR || isNamedFolder:
            guard entry.size == 0 else { throw refusal }
            return true
        default: return false
        }
    }

    /// The name, its backslashes turned: some tools of Windows write them.
    private mutating func name(of entry: ZipDirectory.Entry) throws(PackageError) -> [UInt8] {
        var name = entry.name
        if let unicode = entry.unicodeName, entry.flags & 0x0800 == 0 {
            guard unicode.filter({ $0 < 0x80 }) == name.filter({ $0 < 0x80 }) else {
                throw .refusedEntry(name: entry.displayName, .headersDisagree)
            }
            name = unicode
        } else if let unicode = entry.unicodeName, unicode != name {
            throw .refusedEntry(name: entry.displayName, .headersDisagree)
        }
        while name.starts(with: [0x2E, 0x2F]) { name.removeFirst(2) }
        if name.contains(0x5C) {
            backslashes += 1
            name = name.map { $0 == 0x5C ? 0x2F : $0 }
        }
        return name
    }

    private mutating func count(_ entry: ZipDirectory.Entry) throws(PackageError) {
        guard entry.size <= PackageLimit.fileBytes.value else { throw .tooLarge(.fileBytes) }
        guard !isBomb(entry.size, packedInto: entry.packedSize) else {
            throw .refusedEntry(name: entry.displayName, .bomb)
        }
        inflated += entry.size
        packed += entry.packedSize
        guard inflated <= PackageLimit.inflatedBytes.value else { throw .tooLarge(.inflatedBytes) }
    }

    /// Swells beyond what honest content does; small ones may.
    private func isBomb(_ size: Int, packedInto packedSize: Int) -> Bool {
        let (allowed, overflow) = packedSize.multipliedReportingOverflow(by: PackageLimit.ratio.value)
        return size > PackageLimit.ratioFrom && !overflow && size > allowed
    }

    mutating func files(of archive: String, names: [[UInt8]]) throws(PackageError) -> PackageFiles {
        try refuseFilesAsFolders()
        guard !isBomb(inflated, packedInto: packed) else { throw .tooLarge(.ratio) }
        let (rootedEntries, faults) = rooted(entries)
        for fault in faults + collisions(among: rootedEntries) { findings.report(fault) }
        if litter > 0 { findings.report(.litter(litter)) }
        if legacy > 0 { findings.report(.legacyNames(legacy)) }
        if backslashes > 0 { findings.report(.backslashNames(backslashes)) }
        return PackageFiles(rootedEntries, store: .archive(archive, names: names), findings: findings.finished())
    }

    /// `a` and `a/b` cannot both be files of one folder.
    private func refuseFilesAsFolders() throws(PackageError) {
        for entry in entries {
            let path = Array(entry.path.utf8)
            for slash in path.indices where path[slash] == 0x2F {
                guard !paths.contains(Array(path[..<slash])) else {
                    throw .refusedEntry(name: entry.path, .duplicate)
                }
            }
        }
    }
}
