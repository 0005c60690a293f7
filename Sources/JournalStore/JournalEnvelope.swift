import CourseModel

/// A line read in place: its parts as values and ranges of the bytes it came from, nothing copied.
struct JournalEnvelope {
    let number: Int
    let time: Instant
    let kind: Range<Int>
    let session: Range<Int>
    let counter: Int
    let data: Range<Int>
    let previous: JournalHash
    let hash: JournalHash

    /// Where `,"h":"…"}` begins, counted from the end.
    private static let seal = 24

    /// The hash that the line carries when it is the hash of its bytes; `nil` for a line that was not written so.
    static func goodHash(of line: Span<UInt8>) -> JournalHash? {
        let end = line.count - seal
        guard end > 0 else { return nil }
        var scanner = JSONScanner(at: end)
        guard scanner.skip(",\"h\":\"", in: line),
            let hash = JournalHash(line.extracting(scanner.position..<(scanner.position + 16)))
        else { return nil }
        scanner.position += 16
        guard scanner.skip("\"}", in: line), hash == JournalHash(signing: line.extracting(0..<end)) else { return nil }
        return hash
    }

    /// Reads exactly the form that `JournalLine.encoded` writes; `hash` was checked before.
    init?(_ line: Span<UInt8>, hash: JournalHash) {
        var scanner = JSONScanner(at: 0)
        guard line.count <= JournalLine.largest,
            scanner.skip("{\"n\":", in: line), let number = scanner.readNumber(in: line),
            scanner.skip(",\"t\":\"", in: line), let time = Instant(at: &scanner.position, of: line),
            scanner.skip("\",\"k\":\"", in: line), let kind = scanner.readPlainText(in: line),
            scanner.skip(",\"s\":\"", in: line), let session = scanner.readPlainText(in: line),
            scanner.skip(",\"c\":", in: line), let counter = scanner.readNumber(in: line),
            scanner.skip(",\"d\":", in: line)
        else { return nil }
        let start = scanner.position
        guard scanner.skipObject(in: line) else { return nil }
        data = start..<scanner.position
        guard scanner.skip(",\"p\":\"", in: line), scanner.position + 16 < line.count,
            let previous = JournalHash(line.extracting(scanner.position..<(scanner.position + 16)))
        else { return nil }
        scanner.position += 16
        guard scanner.skip("\"", in: line), scanner.position == line.count - JournalEnvelope.seal else { return nil }
        (self.number, self.time, self.kind, self.session) = (number, time, kind, session)
        (self.counter, self.previous, self.hash) = (counter, previous, hash)
    }

    /// The line as a value; `nil` when its kind or session is none that a journal may hold.
    func line(of bytes: Span<UInt8>) -> JournalLine? {
        guard let kind = JournalKind(text(kind, of: bytes)),
            let request = JournalRequest(session: text(session, of: bytes), counter: counter)
        else { return nil }
        let event = JournalEvent(kind, JSONObject(wellFormed: Array(copying: bytes.extracting(data))))
        return JournalLine(
            number: number, time: time, request: request, event: event, previous: previous, hash: hash)
    }

    /// Who asked for it; `last` is another request, whose session it may share.
    func request(in bytes: Span<UInt8>, last: JournalRequest?) -> JournalRequest? {
        if let last, last.session.utf8.count == session.count,
            last.session.utf8.enumerated().allSatisfy({ bytes[session.lowerBound + $0] == $1 })
        {
            return JournalRequest(session: last.session, counter: counter)
        }
        return JournalRequest(session: text(session, of: bytes), counter: counter)
    }

    /// Whether its kind and session are names that a journal may hold.
    func hasNames(in bytes: Span<UInt8>) -> Bool {
        (1...128).contains(session.count) && JournalKind(text(kind, of: bytes)) != nil
    }

    private func text(_ range: Range<Int>, of bytes: Span<UInt8>) -> String {
        bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension Array where Element == UInt8 {
    init(copying bytes: Span<UInt8>) { self = bytes.withUnsafeBufferPointer { Array($0) } }
}

extension Instant {
    /// Reads `2026-11-23T16:24:58.123Z` in place and moves past it; anything else is `nil`.
    fileprivate init?(at position: inout Int, of line: Span<UInt8>) {
        let start = position
        guard start + 24 <= line.count else { return nil }
        var isWellFormed = true
        func number(_ range: Range<Int>) -> Int64 {
            var value: Int64 = 0
            for index in range {
                let byte = line[start + index]
                if !(48...57).contains(byte) { isWellFormed = false } else { value = value * 10 + Int64(byte - 48) }
            }
            return value
        }
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard let date = CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10)) else { return nil }
        let inDay = ((hour * 60 + minute) * 60 + second) * 1000 + number(20..<23)
        guard isWellFormed, hour < 24, minute < 60, second < 60,
            line[start + 4] == UInt8(ascii: "-"), line[start + 7] == UInt8(ascii: "-"),
            line[start + 10] == UInt8(ascii: "T"), line[start + 13] == UInt8(ascii: ":"),
            line[start + 16] == UInt8(ascii: ":"), line[start + 19] == UInt8(ascii: "."),
            line[start + 23] == UInt8(ascii: "Z")
        else { return nil }
        position = start + 24
        self.init(milliseconds: date.daysSince1970 * 86_400_000 + inDay)
    }
}
