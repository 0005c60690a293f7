import CourseModel
import Glibc

/// A package version as a course store keeps it: every file under the SHA-256 of its content, and `.index` to say which
/// path of the package that is. No path of a package is ever a path of the file system.
///
/// `.index` has one line a file, in the order of the paths' bytes: the hash in 64 hex digits, a blank, the size, a blank, the
/// path.
public enum KeptFiles {
    /// No package keeps a file of this name: what begins with a dot is left out when it is read.
    public static let indexName = ".index"
    /// An index is never longer: the most entries with the longest paths.
    static let mostBytes = PackageLimit.entries.value * (PackageLimit.pathBytes.value * 3 + 96)

    /// The line of one file.
    public static func indexLine(_ entry: PackageFiles.Entry, hash: String) -> String {
        "\(hash) \(entry.size) \(entry.path)\n"
    }

    static func stream(
        _ entries: [PackageFiles.Entry], folder: String, names: [String], _ body: PackageFiles.Sink
    ) throws(PackageError) {
        var buffer = PackageFiles.buffer(for: entries)
        for entry in entries {
            guard names.indices.contains(entry.place) else { throw .noSuchFile(entry.path) }
            let file = open("\(folder)/\(names[entry.place])", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
            guard file >= 0 else { throw FileSystem.failure(entry.path) }
            defer { close(file) }
            guard try FileSystem.stream(file, of: entry, &buffer, body) else { return }
        }
    }
}

extension PackageFiles {
    /// Opens a package version in a course store, by its folder. One without `.index` was kept by an older program, its files
    /// under their own paths.
    public init(keptIn folder: String) throws(PackageError) {
        guard access("\(folder)/\(KeptFiles.indexName)", F_OK) == 0 else {
            self = try FolderReading(folder).files()
            return
        }
        let index = "\(folder)/\(KeptFiles.indexName)"
        var text: [UInt8] = []
        let size = try FileSystem.size(of: index)
        let entry = Entry(path: KeptFiles.indexName, size: size, place: 0)
        try FileSystem.stream(index, limit: KeptFiles.mostBytes, of: entry) { _, chunk in
            text += chunk
            return true
        }
        var (entries, names): ([Entry], [String]) = ([], [])
        for line in text.split(separator: 0x0A) {
            let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0].count == 64, parts[0].allSatisfy(isHexadecimal),
                let size = Int(String(decoding: parts[1], as: UTF8.self)), size >= 0
            else { throw .unreadable(path: index, reason: String(cString: strerror(EBADMSG))) }
            entries.append(Entry(path: String(decoding: parts[2], as: UTF8.self), size: size, place: names.count))
            names.append(String(decoding: parts[0], as: UTF8.self))
        }
        self.init(entries, store: .kept(folder, names: names))
    }

    /// The SHA-256 of a file's content, in 64 hex digits, where a course store keeps it; else `nil`.
    public func hash(of path: String) -> String? {
        guard case .kept(_, let names) = store, let place = place(of: path) else { return nil }
        return names[entries[place].place]
    }

    /// Where the bytes of a file lie on disk, where a course store keeps it under its hash; else `nil`.
    public func location(of path: String) -> String? {
        guard case .kept(let folder, _) = store else { return nil }
        return hash(of: path).map { "\(folder)/\($0)" }
    }
}

private func isHexadecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
