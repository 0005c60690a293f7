public import CourseModel

/// The files of a package: of a folder, of a zip, or none but the manifest. Names are bytes; nothing is unpacked.
public struct PackageFiles: Sendable {
    /// One file.
    public struct Entry: Hashable, Sendable {
        /// From the package root, `/` between folders.
        public var path: String
        /// In bytes, as the folder or the archive says.
        public var size: Int
        /// Where its store finds it again.
        var place: Int
    }

    /// In the order of the paths' bytes.
    public let entries: [Entry]
    /// What is strange about the archive or the folder itself.
    public let findings: [Finding]
    let store: Store
    private let places: [[UInt8]: Int]
    /// Places by the path in lower case, as strings compare: composed and decomposed letters are the same. -1 where
    /// several files share it.
    private let loosePlaces: [String: Int]

    enum Store: Sendable {
        /// The path of the folder that was listed, and the files below it as they were then.
        case folder(String, marks: [FolderMark])
        /// The path of the archive, and the names of its entries as stored.
        case archive(String, names: [[UInt8]])
        /// The folder of a version in a course store, and the names of the files in it.
        case kept(String, names: [String])
        /// The path of the manifest.
        case lone(String)
    }

    /// Opens what is at a path; reads names only.
    public init(at path: String) throws(PackageError) {
        switch try FileSystem.kind(of: path) {
        case .folder: self = try FolderReading(path).files()
        case .file:
            let head = try FileSystem.head(of: path, count: 4)
            if head.starts(with: [0x50, 0x4B]) {
                self = try ArchiveReading(path).files()
            } else {
                let size = try FileSystem.size(of: path)
                self.init(
                    [Entry(path: FileSystem.lastComponent(path), size: size, place: 0)], store: .lone(path))
            }
        }
    }

    init(_ entries: [Entry], store: Store, findings: [Finding] = []) {
        let sorted = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.entries = sorted
        self.store = store
        self.findings = findings
        loosePlaces = Dictionary(
            sorted.indices.map { (sorted[$0].path.lowercased(), $0) }, uniquingKeysWith: { _, _ in -1 })
        places = Dictionary(
            sorted.indices.map { (Array(sorted[$0].path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes the pieces of files in turn; `false` ends the reading.
    public typealias Sink = (Entry, ArraySlice<UInt8>) -> Bool

    /// A manifest without its files.
    public static func manifestAlone(named name: String = "imsmanifest.xml") -> PackageFiles {
        PackageFiles([], store: .lone(name))
    }

    /// The paths, in the order of their bytes.
    public var paths: [String] { entries.map(\.path) }

    /// A folder of the file system.
    public var isFolder: Bool {
        switch store {
        case .folder: true
        case .archive, .kept, .lone: false
        }
    }

    /// A manifest, or any other single file, without a package around it.
    public var isLoneManifest: Bool {
        switch store {
        case .lone: true
        case .folder, .archive, .kept: false
        }
    }

    /// Where a path is in `entries`; bytes decide.
    public func place(of path: String) -> Int? { places[Array(path.utf8)] }

    /// The file whose path is the same but for letter case, where there is exactly one.
    func looselyNamed(_ path: String) -> String? {
        guard let place = loosePlaces[path.lowercased()], entries.indices.contains(place) else {
            return nil
        }
        return entries[place].path
    }

    /// The manifest's path: `imsmanifest.xml`, else `cmi5.xml`, else `tincan.xml`; a lone file is its own manifest.
    public var manifestPath: String? {
        if isLoneManifest { return entries.first?.path }
        return PackageFiles.manifestNames.first { place(of: $0) != nil }
            ?? PackageFiles.manifestNames.lazy.compactMap { looselyNamed($0) }.first
    }

    /// The name of a SCORM manifest.
    public static let manifestName = "imsmanifest.xml"
    package static let manifestNames = [manifestName, "cmi5.xml", "tincan.xml"]

    /// The bytes of one file.
    public func read(_ path: String) throws(PackageError) -> [UInt8] {
        guard let place = place(of: path) else { throw .noSuchFile(path) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries[place].size)
        try forEachChunk(of: [entries[place]]) { _, chunk in
            bytes += chunk
            return true
        }
        return bytes
    }

    /// The content of the package as one stream, the same for a folder and its zip: for each file in the order of the
    /// paths' bytes, its `hashHead`, then its content. SHA-256 over it names a version.
    public func hashInput(_ sink: (ArraySlice<UInt8>) -> Void) throws(PackageError) {
        var last: Int?
        try forEachChunk(of: entries) { entry, chunk in
            if last != entry.place { sink(entry.hashHead[...]) }
            last = entry.place
            sink(chunk)
            return true
        }
    }

    /// Hands over files piece by piece, in the order given; an empty file as one empty piece. What was counted must be there.
    public func forEachChunk(of entries: [Entry], _ body: Sink) throws(PackageError) {
        switch store {
        case .folder(let root, let marks): try FolderReading.stream(entries, root: root, marks: marks, body)
        case .archive(let path, let names): try ArchiveReading.stream(entries, archive: path, names: names, body)
        case .kept(let folder, let names): try KeptFiles.stream(entries, folder: folder, names: names, body)
        case .lone(let path): try FileSystem.stream(path, limit: XMLLimit.bytes, of: entries.first, body)
        }
    }

    /// Room for pieces of these files.
    static func buffer(for entries: [Entry]) -> [UInt8] {
        [UInt8](repeating: 0, count: min(256 << 10, (entries.lazy.map(\.size).max() ?? 0) + 1))
    }
}

extension PackageFiles.Entry {
    /// What stands before the content in `hashInput`: the path, a zero byte, the size in eight bytes, big end first.
    public var hashHead: [UInt8] {
        let size = UInt64(clamping: size)
        return Array(path.utf8) + [0] + (0..<8).map { UInt8(truncatingIfNeeded: size >> (56 - 8 * UInt64($0))) }
    }
}
