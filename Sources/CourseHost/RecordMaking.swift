internal import CourseModel
public import JournalStore
public import Learning
public import Records
internal import Assessment
internal import Sequencing

extension CompletionRecord {
    /// The record of one enrolment, from its session alone: the same journal gives the same record.
    public init(_ session: Session, courseCode: String, learner: LearnerID, profile: LearnerProfile?) {
        let root = session.sequencer.tracking(of: 0)
        let primary = root.objectives.first
        let units = session.units
        let score = session.bestScore
        self.init(
            recordID: "\(learner)-\(courseCode)", learnerID: learner.text,
            lastName: profile?.familyName ?? profile?.name ?? "", firstName: profile?.givenName ?? "",
            organizationName: profile?.organization ?? "", courseCode: courseCode,
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
}

extension Objective {
    /// What passes, where the measure decides.
    fileprivate var masteryScore: Double? { satisfiedByMeasure ? minNormalizedMeasure?.value : nil }
}
