import CourseModel
import Glibc
import Testing

@testable import JournalStore

private let clock: @Sendable () -> Instant = { noon }

private struct Refusal: Error, Equatable {}

/// Appends one event and says which line answers.
private func append(_ counter: Int, to journal: inout Journal, session: String = "w") throws -> Acknowledgement {
    let request = try #require(JournalRequest(session: session, counter: counter))
    return try journal.append(request, at: clock) { [JournalEvent(.nav, .empty)] }
}

private func number(_ answer: Acknowledgement) -> Int? {
    switch answer {
    case .appended(let line): line.number
    case .duplicate, .unchanged: nil
    }
}

@Suite("A journal")
struct JournalTests {
    @Test("keeps what it acknowledges, in order, for its owner alone")
    func appends() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        for counter in 1...5 { #expect(number(try append(counter, to: &journal)) == counter) }
        #expect(try scratch.verify().json.contains(#""records":5,"last":5,"status":"clean""#))
        var other = scratch.journal()
        #expect(try other.read().map(\.number) == [1, 2, 3, 4, 5])
        #expect(try other.read() == [])
        #expect(other.lastHash == journal.lastHash)
        var status = stat()
        #expect(stat(scratch.file("j.jsonl"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("acknowledges a repeated request and does not repeat it, whoever wrote it")
    func duplicates() throws {
        let scratch = Scratch()
        var (one, two) = (scratch.journal(), scratch.journal())
        _ = try append(1, to: &one)
        _ = try append(2, to: &one)
        let before = try scratch.bytes()
        #expect(try append(1, to: &one) == .duplicate(of: 1))
        #expect(try append(2, to: &two) == .duplicate(of: 2))
        #expect(try scratch.bytes() == before)
        #expect(number(try append(2, to: &two, session: "v")) == 3)
    }

    @Test("hands over what others wrote before it decides, once")
    func catchingUp() throws {
        let scratch = Scratch()
        var (one, two) = (scratch.journal(), scratch.journal())
        _ = try append(1, to: &one)
        _ = try append(2, to: &one)
        var seen: [Int] = []
        let request = try #require(JournalRequest(session: "v", counter: 1))
        for _ in 0..<2 {
            _ = try two.append(request, at: clock, catchingUp: { seen += $0.map(\.number) }) {
                #expect(seen == [1, 2])
                return [JournalEvent(.nav, .empty)]
            }
        }
        #expect(seen == [1, 2])
    }

    @Test("writes nothing for a refusal or for no events")
    func refusal() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        _ = try append(1, to: &journal)
        let before = try scratch.bytes()
        let request = try #require(JournalRequest(session: "w", counter: 2))
        #expect(throws: Refusal()) { try journal.append(request, at: clock) { throw Refusal() } }
        #expect(try journal.append(request, at: clock) { [] } == .unchanged)
        #expect(try scratch.bytes() == before)
        #expect(number(try append(2, to: &journal)) == 2)
    }

