import CourseModel
import FoundationEssentials
import Glibc
import Records
import Testing

@testable import RecordIndex

@Suite("The index of the journals")
struct RecordIndexTests {
    private static func entry(_ learner: String, _ course: String = "c", score: Double? = 0.5) -> RecordIndex.Entry {
        let record = CompletionRecord(
            recordID: CompletionRecord.id(learner: learner, course: course), learnerID: learner, lastName: "",
            firstName: "", organizationName: "", courseCode: course, courseTitle: "Cours", courseVersion: "v",
            firstAccess: Instant(milliseconds: 1), lastAccess: Instant(milliseconds: 2), completedAt: nil,
            durationSeconds: 3, unitsTotal: 4, unitsDone: 5, completion: "incomplete", success: "unknown",
            scoreScaled: score, scoreRaw: score, scoreMax: nil, masteryScore: 0.8, attempts: 6, provenance: "moteur")
        return RecordIndex.Entry(
            enrolment: IndexedEnrolment(
                key: .init(learner: learner, folder: course),
                position: .init(line: 7, hash: "00", bytes: 8, modified: -9), record: record, current: nil),
            activities: [
                .init(id: "A2", title: "Deux", status: "passed", attempts: 1, lastSeen: nil),
                .init(id: "A1", title: "Un", status: "failed", attempts: 2, lastSeen: Instant(milliseconds: 5)),
            ],
            questions: [.init(activity: "A2", item: "q1", attempts: 3, right: 1, wrong: 2)])
    }

    private static func withFile(_ body: (String) throws -> Void) rethrows {
        let path = "/tmp/parcours-index-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test("gives back what it took, also to the next program")
    func roundTrip() throws {
        try Self.withFile { path in
            try RecordIndex(at: path, program: "p").take([Self.entry("b"), Self.entry("a", score: nil)])
            let index = try RecordIndex(at: path, program: "p")
            #expect(try index.enrolments() == [Self.entry("a", score: nil), Self.entry("b")].map(\.enrolment))
            #expect(try index.activities(ofLearner: "a").map(\.activity) == Self.entry("a").activities)
        }
    }

    @Test("what is taken again replaces what was known, and what is forgotten is gone from all tables")
    func replaces() throws {
        let index = try RecordIndex(program: "p")
        try index.take([Self.entry("a"), Self.entry("b")])
        try index.take([Self.entry("b", score: 1)], forgetting: [.init(learner: "a", folder: "c")])
        #expect(try index.enrolments() == [Self.entry("b", score: 1).enrolment])
        #expect(try index.activities().map(\.key.learner) == ["b", "b"])
        #expect(try index.questions(ofCourse: "c").map(\.attempts) == [3])
    }

    @Test("questions are summed over learners, the most often missed first, and courses kept apart")
    func questions() throws {
        let index = try RecordIndex(program: "p")
        var easy = Self.entry("b")
        easy.questions.append(.init(activity: "A1", item: "q0", attempts: 4, right: 4, wrong: 0))
        try index.take([Self.entry("a"), easy, Self.entry("a", "other")])
        let found = try index.questions(ofCourse: "c")
        #expect(found.map(\.item) == ["q1", "q0"])
        #expect(found.first == .init(activity: "A2", item: "q1", attempts: 6, right: 2, wrong: 4))
    }

    @Test("a file of another program, of another layout, or no database at all is begun anew")
    func begunAnew() throws {
        try Self.withFile { path in
            try RecordIndex(at: path, program: "p").take([Self.entry("a")])
            #expect(try RecordIndex(at: path, program: "q").enrolments().isEmpty)
            try RecordIndex(at: path, program: "q").take([Self.entry("a")])
            try IndexFile(path).write { try $0.run("PRAGMA user_version = 999") }
            #expect(try RecordIndex(at: path, program: "q").enrolments().isEmpty)
            try Data("no database, but long enough to be looked at as one".utf8).write(to: URL(filePath: path))
            #expect(try RecordIndex(at: path, program: "q").enrolments().isEmpty)
        }
    }

    @Test("a cell that changed on disk is found, not believed")
    func checksum() throws {
        try Self.withFile { path in
            let index = try RecordIndex(at: path, program: "p")
            try index.take([Self.entry("a")])
            try IndexFile(path).write { try $0.run("UPDATE enrolment SET reussite = 'passed'") }
            #expect(throws: IndexTrouble.corrupt("checksum")) { try index.enrolments() }
        }
    }

    @Test("a forgotten learner is nowhere in the file's bytes, and the file is its owner's alone")
    func forgets() throws {
        try Self.withFile { path in
            let index = try RecordIndex(at: path, program: "p")
            let marker = "marker0123456789"
            try index.take([Self.entry(marker), Self.entry("b")])
            #expect(try Data(contentsOf: URL(filePath: path)).contains(Data(marker.utf8)))
            try index.take([], forgetting: [.init(learner: marker, folder: "c")])
            #expect(try !Data(contentsOf: URL(filePath: path)).contains(Data(marker.utf8)))
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test("a folder that is not there is trouble, not a crash")
    func trouble() {
        #expect(throws: IndexTrouble.self) { try RecordIndex(at: "/nonexistent/index.sqlite", program: "p") }
    }
}
