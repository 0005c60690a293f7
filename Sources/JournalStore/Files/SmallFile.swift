import Glibc

/// Small files that are read and written whole.
enum SmallFile {
    /// The most that is read; a larger file is not ours.
    static let largest = 1_048_576

    /// The bytes of the file; `nil` when there is none.
    static func read(_ path: String, largest: Int = SmallFile.largest) throws(JournalError) -> [UInt8]? {
        guard let file = try OpenFile.reading(path) else { return nil }
        var bytes: [UInt8] = []
        try file.read(from: 0) { piece in
            bytes += Array(copying: piece)
            return bytes.count <= largest
        }
        guard bytes.count <= largest else { throw JournalError(path, .unreadable) }
        return bytes
    }

    /// Replaces the file as a whole: whoever looks sees the old bytes or the new ones, also after a power cut.
    static func replace(_ path: String, with bytes: [UInt8]) throws(JournalError) {
        let temporary = "\(path).new-\(getpid())"
        do {
            let file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_TRUNC)
            try file.write(bytes.span)
            try file.sync()
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let error = JournalError.lastCall("rename", on: path)
            unlink(temporary)
            throw error
        }
        try Folder.sync(Folder.parent(of: path))
    }
}
