import CourseModel
import Glibc
import Testing

@testable import JournalStore

@Suite("A backup, and who was erased")
struct BackupTests {
    private let now = Instant(milliseconds: 1_764_000_000_000)

    /// A data folder with two learners, accounts, and a course whose file names are awkward.
    private func filled(_ scratch: Scratch) throws -> (folder: DataFolder, learners: [LearnerID]) {
        let folder = try DataFolder("\(scratch.path)/data")
        let learners = try ["one", "two"].map { login in
            let id = try #require(LearnerID("learner-\(login)"))
            try folder.create(id, LearnerProfile(login: login, name: login))
            return id
        }
        for learner in learners {
            let enrolment = folder.enrolment(of: learner, in: String(repeating: "É", count: 150))
            try folder.prepare(enrolment)
            var journal = enrolment.journal
            let request = try #require(JournalRequest(session: "s", counter: 1))
            _ = try journal.append(request, at: { now }, deciding: { [JournalEvent(.note, .empty)] })
        }
        let version = "\(folder.path)/courses/c/\(String(repeating: "a", count: 64))"
        try Folder.make("\(version)/deep")
        for name in ["e\u{301}", "\u{e9}", "lock", ".index", "x.new", String(repeating: "n", count: 200)] {
            try SmallFile.replace("\(version)/deep/\(name)", with: Array(name.utf8))
        }
        try folder.changeAccounts { accounts in accounts = learners.map { Account($0) } }
        try SmallFile.replace("\(folder.path)/index.sqlite", with: [1])
        return (folder, learners)
    }

    private func tree(_ folder: DataFolder) throws -> [[UInt8]: [UInt8]] {
        var tree: [[UInt8]: [UInt8]] = [:]
        for top in try Folder.names(in: folder.path) {
            let status = try #require(FileStatus(at: "\(folder.path)/\(top)"))
            for path in status.isFolder ? try folder.files(below: top).map(\.path) : [top] {
                tree[Array(path.utf8)] = try SmallFile.read("\(folder.path)/\(path)")
            }
        }
        return tree
    }

    @Test("what comes back is what was there, but locks and the index")
    func roundTrip() throws {
        let scratch = Scratch()
        let (folder, learners) = try filled(scratch)
        let report = try folder.backUp(to: "\(scratch.path)/b.tar", at: now)
        let (back, restored) = try DataFolder.restore("\(scratch.path)/b.tar", to: "\(scratch.path)/back")
        var expected = try tree(folder)
        for learner in learners { expected[Array("learners/\(learner)/lock".utf8)] = nil }
        expected[Array("index.sqlite".utf8)] = nil
        expected[Array("accounts.lock".utf8)] = nil
        #expect(try tree(back) == expected)
        #expect((report.files, report.learners) == (restored.files, restored.learners))
        #expect(try !back.check().isDamaged)
    }

    @Test("an existing file or folder is never replaced")
    func neverReplaces() throws {
        let scratch = Scratch()
        let (folder, _) = try filled(scratch)
        _ = try folder.backUp(to: "\(scratch.path)/b.tar", at: now)
        #expect(throws: JournalError.self) { try folder.backUp(to: "\(scratch.path)/b.tar", at: now) }
        #expect(throws: BackupError.occupied(folder.path)) {
            try DataFolder.restore("\(scratch.path)/b.tar", to: folder.path)
        }
    }

    @Test("a learner who was erased does not come back, whichever file of tombstones says so")
    func tombstones() throws {
        let scratch = Scratch()
        let (folder, learners) = try filled(scratch)
        _ = try folder.backUp(to: "\(scratch.path)/before.tar", at: now)
        let plan = try #require(try folder.erase(learners[0], on: .request, at: now))
        #expect(plan.files.contains { $0.path.hasSuffix("journal.jsonl") })
        #expect(try folder.erase(learners[0], on: .request, at: now) == nil)
        #expect(try folder.learners() == [learners[1]])
        #expect(try folder.isErased(learners[0]))
        #expect(try folder.accounts().map(\.learner) == [learners[1]])
        let (back, report) = try DataFolder.restore(
            "\(scratch.path)/before.tar", to: "\(scratch.path)/back", erasures: [folder.erasuresPath])
        #expect(report.keptOut == [learners[0]])
        #expect(try back.learners() == [learners[1]])
        #expect(try back.accounts().map(\.learner) == [learners[1]])
        #expect(try back.tombstones() == folder.tombstones())
        _ = try back.backUp(to: "\(scratch.path)/after.tar", at: now)
        let again = try DataFolder.restore("\(scratch.path)/after.tar", to: "\(scratch.path)/again").folder
        #expect(try again.tombstones() == folder.tombstones())
    }

    @Test("tombstones that wait in the place of the restore are obeyed and kept")
    func waitingTombstones() throws {
        let scratch = Scratch()
        let (folder, learners) = try filled(scratch)
        _ = try folder.backUp(to: "\(scratch.path)/b.tar", at: now)
        try Folder.make("\(scratch.path)/back")
        let stone = Tombstone(learner: learners[1], date: now, ground: .retention)
        try SmallFile.replace("\(scratch.path)/back/erasures.jsonl", with: Tombstone.file([stone]))
        let (back, _) = try DataFolder.restore("\(scratch.path)/b.tar", to: "\(scratch.path)/back")
        #expect(try back.learners() == [learners[0]])
        #expect(try back.tombstones() == [stone])
    }

    @Test("a line of tombstones that cannot be read stops everything: it may be somebody")
    func badTombstone() throws {
        let scratch = Scratch()
        let (folder, learners) = try filled(scratch)
        try SmallFile.replace(folder.erasuresPath, with: Array("{\"id\":\"?\"}\n".utf8))
        #expect(throws: BackupError.badTombstone(folder.erasuresPath, line: 1)) {
            try folder.erase(learners[0], on: .request, at: now)
        }
        #expect(try folder.learners().count == 2)
    }

    @Test("an erasure that was cut short is finished by the next one")
    func cutShort() throws {
        let scratch = Scratch()
        let (folder, learners) = try filled(scratch)
        let grave = "\(folder.path)/learners/.erased-\(learners[0])"
        #expect(rename("\(folder.path)/learners/\(learners[0])", grave) == 0)
        _ = try folder.erase(learners[1], on: .request, at: now)
        #expect(try Folder.names(in: "\(folder.path)/learners", hiddenToo: true).isEmpty)
    }

    @Test("a program that holds the journal of an erased learner is refused, and brings nothing back")
    func writerOfErased() throws {
        let scratch = Scratch()
        let (folder, learners) = try filled(scratch)
        var journal = folder.enrolment(of: learners[0], in: String(repeating: "É", count: 150)).journal
        _ = try journal.read()
        _ = try folder.erase(learners[0], on: .request, at: now)
        let request = try #require(JournalRequest(session: "s", counter: 2))
        #expect(throws: JournalError.self) {
            try journal.append(request, at: { now }, deciding: { [JournalEvent(.note, .empty)] })
        }
        #expect(try folder.learners() == [learners[1]])
    }
}
