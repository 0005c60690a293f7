public import CourseModel
import Glibc

/// `parcours journal append FILE`: lines `{"k","s","c","d"}` in, one answer out for each.
///
/// `ok N` once line N is on disk, `dup N` when it was there, `toolarge BYTES` and going on, `fail CODE` and no more.
/// Torn ends and failures are told in words through `say`. Gives the exit code: 0, or 5 after `fail`.
public func journalAppend(
    _ path: String, input: Int32 = 0, output: Int32 = 1, at clock: @Sendable () -> Instant,
    say: (Sentence) -> Void = { _ in }
) -> Int32 {
    do {
        var journal = Journal(path: path, lockPath: try DataFolder.lockPath(forJournal: path))
        var input = LineInput(input)
        let journals = OpenJournals(limit: 1)
        while let line = try input.next() {
            let told = journal.tornTails.count
            let answer = try journal.answer(line, at: clock, keeping: journals)
            for tail in journal.tornTails[told...] { say(tail.sentence) }
            if let answer { try put("\(answer)\n", on: output) }
        }
        return 0
    } catch {
        say(error.sentence)
        say(error.cure)
        do {
            try put("fail \(error.code)\n", on: output)
        } catch {
            say(error.sentence)
        }
        return 5
    }
}

extension Journal {
    /// The answer to one line; `nil` for a blank one.
    fileprivate mutating func answer(
        _ line: LineInput.Line, at clock: @Sendable () -> Instant, keeping journals: OpenJournals
    ) throws(JournalError) -> String? {
        let text: [UInt8]
        switch line {
        case .overlong(let bytes): return "toolarge \(bytes)"
        case .text(let bytes): text = bytes
        }
        if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { return nil }
        guard let (request, event) = record(from: text) else { throw JournalError(path, .malformedRecord) }
        do {
            switch try append(request, at: clock, keeping: journals, deciding: { [event] }) {
            case .appended(let line): return "ok \(line.number)"
            case .duplicate(let number): return "dup \(number)"
            case .unchanged: return nil
            }
        } catch let error as JournalError {
            guard case .tooLarge(let bytes) = error.reason else { throw error }
            return "toolarge \(bytes)"
        } catch {
            throw JournalError(path, .malformedRecord)
        }
    }

    /// Reads `{"k","s","c","d"}`, in any order, nothing missing and nothing else.
    private func record(from text: [UInt8]) -> (JournalRequest, JournalEvent)? {
        guard let members = JSONObject(text)?.members, members.count == 4 else { return nil }
        let fields = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        guard let kind = fields["k"]?.string.flatMap({ JournalKind($0) }), let session = fields["s"]?.string,
            let counter = fields["c"]?.number, let data = fields["d"]?.object,
            let request = JournalRequest(session: session, counter: counter)
        else { return nil }
        return (request, JournalEvent(kind, data))
    }
}

/// Writes the whole text.
func put(_ text: String, on descriptor: Int32) throws(JournalError) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
        let count = bytes[start...].withUnsafeBytes { rest in
            retrying { write(descriptor, rest.baseAddress, rest.count) }
        }
        guard count > 0 else { throw .lastCall("write", on: "stdout") }
        start += count
    }
}
