import CourseModel
import Glibc

@testable import JournalStore

/// A folder that exists while a test runs.
final class Scratch {
    let path: String

    init() {
        var template = Array("/tmp/journal-tests-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit {
        do { try Folder.remove(path) } catch { print(error.sentence.english) }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func journal(_ name: String = "j.jsonl") -> Journal { Journal(path: file(name), lockPath: file("\(name).lock")) }

    func put(_ bytes: [UInt8], in name: String = "j.jsonl") throws { try SmallFile.replace(file(name), with: bytes) }

    func bytes(_ name: String = "j.jsonl") throws -> [UInt8] { try SmallFile.read(file(name)) ?? [] }

    func verify(_ name: String = "j.jsonl") throws -> JournalReport {
        try Journal.verify(file(name), lockPath: file("\(name).lock"))
    }
}

let noon = Instant(milliseconds: 1_763_913_600_000)

/// Lines as they stand in a file, each with its newline.
func sampleLines(_ count: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var previous = JournalHash.none
    for number in 1..<(count + 1) {
        guard let request = JournalRequest(session: "web-7f3a", counter: number),
            let data = JSONObject(#"{"item":"m1-q\#(number)","responses":{"RESPONSE":["é \u2028"]}}"#)
        else { break }
        let line = JournalLine(
            number: number, time: Instant(milliseconds: noon.milliseconds + Int64(number)), request: request,
            event: JournalEvent(.answer, data), previous: previous)
        previous = line.hash
        lines.append(line.encoded + [10])
    }
    return lines
}
