import CourseModel
import Glibc
import JournalStore

/// Durable commits in one program: `journal-bench FOLDER WRITERS COUNT`.
///
/// Each writer appends COUNT lines to the journal of a learner of its own; all share a commit queue. Prints seconds.
@main
struct JournalBench {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 4, let writers = Int(words[2]), let count = Int(words[3]) else { exit(2) }
        let folder = words[1]
        let queue = CommitQueue()
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask { try await write(count, to: "\(folder)/\(writer)", queue, alone: writers == 1) }
            }
            try await group.waitForAll()
        }
        print(Double((ContinuousClock.now - start) / .microseconds(1)) / 1e6)
    }

    private static func write(_ count: Int, to path: String, _ queue: CommitQueue, alone: Bool) async throws {
        var journal = Journal(path: path, lockPath: path + ".lock")
        guard let data = JSONObject(#"{"item":"m1-q1","responses":{"RESPONSE":["B"]},"score":1,"attempt":1}"#) else {
            exit(2)
        }
        for counter in 0..<count {
            guard let request = JournalRequest(session: "bench", counter: counter) else { exit(2) }
            var writing = try journal.begin(keeping: queue.journals)
            _ = try journal.add(request, to: &writing, at: { .now() }) { [JournalEvent(.answer, data)] }
            if alone { try writing.sync() } else { try await writing.sync(through: queue) }
            journal.settle(writing)
        }
    }
}
