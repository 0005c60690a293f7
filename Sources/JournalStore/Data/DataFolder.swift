import Glibc

/// The folder that holds everything a person or course leaves behind.
///
///     FORMAT                                      parcours-data 1
///     courses/<course>/<sha-256>/  current        `CourseStore.swift`
///     learners/<learner>/learner.json  lock       `LearnerStore.swift`
///     learners/<learner>/<course>/journal.jsonl   `Enrolment.swift`
public struct DataFolder: Hashable, Sendable {
    /// The newest format this program knows.
    public static let format = 1

    public let path: String

    /// The index of all journals, which can be made again.
    public var indexPath: String { "\(path)/index.sqlite" }

    /// Opens the folder, or makes it when it is absent or empty; refuses one of a newer format, and one that holds
    /// other things.
    public init(_ path: String) throws(JournalError) {
        self.path = path
        try Folder.make(path)
        if try hasFormat() { return }
        guard try Folder.names(in: path).isEmpty else { throw JournalError(path, .notADataFolder) }
        try SmallFile.replace("\(path)/FORMAT", with: Array("parcours-data \(DataFolder.format)\n".utf8))
    }

    /// Opens a folder that must be there; makes nothing.
    public init(existing path: String) throws(JournalError) {
        self.path = path
        guard try hasFormat() else { throw JournalError(path, .notADataFolder) }
    }

    /// Reads `FORMAT`; `false` when there is none.
    private func hasFormat() throws(JournalError) -> Bool {
        let file = "\(path)/FORMAT"
        guard let bytes = try SmallFile.read(file) else { return false }
        let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(64), as: UTF8.self)
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, words[0] == "parcours-data", let number = Int(words[1]), number > 0 else {
            throw JournalError(file, .unreadable)
        }
        guard number <= DataFolder.format else { throw JournalError(file, .newerFormat(text)) }
        return true
    }

    /// The lock for a journal anywhere: its learner's when it lies in a data folder, else the journal's name and
    /// `.lock`. Refuses a journal in a data folder of a newer format.
    public static func lockPath(forJournal path: String) throws(JournalError) -> String {
        let folder = try resolved(Folder.parent(of: path))
        var parts = folder.split(separator: "/").map(String.init)
        var below: [String] = [Folder.name(of: path)]
        while let part = parts.popLast() {
            below.insert(part, at: 0)
            let candidate = "/" + parts.joined(separator: "/")
            guard below.count >= 3, below[0] == "learners", FileStatus(at: "\(candidate)/FORMAT") != nil else {
                continue
            }
            return "\(try DataFolder(existing: candidate).path)/learners/\(below[1])/lock"
        }
        return path + ".lock"
    }

    private static func resolved(_ path: String) throws(JournalError) -> String {
        guard let resolved = realpath(path, nil) else { throw .lastCall("realpath", on: path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
