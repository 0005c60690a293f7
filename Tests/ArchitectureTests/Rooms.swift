/// Who may import whom. A room that is not listed may not exist: whoever adds one says here what it forbids.
enum Rooms {
    /// Our own rooms that each room may import.
    static let neighbours: [String: Set<String>] = [
        "CourseModel": [],
        "Assessment": ["CourseModel"],
        "RuntimeData": ["CourseModel"],
        "Sequencing": ["CourseModel"],
        "Learning": ["CourseModel", "Assessment", "RuntimeData", "Sequencing"],
        "Records": ["CourseModel"],
        "RecordIndex": ["CourseModel", "Records"],
        "Packaging": ["CourseModel", "Assessment"],
        "JournalStore": ["CourseModel"],
        "CourseHost": [
            "CourseModel", "Assessment", "RuntimeData", "Sequencing", "Learning", "Records", "RecordIndex",
            "Packaging", "JournalStore",
        ],
        "Authoring": ["CourseModel", "Assessment", "Packaging"],
        "Terminal": ["CourseModel", "Assessment", "Learning"],
        "Web": ["CourseModel", "Assessment", "Learning", "Packaging", "CourseHost"],
        "parcours": [
            "CourseModel", "Learning", "Records", "RecordIndex", "Packaging", "JournalStore", "CourseHost",
            "Authoring", "Terminal", "Web",
        ],
    ]

    /// Values in, values out: no file, clock, chance or C.
    static let pure: Set = ["CourseModel", "Assessment", "RuntimeData", "Sequencing", "Learning", "Records"]

    /// What the rooms of the shell may import from elsewhere, beside `common`.
    static let foreign: [String: Set<String>] = [
        "Packaging": ["CLibXML2", "CMarkdown", "CZip", "Yams"],
        "JournalStore": ["CCrypto", "CDisk"],
        "RecordIndex": ["GRDB"],
        "CourseHost": ["CSodium", "CZip"],
        "Terminal": ["CTerminal"],
        "Web": ["CZlib", "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "Mustache", "NIOCore"],
        "parcours": ["ArgumentParser"],
    ]

    /// What any room of the shell may import; Foundation whole is not among it: it starts slowly and brings another ICU.
    static let common: Set = ["FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

    /// Known by one file only in a room, from which everything leaves as values.
    static let sealed: Set = ["CLibXML2", "CMarkdown", "CZip", "CZlib", "CCrypto", "CDisk", "CSodium", "GRDB", "Yams"]

    /// Files over the limit of lines that we know of; one that has become shorter must leave the list.
    static let longFiles: Set<String> = []
    static let lineLimit = 400

    /// Everything that a room may import.
    static func allowed(in room: String) -> Set<String>? {
        guard let own = neighbours[room] else { return nil }
        return pure.contains(room) ? own : own.union(common).union(foreign[room] ?? [])
    }
}
