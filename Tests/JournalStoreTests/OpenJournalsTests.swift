import CourseModel
import Dispatch
import Glibc
import Testing

@testable import JournalStore

@Suite("Journals held open between their lines")
struct OpenJournalsTests {
    private let scratch = Scratch()
    private let journals = OpenJournals(limit: 2)

    private func append(_ counter: Int, to journal: inout Journal) throws {
        let request = try #require(JournalRequest(session: "w", counter: counter))
        _ = try journal.append(request, at: { noon }, keeping: journals) { [JournalEvent(.nav, .empty)] }
    }

    @Test("serve the next line with the same files, and give the lock back meanwhile")
    func kept() throws {
        var journal = scratch.journal()
        try append(1, to: &journal)
        let first = try #require(journals.take(journal.path))
        #expect(journals.take(journal.path) == nil)
        journals.give(first)
        try append(2, to: &journal)
        let second = try #require(journals.take(journal.path))
        #expect(second.journal === first.journal && second.lock === first.lock)
        _ = try JournalLock(writing: journal.lockPath, patience: 20)
        #expect(try scratch.verify().records == 2)
    }

    @Test("see what another program wrote")
    func others() throws {
        var (journal, other) = (scratch.journal(), scratch.journal())
        try append(1, to: &journal)
        _ = try other.append(#require(JournalRequest(session: "other", counter: 1)), at: { noon }) {
            [JournalEvent(.nav, .empty)]
        }
        try append(2, to: &journal)
        #expect(journal.lastNumber == 3)
        #expect(try scratch.verify().records == 3)
    }

    @Test("never write to a file that has left its path", arguments: [true, false])
    func replaced(isRemoved: Bool) throws {
        var journal = scratch.journal()
        try append(1, to: &journal)
        let before = try scratch.bytes()
        #expect(rename(journal.path, journal.path + ".old") == 0)
        if !isRemoved { try scratch.put(before) }
        #expect(throws: JournalError(journal.path, .replaced)) { try append(2, to: &journal) }
        var anew = journal.anew
        try append(2, to: &anew)
        #expect(try scratch.verify().records == (isRemoved ? 1 : 2))
    }

    @Test("take the lock that others see, not one whose file is gone")
    func lockGone() throws {
        var journal = scratch.journal()
        try append(1, to: &journal)
        #expect(unlink(journal.lockPath) == 0)
        let held = try JournalLock(writing: journal.lockPath)
        #expect(throws: JournalError(journal.lockPath, .locked)) {
            _ = try journal.begin(patience: 20, keeping: journals)
        }
        _ = consume held
        try append(2, to: &journal)
        #expect(try scratch.verify().records == 2)
    }

    @Test("are no more than their number, the last ones")
    func limited() throws {
        var paths: [String] = []
        for name in ["a", "b", "c"] {
            var journal = Journal(path: "\(scratch.path)/\(name).jsonl", lockPath: "\(scratch.path)/\(name).lock")
            try append(1, to: &journal)
            paths.append(journal.path)
        }
        #expect(paths.map { journals.take($0) == nil } == [true, false, false])
    }

    @Test("are closed after trouble with the disk")
    func trouble() throws {
        var journal = scratch.journal()
        try append(1, to: &journal)
        var other = Journal(path: "\(scratch.path)/other.jsonl", lockPath: "\(scratch.path)/other.lock")
        let writing = try other.begin(keeping: journals)
        other.settle(writing, JournalError(other.path, .system(call: "fdatasync", errno: EIO)))
        #expect(journals.take(journal.path) == nil)
    }

    @Test("are closed when nobody has taken them for some seconds")
    func idle() async throws {
        var journal = scratch.journal()
        try append(1, to: &journal)
        journals.closeIdle(at: .now() + OpenJournals.idle / 2)
        let pair = try #require(journals.take(journal.path))
        journals.give(pair)
        journals.closeIdle(at: .now() + OpenJournals.idle)
        #expect(journals.take(journal.path) == nil)
    }
}
