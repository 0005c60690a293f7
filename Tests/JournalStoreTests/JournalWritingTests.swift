import CourseModel
import Glibc
import Testing

@testable import JournalStore

private let clock: @Sendable () -> Instant = { noon }

private func request(_ counter: Int, _ session: String = "w") throws -> JournalRequest {
    try #require(JournalRequest(session: session, counter: counter))
}

@Suite("A journal under its lock")
struct JournalWritingTests {
    @Test("takes several lines that one sync puts on disk")
    func several() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        var writing = try journal.begin()
        for counter in [1, 2, 1] {
            _ = try journal.add(request(counter), to: &writing, at: clock) { [JournalEvent(.nav, .empty)] }
        }
        try writing.sync()
        journal.settle(writing)
        #expect(journal.lastNumber == 2)
        #expect(try scratch.verify().records == 2)
    }

    @Test("loses what was not settled: nobody was told of it")
    func dropped() throws {
        let scratch = Scratch()
        try scratch.put(Array(sampleLines(3).joined()))
        let before = try scratch.bytes()
        var journal = scratch.journal()
        func leave() throws {
            var writing = try journal.begin()
            _ = try journal.add(request(1), to: &writing, at: clock) { [JournalEvent(.nav, .empty)] }
            #expect(try scratch.bytes().count > before.count)
        }
        try leave()
        #expect(try scratch.bytes() == before)
        #expect(throws: JournalError(journal.path, .replaced)) { _ = try journal.read() }
        var anew = journal.anew
        #expect(try anew.read().count == 3)
    }

    @Test("is cut back and done after a failed sync; a journal opened anew goes on")
    func failed() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        _ = try journal.append(request(1), at: clock) { [JournalEvent(.nav, .empty)] }
        let before = try scratch.bytes()
        var writing = try journal.begin()
        _ = try journal.add(request(2), to: &writing, at: clock) { [JournalEvent(.nav, .empty)] }
        let error = JournalError(journal.path, .system(call: "fdatasync", errno: EIO))
        journal.settle(writing, error)
        #expect(try scratch.bytes() == before)
        #expect(journal.isSpent)
        #expect(throws: error) { try journal.append(request(2), at: clock) { [JournalEvent(.nav, .empty)] } }
        var anew = journal.anew
        _ = try anew.append(request(2), at: clock) { [JournalEvent(.nav, .empty)] }
        #expect(try scratch.verify().records == 2)
    }

    @Test("stays usable after a line that is too large")
    func tooLarge() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        var writing = try journal.begin()
        let text = String(repeating: "x", count: JournalLine.largest)
        let data = try #require(JSONObject("{\"a\":\"\(text)\"}"))
        #expect(throws: JournalError.self) {
            try journal.add(request(1), to: &writing, at: clock) { [JournalEvent(.nav, data)] }
        }
        _ = try journal.add(request(2), to: &writing, at: clock) { [JournalEvent(.nav, .empty)] }
        try writing.sync()
        journal.settle(writing)
        #expect(try scratch.verify().records == 1)
    }

    @Test("reads on after a line that a snapshot knows, and not after one that the file does not have")
    func afterSnapshot() throws {
        let scratch = Scratch()
        let lines = sampleLines(5)
        try scratch.put(Array(lines.joined()))
        var whole = scratch.journal()
        let third = try whole.read()[2]
        var journal = scratch.journal()
        #expect(try journal.read(after: 3, third.hash)?.map(\.number) == [4, 5])
        #expect(journal.lastHash == whole.lastHash)
        let known = try #require(JournalRequest(session: "web-7f3a", counter: 2))
        #expect(try journal.append(known, at: clock) { [] } == .duplicate(of: 2))
        var other = scratch.journal()
        for (number, hash) in [(2, third.hash), (6, third.hash), (0, third.hash)] {
            #expect(try other.read(after: number, hash) == nil)
        }
        #expect(try other.read().count == 5)
        var bent = Array(lines.joined())
        bent[20] ^= 1
        try scratch.put(bent)
        #expect(try other.anew.reading(after: 3, third.hash) == nil)
    }
}

extension Journal {
    /// For a value that is not kept.
    fileprivate func reading(after number: Int, _ hash: JournalHash) throws -> [JournalLine]? {
        var copy = self
        return try copy.read(after: number, hash)
    }
}

@Suite("A commit queue")
struct CommitQueueTests {
    @Test("puts the lines of many learners on disk, and tells each")
    func manyLearners() async throws {
        let scratch = Scratch()
        let queue = CommitQueue()
        let path = scratch.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<64 {
                group.addTask {
                    var journal = Journal(path: "\(path)/\(writer).jsonl", lockPath: "\(path)/\(writer).lock")
                    for counter in 0..<5 {
                        var writing = try journal.begin()
                        let request = try request(counter, "w\(writer)")
                        let answer = try journal.add(request, to: &writing, at: clock) {
                            [JournalEvent(.nav, .empty)]
                        }
                        try await writing.sync(through: queue)
                        journal.settle(writing)
                        guard case .appended(let line) = answer else { throw Cancelled() }
                        #expect(line.number == counter + 1)
                    }
                }
            }
            try await group.waitForAll()
        }
        for writer in 0..<64 {
            let report = try Journal.verify("\(path)/\(writer).jsonl", lockPath: "\(path)/\(writer).lock")
            #expect(report.status == .clean && report.records == 5)
        }
    }

    @Test("tells of a sync that failed, and serves the next")
    func failure() async throws {
        let scratch = Scratch()
        let queue = CommitQueue()
        let closed = CommitQueue.File(path: "closed", descriptor: -1, device: 1, folderIsDue: false)
        let failed = JournalError("closed", .system(call: "fdatasync", errno: EBADF))
        await #expect(throws: failed) { try await queue.sync(closed) }
        #expect(throws: failed) { try queue.wait(for: closed) }
        var journal = scratch.journal()
        var writing = try journal.begin()
        _ = try journal.add(request(1), to: &writing, at: clock) { [JournalEvent(.nav, .empty)] }
        try await writing.sync(through: queue)
        journal.settle(writing)
        #expect(try scratch.verify().records == 1)
    }
}

private struct Cancelled: Error {}