    @Test("makes several events of one request one line, and gives them back")
    func batch() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        let request = try #require(JournalRequest(session: "w", counter: 1))
        let data = try #require(JSONObject(#"{"a":[1]}"#))
        let optional = try #require(JournalKind("x-mood"))
        let events = [JournalEvent(.cmi, data), JournalEvent(.track, .empty), JournalEvent(optional, data)]
        _ = try journal.append(request, at: clock) { events }
        var other = scratch.journal()
        let line = try #require(try other.read().first)
        #expect(line.event.kind == .batch)
        #expect(line.event.data.text.hasPrefix(#"{"events":[{"k":"cmi","d":{"a":[1]}},{"k":"track","d":{}},"#))
        #expect(line.event.events == events)
    }

    @Test("never goes back in time")
    func time() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        for (counter, milliseconds) in [5000, 1000, Int64.min, 7000].enumerated() {
            let request = try #require(JournalRequest(session: "w", counter: counter))
            _ = try journal.append(request, at: { Instant(milliseconds: milliseconds) }) {
                [JournalEvent(.nav, .empty)]
            }
        }
        var other = scratch.journal()
        #expect(try other.read().map(\.time.milliseconds) == [5000, 5000, 5000, 7000])
        #expect(try scratch.verify().status == .clean)
    }

    @Test("cut at any byte goes on: the torn end is kept beside it, byte for byte")
    func torn() throws {
        let lines = sampleLines(3)
        let whole = Array(lines.joined())
        for count in stride(from: 1, to: whole.count, by: 7) {
            let scratch = Scratch()
            try scratch.put(Array(whole.prefix(count)))
            let before = try scratch.verify()
            var journal = scratch.journal()
            #expect(try journal.read().count == before.records)
            #expect(number(try append(1, to: &journal)) == before.records + 1)
            #expect(try scratch.verify().status == .clean)
            #expect(journal.tornTails.count == (before.status == .torn ? 1 : 0))
            if before.status == .torn {
                #expect(try scratch.bytes("j.jsonl.torn-\(before.good)") == Array(whole[before.good..<count]))
            }
        }
    }

    @Test("keeps an older torn end when another one comes at the same place")
    func tornTwice() throws {
        let scratch = Scratch()
        let line = try #require(sampleLines(1).first)
        for tail in ["one", "two"] {
            try scratch.put(line + Array(tail.utf8))
            var journal = scratch.journal()
            _ = try append(9, to: &journal)
            try scratch.put(line)
        }
        #expect(try scratch.bytes("j.jsonl.torn-\(line.count)") == Array("one".utf8))
        #expect(try scratch.bytes("j.jsonl.torn-\(line.count)-2") == Array("two".utf8))
    }

    @Test("that is damaged is read up to there, and never written", arguments: [0, 100, 400])
    func damaged(offset: Int) throws {
        let scratch = Scratch()
        var bytes = Array(sampleLines(5).joined())
        bytes[offset] ^= 4
        try scratch.put(bytes)
        var journal = scratch.journal()
        let read = try journal.read().count
        #expect(journal.obstacle?.reason == .damaged(line: read + 1))
        #expect(throws: JournalError(scratch.file("j.jsonl"), .damaged(line: read + 1))) {
            try append(1, to: &journal)
        }
        #expect(try scratch.bytes() == bytes)
        #expect(try Folder.names(in: scratch.path) == ["j.jsonl", "j.jsonl.lock"])
    }

    @Test(
        "of a newer program is read up to there, and never written",
        arguments: [
            ("hologram", "{}"), ("batch", #"{"events":[{"k":"hologram","d":{}}]}"#), ("batch", #"{"events":[]}"#),
            ("batch", #"{"events":[{"k":"batch","d":{"events":[]}}]}"#), ("open", #"{"format":2}"#),
        ])
    func newer(kind: String, data: String) throws {
        let scratch = Scratch()
        let line = try sealed(kind, data)
        try scratch.put(line)
        var journal = scratch.journal()
        #expect(try journal.read() == [])
        #expect(try #require(journal.obstacle).leavesReadOnly)
        #expect(throws: JournalError.self) { try append(2, to: &journal) }
        #expect(try scratch.bytes() == line)
        #expect(try scratch.verify().status == .clean)
    }

    @Test("with an optional event of another program goes on")
    func optional() throws {
        let scratch = Scratch()
        try scratch.put(try sealed("x-hologram", "{}"))
        var journal = scratch.journal()
        #expect(try journal.read().map(\.event.kind.isOptional) == [true])
        #expect(number(try append(2, to: &journal)) == 2)
    }

    private func sealed(_ kind: String, _ data: String) throws -> [UInt8] {
        let line = JournalLine(
            number: 1, time: noon, request: try #require(JournalRequest(session: "n", counter: 1)),
            event: JournalEvent(try #require(JournalKind(kind)), try #require(JSONObject(data))), previous: .none)
        return line.encoded + [10]
    }

    @Test("refuses what does not fit a line, and goes on", arguments: [(-1, true), (0, true), (1, false)])
    func tooLarge(extra: Int, fits: Bool) throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        let request = try #require(JournalRequest(session: "w", counter: 1))
        let shell = JournalLine(
            number: 1, time: noon, request: request,
            event: JournalEvent(.note, try #require(JSONObject(#"{"a":""}"#))), previous: .none)
        let room = JournalLine.largest - shell.encoded.count - 1 + extra
        let data = try #require(JSONObject("{\"a\":\"\(String(repeating: "x", count: room))\"}"))
        if fits {
            #expect(number(try journal.append(request, at: clock) { [JournalEvent(.note, data)] }) == 1)
        } else {
            #expect(throws: JournalError(journal.path, .tooLarge(bytes: JournalLine.largest + extra))) {
                try journal.append(request, at: clock) { [JournalEvent(.note, data)] }
            }
        }
        #expect(number(try append(2, to: &journal)) == (fits ? 2 : 1))
        #expect(try scratch.verify().status == .clean)
    }

    @Test("refuses an event of an unknown kind, and one that is too deep for a batch")
    func malformed() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        let request = try #require(JournalRequest(session: "w", counter: 1))
        let deep = try #require(
            JSONObject("{\"a\":" + String(repeating: "[", count: 63) + String(repeating: "]", count: 63) + "}"))
        let unknown = JournalEvent(try #require(JournalKind("hologram")), .empty)
        for events in [
            [unknown], [JournalEvent(.nav, deep), JournalEvent(.nav, deep)], [JournalEvent(.batch, .empty)],
        ] {
            #expect(throws: JournalError(journal.path, .malformedRecord)) {
                try journal.append(request, at: clock) { events }
            }
        }
        #expect(FileStatus(at: journal.path) == nil)
    }

    @Test("that was replaced or shortened while in use is not written")
    func replaced() throws {
        let scratch = Scratch()
        var journal = scratch.journal()
        _ = try append(1, to: &journal)
        let bytes = try scratch.bytes()
        try scratch.put(bytes)
        #expect(throws: JournalError(journal.path, .replaced)) { try append(2, to: &journal) }
        unlink(journal.path)
        #expect(throws: JournalError(journal.path, .replaced)) { try append(2, to: &journal) }
        #expect(throws: JournalError(journal.path, .replaced)) { try journal.read() }
    }

    @Test("waits for the lock, and says so when it waited too long")
    func locked() throws {
        let scratch = Scratch()
        let path = scratch.file("lock")
        let held = try JournalLock(writing: path)
        #expect(throws: JournalError(path, .locked)) { _ = try JournalLock(writing: path, patience: 20) }
        #expect(throws: JournalError(path, .locked)) { _ = try JournalLock(reading: path, patience: 20) }
        _ = consume held
        let reader = try JournalLock(reading: path, patience: 20)
        _ = try JournalLock(reading: path, patience: 20)
        #expect(throws: JournalError(path, .locked)) { _ = try JournalLock(writing: path, patience: 20) }
        _ = consume reader
        _ = try JournalLock(writing: path, patience: 20)
    }

    @Test("is not a link, a folder or a pipe")
    func otherFiles() throws {
        let scratch = Scratch()
        try scratch.put([], in: "target")
        #expect(symlink(scratch.file("target"), scratch.file("link")) == 0)
        #expect(mkfifo(scratch.file("pipe"), 0o600) == 0)
        try Folder.make(scratch.file("folder"))
        for name in ["link", "pipe", "folder"] {
            var journal = scratch.journal(name)
            #expect(throws: JournalError.self, "\(name)") { try append(1, to: &journal) }
            #expect(throws: JournalError.self, "\(name)") { try scratch.verify(name) }
        }
        #expect(try scratch.bytes("target") == [])
    }
}
