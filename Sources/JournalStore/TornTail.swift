public import CourseModel
import Glibc

/// Bytes at the end of a journal that were no line, as a power cut leaves them: kept in a file of their own.
public struct TornTail: Hashable, Sendable {
    /// The file that holds them now: the journal's path and `.torn-OFFSET`.
    public let path: String
    /// Where they stood in the journal.
    public let offset: Int
    /// How many they are.
    public let bytes: Int

    /// What happened, for people.
    public var sentence: Sentence {
        Sentence(
            fr: "Les \(bytes)\u{A0}derniers octets du journal étaient incomplets\u{A0}; ils ont été mis de côté "
                + "dans \(printable(path)). Ce qui avait été confirmé est intact.",
            en: "The last \(bytes) bytes of the journal were incomplete; they were set aside in \(printable(path)). "
                + "What had been acknowledged is intact.")
    }

    /// Copies what stands after `offset` to a file of its own, on disk, and only then cuts it off.
    static func setAside(from journal: borrowing OpenFile, at offset: Int) throws(JournalError) -> TornTail {
        let path = try freePath(for: "\(journal.path).torn-\(offset)")
        var bytes = 0
        do {
            let copy = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
            try journal.read(from: offset) { piece throws(JournalError) in
                try copy.write(piece)
                bytes += piece.count
                return true
            }
            try copy.sync()
            try Folder.sync(Folder.parent(of: path))
        } catch {
            unlink(path)
            throw error
        }
        try journal.cut(to: offset)
        try journal.syncData()
        return TornTail(path: path, offset: offset, bytes: bytes)
    }

    /// An older tail of the same offset stays where it is.
    static func freePath(for path: String) throws(JournalError) -> String {
        if FileStatus(at: path) == nil { return path }
        for number in 2..<1000 where FileStatus(at: "\(path)-\(number)") == nil { return "\(path)-\(number)" }
        throw JournalError(path, .system(call: "open", errno: EEXIST))
    }
}
