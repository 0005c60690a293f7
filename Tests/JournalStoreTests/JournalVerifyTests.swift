import CourseModel
import Testing

@testable import JournalStore

private let lines = sampleLines(8)
private let whole = Array(lines.joined())

private func report(_ bytes: [UInt8], pieces: Int = .max) -> JournalReport {
    var scanner = JournalScanner()
    var start = 0
    while start < bytes.count {
        let end = pieces < bytes.count - start ? start + pieces : bytes.count
        scanner.feed(bytes.span.extracting(start..<end)) { _, _ in true }
        start = end
    }
    scanner.finish { _, _ in true }
    return JournalReport(scanner)
}

/// A journal that is damaged in every way: one that is made, and one that a learner's session wrote.
enum Sample: CaseIterable {
    case made, real

    func lines() throws -> [[UInt8]] {
        guard self == .real else { return sampleLines(8) }
        let home = "Tests/Fixtures/data-format-1/learners/0f35cc5ae12079c4c65055d4a78ff0e5"
        let bytes = try #require(try SmallFile.read("\(home)/parcours-mission-spaser/journal.jsonl"))
        return bytes.split(separator: UInt8(ascii: "\n")).map { $0 + [UInt8(ascii: "\n")] }
    }
}

@Suite("A journal is verified")
struct JournalVerifyTests {
    @Test("cut at any byte: the whole lines before the cut are good, the rest is torn", arguments: Sample.allCases)
    func cut(sample: Sample) throws {
        let lines = try sample.lines()
        let whole = Array(lines.joined())
        var ends: [Int] = [0]
        for line in lines { ends.append(ends[ends.count - 1] + line.count) }
        for count in 0...whole.count {
            let kept = ends.filter { $0 <= count }
            let report = report(Array(whole.prefix(count)))
            #expect(report.records == kept.count - 1)
            #expect(report.good == kept.last)
            #expect(report.status == (kept.last == count ? .clean : .torn))
        }
    }

    @Test(
        "with any bit flipped: never clean, and torn only in the last line or the newline before it",
        arguments: Sample.allCases)
    func flipped(sample: Sample) throws {
        let lines = try sample.lines()
        let whole = Array(lines.joined())
        let lastTwo = try whole.count - #require(lines.last).count - 1
        for offset in whole.indices {
            for bit in 0..<8 {
                var bytes = whole
                bytes[offset] ^= 1 << UInt8(bit)
                let report = report(bytes)
                #expect(report.status == (offset >= lastTwo ? .torn : .damaged), "byte \(offset), bit \(bit)")
            }
        }
    }

    @Test("with zeros behind it: torn", arguments: [1, 511, 4096, 300_000, 1_000_000])
    func zeros(count: Int) {
        let report = report(whole + [UInt8](repeating: 0, count: count))
        #expect(report.status == .torn && report.records == 8 && report.good == whole.count && report.bad == [9])
    }

    @Test("with lines missing, swapped or repeated: damaged, and the place is named")
    func reordered() {
        func status(_ order: [Int]) -> JournalReport { report(order.flatMap { lines[$0] }) }
        #expect(status([0, 1, 3, 4]).bad == [3])
        #expect(status([0, 1, 3, 4]).records == 4 && status([0, 1, 3, 4]).last == 5)
        #expect(status([0, 2, 1, 3]).bad == [2, 3, 4])
        #expect(status([0, 1, 1, 2]).bad == [3])
        #expect(status([1, 2]).bad == [1])
        for order in [[0, 1, 3, 4], [0, 2, 1, 3], [0, 1, 1, 2], [1, 2], [0, 0], [7]] {
            #expect(status(order).status == .damaged, "\(order)")
        }
    }

    @Test("with a time before the line above: damaged")
    func timeBefore() throws {
        let first = try #require(JournalRequest(session: "w", counter: 1))
        let one = JournalLine(
            number: 1, time: noon, request: first, event: JournalEvent(.nav, .empty), previous: .none)
        let two = JournalLine(
            number: 2, time: Instant(milliseconds: 0), request: first, event: JournalEvent(.nav, .empty),
            previous: one.hash)
        #expect(report(one.encoded + [10] + two.encoded + [10]).status == .damaged)
    }

    @Test("with a well-written last line that lacks its newline: torn after good lines, damaged after bad ones")
    func unterminated() {
        #expect(report(whole.dropLast()).status == .torn)
        #expect(report(Array((lines[0] + lines[2]).dropLast())).status == .damaged)
        #expect(report(Array((lines[0] + [65, 10] + lines[1]).dropLast())).status == .damaged)
    }

    @Test("in pieces of any size with the same result", arguments: [1, 2, 7, 64, 1000])
    func pieces(size: Int) {
        for bytes in [whole, whole + [0, 0], Array(whole.dropFirst(3)), lines[0] + [10] + lines[1]] {
            #expect(report(bytes, pieces: size) == report(bytes))
        }
    }

    @Test("with a line longer than allowed: unusable, however good its hash")
    func overlong() throws {
        let request = try #require(JournalRequest(session: "w", counter: 1))
        let text = String(repeating: "x", count: JournalLine.largest)
        let data = try #require(JSONObject("{\"a\":\"\(text)\"}"))
        let line = JournalLine(
            number: 1, time: noon, request: request, event: JournalEvent(.nav, data), previous: .none)
        #expect(report(line.encoded + [10]).status == .torn)
        #expect(report(line.encoded + [10] + lines[0]).status == .damaged)
    }

    @Test("as JSON in the order that the format gives")
    func json() {
        #expect(
            report(whole + [65]).json
                == "{\"records\":8,\"last\":8,\"status\":\"torn\",\"good\":\(whole.count),\"bad\":[9]}")
        #expect(report([]).json == "{\"records\":0,\"last\":0,\"status\":\"clean\",\"good\":0,\"bad\":[]}")
    }

    @Test("under random damage without a trap, and what it calls good is good")
    func mutated() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let place = Int.random(in: 0..<max(1, bytes.count), using: &dice)
                guard place < bytes.count else { continue }
                switch Int.random(in: 0..<5, using: &dice) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
                case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
                default: bytes.insert(contentsOf: bytes.suffix(from: place).prefix(60), at: place)
                }
            }
            let found = report(bytes)
            let again = report(Array(bytes.prefix(found.good)))
            #expect(again.status == .clean && again.good == found.good)
        }
    }
}
