import Glibc

/// What is done to folders: made for their owner alone, listed in byte order, put on disk.
enum Folder {
    /// The folder that a path stands in; `.` for a bare name.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// Puts the names in the folder on disk.
    static func sync(_ path: String) throws(JournalError) {
        try OpenFile(path, O_RDONLY | O_DIRECTORY).sync()
    }

    /// Makes the folder and what is missing above it, and puts each new name on disk, unless that comes later.
    static func make(_ path: String, isSynced: Bool = true) throws(JournalError) {
        var missing: [String] = []
        var current = path
        while FileStatus(at: current) == nil, current != ".", current != "/", missing.count < 64 {
            missing.append(current)
            current = parent(of: current)
        }
        for folder in missing.reversed() {
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .lastCall("mkdir", on: folder) }
            if isSynced { try sync(parent(of: folder)) }
        }
    }

    /// The names in the folder, in byte order, without those that begin with a dot; none when it is absent.
    static func names(in path: String, hiddenToo: Bool = false) throws(JournalError) -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw .lastCall("opendir", on: path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let isHidden = name.utf8.starts(with: ".".utf8)
            if !isHidden || (hiddenToo && name != "." && name != "..") { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .lastCall("readdir", on: path) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Removes the folder and what is in it; links are removed, not followed.
    static func remove(_ path: String) throws(JournalError) {
        var folders = [path]
        while let folder = folders.last {
            var inner: [String] = []
            for name in try names(in: folder, hiddenToo: true) {
                let entry = "\(folder)/\(name)"
                if FileStatus(at: entry)?.isFolder ?? false {
                    inner.append(entry)
                } else if unlink(entry) != 0 {
                    throw .lastCall("unlink", on: entry)
                }
            }
            folders += inner
            guard inner.isEmpty else { continue }
            guard rmdir(folder) == 0 else { throw .lastCall("rmdir", on: folder) }
            folders.removeLast()
        }
    }
}
