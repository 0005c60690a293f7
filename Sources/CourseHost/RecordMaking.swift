internal import CourseModel
public import JournalStore
internal import Learning
public import Records
internal import Assessment
internal import Sequencing

extension CompletionRecord {
    /// The record of one enrolment without the learner's names, from its session alone: the same journal gives the same
    /// record.
    init(_ session: Session, courseCode: String, learner: LearnerID) {
        let root = session.sequencer.tracking(of: 0)
        let primary = root.objectives.first
        let units = session.units
        let score = session.bestScore
        self.init(
            recordID: CompletionRecord.id(learner: learner.text, course: courseCode), learnerID: learner.text,
            lastName: "", firstName: "", organizationName: "", courseCode: courseCode,
            courseTitle: session.courseware.course.title, courseVersion: session.version ?? "",
            firstAccess: session.firstEvent, lastAccess: session.lastEvent, completedAt: session.completedAt,
            durationSeconds: session.activeMilliseconds / 1000, unitsTotal: units.total, unitsDone: units.done,
            completion: root.isCompleted == true ? "completed" : root.attemptCount > 0 ? "incomplete" : "not attempted",
            success: primary?.isSatisfied.map { $0 ? "passed" : "failed" } ?? "unknown",
            scoreScaled: score.map { $0.raw / $0.max } ?? primary?.measure?.value,
            scoreRaw: score?.raw, scoreMax: score?.max,
            masteryScore: session.courseware.course.organization.definition(of: 0).primaryObjective.masteryScore,
            attempts: root.attemptCount, provenance: session.isScoredHere ? "moteur" : "declare")
    }

    /// The record with the names that `learner.json` holds.
    public func naming(_ profile: LearnerProfile?) -> CompletionRecord {
        var named = self
        named.lastName = profile?.familyName ?? profile?.name ?? ""
        named.firstName = profile?.givenName ?? ""
        named.organizationName = profile?.organization ?? ""
        return named
    }
}

extension Objective {
    /// What passes, where the measure decides.
    fileprivate var masteryScore: Double? { satisfiedByMeasure ? minNormalizedMeasure?.value : nil }
}
