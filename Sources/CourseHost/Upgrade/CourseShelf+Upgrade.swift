public import CourseModel
public import JournalStore
internal import Learning
internal import Sequencing

extension CourseShelf {
    /// What going over to a version, the one offered where `nil`, would mean for the learners of a course, or for some of them.
    /// Writes nothing; `nil` when the course or the version is not on the shelf.
    public func upgradePlan(
        _ id: String, to version: String? = nil, learners: Set<LearnerID>? = nil
    ) throws -> UpgradePlan? {
        guard let version = try version ?? folder.currentVersion(ofCourse: id),
            let target = try course(id, version: version)
        else { return nil }
        var plan = UpgradePlan(course: id, version: version)
        var editions: [String: LoadedCourse] = [:]
        for use in try uses(of: id) where learners?.contains(use.learner) ?? true && use.version != version {
            do {
                guard let from = use.version, let old = try editions[from] ?? course(id, version: from) else {
                    throw Indexing.Gap.noVersion(course: id, version: use.version ?? "")
                }
                editions[from] = old
                if plan.changes[from] == nil { plan.changes[from] = try CourseChanges(from: old, to: target) }
                plan.steps.append(try step(for: use, in: id, from, old, version, target))
            } catch {
                plan.failures.append((use.learner, error))
            }
        }
        return plan
    }

    private func step(
        for use: CourseUse, in id: String, _ from: String, _ old: LoadedCourse, _ version: String,
        _ target: LoadedCourse
    ) throws -> UpgradePlan.Step {
        var journal = folder.enrolment(of: use.learner, in: id).journal
        let lines = try journal.read()
        if let obstacle = journal.obstacle { throw obstacle }
        let learner = Learner(id: use.learner.text, name: "")
        let before = try Desk.replay(old.courseware, learner: learner, lines: lines)
        let after = try Desk.replay(target.courseware, learner: learner, lines: lines, movedTo: version)
        return UpgradePlan.Step(use, from: from, before, after)
    }

    /// Moves an enrolment to a version that is on the shelf: one line in its journal, on disk when this returns; `false` when it
    /// was there already. `by` says who wants it, `writer` names this program's session.
    public func move(
        _ learner: LearnerID, in id: String, to version: String, by: String, writer: String,
        clock: @Sendable () -> Instant
    ) throws -> Bool {
        guard let course = try course(id, version: version), let request = JournalRequest(session: writer, counter: 1)
        else { throw Indexing.Gap.noVersion(course: id, version: version) }
        let coding = EventCoding(course.courseware.course.organization)
        let event = try coding.journaled(
            .moved(version: version, by: by), .init(attempt: { _ in 0 }, activeSeconds: { _ in 0 }))
        var journal = folder.enrolment(of: learner, in: id).journal
        var lines: [JournalLine] = []
        var isDue = false
        _ = try journal.append(
            request, at: clock, catchingUp: { lines += $0 },
            deciding: {
                isDue = Desk.pinned(lines).map { $0.version != version } ?? false
                return isDue ? [event] : []
            })
        return isDue
    }
}
