import CourseModel
import Testing

@testable import JournalStore

@Suite("Files of accounts, groups and sessions")
struct AccountFilesTests {
    private func account(_ text: String) throws -> Account {
        Account(
            try #require(LearnerID(text)), roles: [.trainer, .learner], groups: [try #require(GroupID("g1"))],
            trains: [try #require(GroupID("g2"))], password: "$argon2id$x",
            invitation: .init(hash: "abc", until: noon), isBlocked: true)
    }

    @Test("what was written is read, in the order of identifiers")
    func roundTrip() throws {
        let scratch = Scratch()
        let folder = try DataFolder(scratch.file("data"))
        let (one, two) = (try account("b"), try account("a"))
        try folder.changeAccounts { $0 = [one, two] }
        #expect(try folder.accounts() == [two, one])
        let group = Group(try #require(GroupID("cohorte-1")), name: "Cohorte « une »")
        try folder.changeGroups { $0.append(group) }
        #expect(try folder.groups() == [group])
        let session = SignedIn(hash: "h", learner: one.learner, since: noon, seen: noon)
        try folder.changeSessions { $0.append(session) }
        #expect(try folder.sessions() == [session])
    }

    @Test("a line that cannot be right is named, and nothing is changed")
    func damaged() throws {
        let scratch = Scratch()
        let folder = try DataFolder(scratch.file("data"))
        let account = try account("a")
        try folder.changeAccounts { $0 = [account] }
        let good = try #require(try SmallFile.read("\(folder.path)/accounts.jsonl"))
        for bad in [#"{"id":"b","roles":["king"]}"#, #"{"id":"../b","roles":[]}"#, #"{"id":"b"}"#, "nonsense"] {
            try SmallFile.replace("\(folder.path)/accounts.jsonl", with: good + Array("\(bad)\n".utf8))
            let before = try SmallFile.read("\(folder.path)/accounts.jsonl")
            #expect(throws: JournalError("\(folder.path)/accounts.jsonl", .damaged(line: 2))) {
                try folder.changeAccounts { $0 = [] }
            }
            #expect(try SmallFile.read("\(folder.path)/accounts.jsonl") == before)
        }
    }

    @Test("an erased learner's account and sessions are forgotten, the others stay")
    func forgets() throws {
        let scratch = Scratch()
        let folder = try DataFolder(scratch.file("data"))
        let (one, two) = (try account("a"), try account("b"))
        try folder.changeAccounts { $0 = [one, two] }
        try folder.changeSessions { sessions in
            sessions = [one, two].map {
                SignedIn(hash: "of-\($0.learner)", learner: $0.learner, since: noon, seen: noon)
            }
        }
        try folder.forgetAccount(of: one.learner)
        #expect(try folder.accounts() == [two])
        #expect(try folder.sessions().map(\.hash) == ["of-b"])
    }

    @Test("the marks change with each write and only then")
    func marks() throws {
        let scratch = Scratch()
        let folder = try DataFolder(scratch.file("data"))
        let account = try account("a")
        try folder.changeAccounts { $0 = [account] }
        let before = folder.accountMarks
        #expect(folder.accountMarks == before)
        try folder.changeAccounts { $0 = [account] }
        #expect(folder.accountMarks != before)
    }
}
