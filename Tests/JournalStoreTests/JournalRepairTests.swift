import CourseModel
import Testing

@testable import JournalStore

private let lines = sampleLines(6)

private func plan(_ scratch: Scratch) throws -> JournalRepair { try JournalRepair(planning: scratch.file("j.jsonl")) }

private func repair(_ scratch: Scratch) throws -> JournalRepair {
    try JournalRepair.carryOut(scratch.file("j.jsonl"), session: "repair-1", at: noon)
}

@Suite("A damaged journal is repaired")
struct JournalRepairTests {
    @Test(
        "keeps what its hashes confirm, in order, and chains it anew",
        arguments: [
            ([0, 1, 3, 4, 5], [], [1, 2, 4, 5, 6]), ([0, 2, 1, 3], [], [1, 2, 3, 4]),
            ([0, 1, 1, 2], [JournalFault(line: 3, kind: .repeated)], [1, 2, 3]), ([3, 4], [], [4, 5]),
            ([0, 0, 1], [JournalFault(line: 2, kind: .repeated)], [1, 2]),
        ] as [([Int], [JournalFault], [Int])])
    func reordered(order: [Int], leftOut: [JournalFault], counters: [Int]) throws {
        let scratch = Scratch()
        let damaged = order.flatMap { lines[$0] }
        try scratch.put(damaged)
        let plan = try plan(scratch)
        #expect(plan.isNeeded && plan.kept == counters.count && plan.leftOut == leftOut)
        #expect(try scratch.bytes() == damaged, "a plan changes nothing")
        let done = try repair(scratch)
        #expect(done.leftOut == leftOut)
        #expect(try scratch.verify().status == .clean)
        var journal = scratch.journal()
        let read = try journal.read()
        #expect(read.dropLast().map(\.request.counter) == counters)
        let note = try #require(read.last)
        #expect(note.event.kind == .repair)
        #expect(note.event.data["original"]?.string == "j.jsonl.damaged")
        #expect(note.event.data["sha256"]?.string == sha256Name(of: damaged))
        #expect(note.event.data["kept"]?.number == counters.count)
        #expect(try scratch.bytes("j.jsonl.damaged") == damaged)
    }

    @Test("with any byte changed keeps every other line, and every byte of the file")
    func everyByte() throws {
        let whole = Array(lines.joined())
        let lineOf = lines.enumerated().flatMap { Array(repeating: $0, count: $1.count) }
        for offset in stride(from: 0, to: whole.count - lines[5].count - 1, by: 13) {
            let scratch = Scratch()
            var bent = whole
            bent[offset] ^= 1
            try scratch.put(bent)
            let done = try repair(scratch)
            let isNewline = whole[offset] == 10
            #expect(done.kept == (isNewline ? 4 : 5), "byte \(offset)")
            #expect(done.leftOut == [JournalFault(line: lineOf[offset] + 1, kind: .bytes)], "byte \(offset)")
            #expect(try scratch.verify().status == .clean)
            #expect(try scratch.bytes("j.jsonl.damaged") == bent)
        }
    }

    @Test("twice keeps both damaged files; a clean or torn one is left alone")
    func twice() throws {
        let scratch = Scratch()
        for (name, order) in [("j.jsonl.damaged", [0, 2]), ("j.jsonl.damaged-2", [1, 0])] {
            try scratch.put(order.flatMap { lines[$0] })
            _ = try repair(scratch)
            #expect(try scratch.bytes(name) == order.flatMap { lines[$0] })
        }
        for bytes in [Array(lines.joined()), Array(lines.joined()) + [65]] {
            try scratch.put(bytes)
            #expect(try !repair(scratch).isNeeded)
            #expect(try scratch.bytes() == bytes)
        }
    }

    @Test("goes on: a program that has it open reads it again, and what was kept is not repeated")
    func goesOn() throws {
        let scratch = Scratch()
        try scratch.put(lines[0] + lines[2] + lines[3])
        var journal = scratch.journal()
        #expect(try journal.read().count == 1)
        #expect(journal.obstacle?.reason == .damaged(line: 2))
        _ = try repair(scratch)
        #expect(throws: JournalError(journal.path, .replaced)) { try journal.read() }
        var anew = journal.anew
        #expect(try anew.read().count == 4)
        let known = try #require(JournalRequest(session: "web-7f3a", counter: 4))
        #expect(try anew.append(known, at: { noon }) { [JournalEvent(.nav, .empty)] } == .duplicate(of: 3))
    }

    @Test("of a newer program is refused")
    func newer() throws {
        let scratch = Scratch()
        let request = try #require(JournalRequest(session: "w", counter: 1))
        let kind = try #require(JournalKind("hologram"))
        let line = JournalLine(
            number: 5, time: noon, request: request, event: JournalEvent(kind, .empty), previous: .none)
        try scratch.put(lines[0] + line.encoded + [10])
        #expect(throws: JournalError(scratch.file("j.jsonl"), .unknownKind("hologram", line: 5))) {
            try repair(scratch)
        }
    }
}
