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
        _ entries: [PackageFiles.Entry], archive path: String, names: [[UInt8]],
        _ body: (PackageFiles.Entry, ArraySlice<UInt8>) -> Void
    ) throws(PackageError) {
        var code: CInt = 0
        guard let archive = zip_open(path, CInt(ZIP_RDONLY), &code) else {
            throw .damagedArchive(reason: "zip \(code)")
        }
        defer { zip_discard(archive) }
        for entry in entries {
            let index = zip_uint64_t(entry.place)
            guard names.indices.contains(entry.place), sameName(archive, index, names[entry.place]) else {
                throw .refusedEntry(name: entry.path, .headersDisagree)
            }
            guard let file = zip_fopen_index(archive, index, 0) else {
                throw .refusedEntry(name: entry.path, .damaged)
            }
            defer { zip_fclose(file) }
            try stream(file, of: entry, body)
        }
    }

    private static func sameName(_ archive: OpaquePointer, _ index: zip_uint64_t, _ name: [UInt8]) -> Bool {
        guard let raw = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { return false }
        return UnsafeRawBufferPointer(start: raw, count: strlen(raw)).elementsEqual(name)
    }

    private static func stream(
        _ file: OpaquePointer, of entry: PackageFiles.Entry, _ body: (PackageFiles.Entry, ArraySlice<UInt8>) -> Void
    ) throws(PackageError) {
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        var total = 0
        while true {
            let got = zip_fread(file, &buffer, zip_uint64_t(buffer.count))
            guard got >= 0 else { throw .refusedEntry(name: entry.path, .damaged) }
            if got == 0 { break }
            let count = min(Int(got), buffer.count)
            total += count
            guard total <= entry.size else { throw .refusedEntry(name: entry.path, .lyingSize) }
            body(entry, buffer[..<count])
        }
        guard total == entry.size else { throw .refusedEntry(name: entry.path, .lyingSize) }
        if total == 0 { body(entry, []) }
    }
}

/// The entries of an archive while they are checked one by one.
private struct ArchiveBuild {
    private var entries: [PackageFiles.Entry] = []
    private var paths: Set<[UInt8]> = []
    private var inflated = 0
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
        switch entry.mode & S_IFMT {
        case 0, S_IFREG, S_IFDIR: break
        case S_IFLNK: throw refuse(.symbolicLink)
        default: throw refuse(.specialFile)
        }
        var name = try self.name(of: entry)
        let isFolder = name.last == 0x2F
        if isFolder { name.removeLast() }
        let path = try checkedPath(name)
        if isLitter(Array(path.utf8)) {
            litter += isFolder ? 0 : 1
            return
        }
        guard !isFolder else { return }
        try count(entry)
        if String(validating: name, as: UTF8.self) == nil { legacy += 1 }
        guard paths.insert(Array(path.utf8)).inserted else { throw refuse(.duplicate) }
        guard entries.count < PathLimit.entries else { throw .tooLarge(.entries) }
        entries.append(PackageFiles.Entry(path: path, size: entry.size, place: place))
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
        guard entry.size <= PathLimit.fileBytes else { throw .tooLarge(.fileBytes) }
        let isLarge = entry.size > PathLimit.ratioFrom
        let (allowed, overflow) = entry.packedSize.multipliedReportingOverflow(by: PathLimit.ratio)
        guard overflow || !isLarge || entry.size <= allowed else {
            throw .refusedEntry(name: entry.displayName, .bomb)
        }
        inflated += entry.size
        guard inflated <= PathLimit.inflatedBytes else { throw .tooLarge(.inflatedBytes) }
    }

    mutating func files(of archive: String, names: [[UInt8]]) throws(PackageError) -> PackageFiles {
        try refuseFilesAsFolders()
        let (rootedEntries, faults) = rooted(entries)
        for fault in faults { findings.report(fault) }
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
