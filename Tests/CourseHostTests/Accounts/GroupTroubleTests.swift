import CourseModel
import Records
import RecordIndex
import Testing

@testable import CourseHost

@Suite("Whom a trainer may want to look after")
struct GroupTroubleTests {
    private static let now = Instant(milliseconds: 1_790_000_000_000)

    private func record(
        _ completion: String, seconds: Int64 = 600, units: Int = 1, provenance: String = "declare", days: Int64 = 0
    ) -> CompletionRecord {
        let last = Instant(milliseconds: GroupTroubleTests.now.milliseconds - days * 86_400_000)
        return CompletionRecord(
            recordID: "r", learnerID: "l", lastName: "", firstName: "", organizationName: "", courseCode: "c",
            courseTitle: "C", courseVersion: "v", firstAccess: last, lastAccess: last, completedAt: nil,
            durationSeconds: seconds, unitsTotal: units, unitsDone: units, completion: completion, success: "unknown",
            scoreScaled: 1, scoreRaw: nil, scoreMax: nil, masteryScore: nil, attempts: 1, provenance: provenance)
    }

    private func trouble(
        _ record: CompletionRecord, _ activities: [IndexedEnrolment.Activity] = []
    ) -> GroupReport.Trouble? {
        GroupReport.Trouble(in: record, activities, at: GroupTroubleTests.now)
    }

    @Test("content that says it is done in no time is shown, for each unit that it has")
    func hasty() {
        #expect(trouble(record("completed", seconds: 4)) == .hasty(seconds: 4))
        #expect(trouble(record("completed", seconds: 10)) == nil)
        #expect(trouble(record("completed", seconds: 49, units: 5)) == .hasty(seconds: 49))
        #expect(trouble(record("completed", seconds: 50, units: 5)) == nil)
    }

    @Test("what this engine scored is not suspected, nor content that is under way")
    func notHasty() {
        #expect(trouble(record("completed", seconds: 4, provenance: "moteur")) == nil)
        #expect(trouble(record("incomplete", seconds: 4)) == nil)
    }

    @Test("a fortnight without a visit, and what was failed twice; the harder first")
    func awayAndFailed() {
        #expect(trouble(record("incomplete", days: 13)) == nil)
        #expect(trouble(record("incomplete", days: 14)) == .away(days: 14))
        #expect(trouble(record("completed", days: 99)) == nil)
        let activities = [("A", "failed", 2), ("B", "failed", 3), ("C", "passed", 9), ("D", "failed", 1)].map {
            IndexedEnrolment.Activity(id: $0.0, title: $0.0, status: $0.1, attempts: $0.2, lastSeen: nil)
        }
        #expect(trouble(record("incomplete", days: 99), activities) == .failed(activity: "B", attempts: 3))
        #expect(trouble(record("incomplete"), [activities[3]]) == nil)
    }
}
