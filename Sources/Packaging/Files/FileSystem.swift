import Glibc

/// What a reader needs of the file system; every failure becomes a `PackageError`.
enum FileSystem {
    enum Kind { case folder, file }

    /// What a path given by the user names; links are followed, as the user means them.
    static func kind(of path: String) throws(PackageError) -> Kind {
        switch try status(path).st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: throw .refusedEntry(name: path, .specialFile)
        }
    }

    static func size(of path: String) throws(PackageError) -> Int { Int(try status(path).st_size) }

    private static func status(_ path: String) throws(PackageError) -> stat {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(path) }
        return status
    }

    static func head(of path: String, count: Int) throws(PackageError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = Glibc.read(file, &bytes, count)
        guard got >= 0 else { throw failure(path) }
        return Array(bytes.prefix(got))
    }

    static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Why the last call failed, in the words of the system.
    static func failure(_ path: String) -> PackageError {
        .unreadable(path: path, reason: String(cString: strerror(errno)))
    }

    /// Hands over a file of its own, at most so many bytes.
    static func stream(
        _ path: String, limit: Int, of entry: PackageFiles.Entry?, _ body: PackageFiles.Sink
    ) throws(PackageError) {
        guard let entry else { throw .noSuchFile(path) }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        guard entry.size <= limit else { throw .manifestTooLarge(bytes: entry.size) }
        var buffer = PackageFiles.buffer(for: [entry])
        _ = try stream(file, of: entry, &buffer, body)
    }

    /// Hands over an open file; what it holds must be as long as its entry says. `false` when `body` wants no more.
    static func stream(
        _ file: CInt, of entry: PackageFiles.Entry, _ buffer: inout [UInt8], _ body: PackageFiles.Sink
    ) throws(PackageError) -> Bool {
        var total = 0
        while true {
            let got = Glibc.read(file, &buffer, buffer.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw failure(entry.path) }
            if got == 0 { break }
            total += got
            guard total <= entry.size else { throw .refusedEntry(name: entry.path, .lyingSize) }
            guard body(entry, buffer[..<got]) else { return false }
        }
        guard total == entry.size else { throw .refusedEntry(name: entry.path, .lyingSize) }
        return total > 0 || body(entry, [])
    }
}
