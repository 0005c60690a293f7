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
        let draft = draft(of: path)
        let file = try taken(draft)
        do throws(JournalError) {
            guard ftruncate(file.descriptor, 0) == 0 else { throw .lastCall("ftruncate", on: draft) }
            try file.write(bytes.span)
            try file.sync()
            guard rename(draft, path) == 0 else { throw .lastCall("rename", on: path) }
        } catch {
            unlink(draft)
            throw error
        }
        _ = consume file
        try Folder.sync(Folder.parent(of: path))
    }

    /// Where the next content of a file is until it is whole. There is one place only, so that what a killed program has
    /// left there is written over by the next.
    static func draft(of path: String) -> String { path + draftSuffix }

    /// What ends the name of a file that is not whole.
    static let draftSuffix = ".new"

    /// The draft, once nobody else writes it; who waited finds another file in its place, or none, and begins again.
    private static func taken(_ draft: String) throws(JournalError) -> OpenFile {
        for _ in 0..<100 {
            let file = try OpenFile(draft, O_WRONLY | O_CREAT | O_NONBLOCK)
            try file.lock(LOCK_EX, patience: JournalLock.patience)
            if FileStatus(at: draft)?.identity == (try file.status().identity) { return file }
        }
        throw JournalError(draft, .locked)
    }
}
