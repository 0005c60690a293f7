public import CourseModel
import Glibc

/// What one of the files of accounts holds: one JSON object a line, and nothing else.
protocol AccountLine: Sendable {
    var json: String { get }
    init?(json: JSONObject)
}

extension Account: AccountLine {}
extension Group: AccountLine {}
extension SignedIn: AccountLine {}

/// A file of accounts, groups or sessions: read whole, replaced whole, so that it is never half.
struct LinesFile<Line: AccountLine>: Sendable {
    let path: String
    /// Far more than the 20,000 accounts that one machine is made for.
    static var largest: Int { 64 * 1_048_576 }

    /// The lines, in the order of the file; none when it is absent.
    func read() throws(JournalError) -> [Line] {
        guard let bytes = try SmallFile.read(path, largest: Self.largest) else { return [] }
        var lines: [Line] = []
        for (place, text) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let object = JSONObject(Array(text)), let line = Line(json: object) else {
                throw JournalError(path, .damaged(line: place + 1))
            }
            lines.append(line)
        }
        return lines
    }

    func replace(with lines: [Line]) throws(JournalError) {
        try SmallFile.replace(path, with: lines.flatMap { Array("\($0.json)\n".utf8) })
    }
}

extension DataFolder {
    private var accountsFile: LinesFile<Account> { LinesFile(path: "\(path)/accounts.jsonl") }
    private var groupsFile: LinesFile<Group> { LinesFile(path: "\(path)/groups.jsonl") }
    private var sessionsFile: LinesFile<SignedIn> { LinesFile(path: "\(path)/sessions.jsonl") }

    /// Every account, in the order of identifiers.
    public func accounts() throws(JournalError) -> [Account] { try accountsFile.read() }

    /// Every group, in the order of identifiers.
    public func groups() throws(JournalError) -> [Group] { try groupsFile.read() }

    /// Every session of people who are signed in.
    public func sessions() throws(JournalError) -> [SignedIn] { try sessionsFile.read() }

    /// Changes the accounts, alone among all programs; nothing changes when `change` throws.
    public func changeAccounts(_ change: (inout [Account]) throws(JournalError) -> Void) throws(JournalError) {
        let lock = try JournalLock(writing: "\(path)/accounts.lock")
        var accounts = try accountsFile.read()
        try change(&accounts)
        try accountsFile.replace(with: accounts.sorted { $0.learner < $1.learner })
        _ = consume lock
    }

    /// Changes the groups, likewise.
    public func changeGroups(_ change: (inout [Group]) throws(JournalError) -> Void) throws(JournalError) {
        let lock = try JournalLock(writing: "\(path)/accounts.lock")
        var groups = try groupsFile.read()
        try change(&groups)
        try groupsFile.replace(with: groups.sorted { $0.id < $1.id })
        _ = consume lock
    }

    /// Changes the sessions, likewise.
    public func changeSessions(_ change: (inout [SignedIn]) -> Void) throws(JournalError) {
        let lock = try JournalLock(writing: "\(path)/accounts.lock")
        var sessions = try sessionsFile.read()
        change(&sessions)
        try sessionsFile.replace(with: sessions)
        _ = consume lock
    }

    /// Forgets the account and sessions of a learner whose folder is erased.
    public func forgetAccount(of learner: LearnerID) throws(JournalError) {
        try removeDrafts()
        guard try accounts().contains(where: { $0.learner == learner }) else { return }
        try changeSessions { $0.removeAll { $0.learner == learner } }
        try changeAccounts { (accounts) throws(JournalError) in accounts.removeAll { $0.learner == learner } }
    }

    /// Removes what killed programs have left of lists in the making: somebody who is to be forgotten may stand in it.
    private func removeDrafts() throws(JournalError) {
        let drafts = [accountsFile.path, sessionsFile.path].map(SmallFile.draft(of:))
        guard drafts.contains(where: { FileStatus(at: $0) != nil }) else { return }
        let lock = try JournalLock(writing: "\(path)/accounts.lock")
        for draft in drafts where unlink(draft) != 0 && errno != ENOENT { throw .lastCall("unlink", on: draft) }
        _ = consume lock
    }

    /// What tells whether accounts, groups or sessions were written since: number, size and time of each file.
    public var accountMarks: [[UInt64]] {
        ["accounts", "groups", "sessions"].map { name in
            var status = stat()
            guard lstat("\(path)/\(name).jsonl", &status) == 0 else { return [] }
            let numbers = [
                Int64(bitPattern: UInt64(status.st_ino)), Int64(status.st_size), Int64(status.st_mtim.tv_sec),
                Int64(status.st_mtim.tv_nsec),
            ]
            return numbers.map { UInt64(bitPattern: $0) }
        }
    }
}
