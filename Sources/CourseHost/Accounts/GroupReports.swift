internal import Assessment
public import CourseModel
public import JournalStore
internal import Learning
internal import RecordIndex
internal import Records

/// Makes reports on groups from the index of a data folder, on a thread of its own.
public actor GroupReports {
    private let folder: DataFolder
    private let shelf: CourseShelf
    private var indexing: Indexing
    private let lane = DiskLane(DiskLane.all.count + 1)

    public nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

    /// The reports on a data folder; `program` names the build for the index.
    public init(_ folder: DataFolder, models: DataModels, program: String) {
        self.folder = folder
        shelf = CourseShelf(folder, models: models)
        indexing = Indexing(folder, shelf, program: program)
    }

    /// A report on these learners. Throws a `CampusTrouble`.
    public func report(on members: [LearnerID], at now: Instant) throws -> GroupReport {
        do {
            let index = try indexing.refreshed().index
            var names: [String: String] = [:]
            for member in members { names[member.text] = try folder.profile(of: member)?.name }
            let enrolments = try members.flatMap { try index.enrolments(ofLearner: $0.text) }
            let begun = Set(enrolments.map(\.key.learner))
            let byCourse = Dictionary(grouping: enrolments, by: \.record.courseCode)
            let courses = try byCourse.sorted { $0.key < $1.key }.map { code, enrolments in
                try course(code, enrolments, names, index, now)
            }
            let absent = members.filter { !begun.contains($0.text) }.compactMap { names[$0.text] }
            return GroupReport(courses: courses, members: members.count, notBegun: absent.sorted())
        } catch {
            throw CampusTrouble(error)
        }
    }

    private func course(
        _ code: String, _ enrolments: [IndexedEnrolment], _ names: [String: String], _ index: RecordIndex,
        _ now: Instant
    ) throws -> GroupReport.Course {
        let learners = Set(enrolments.map(\.key.learner))
        let courseware = try folder.currentVersion(ofCourse: code).flatMap { try shelf.course(code, version: $0) }?
            .courseware
        let places = courseware?.course.organization.activities ?? []
        let titles = Dictionary(places.map { ($0.id.text, $0.title) }, uniquingKeysWith: { first, _ in first })
        let attempted = try learners.flatMap { learner in
            try index.activities(ofCourse: code, ofLearner: learner).map { (learner: learner, activity: $0.activity) }
        }
        let ofLearner = Dictionary(grouping: attempted, by: \.learner).mapValues { $0.map(\.activity) }
        let rows = enrolments.map { enrolment in
            GroupReport.Learner(
                name: names[enrolment.key.learner] ?? "", unitsDone: enrolment.record.unitsDone,
                unitsTotal: enrolment.record.unitsTotal, current: enrolment.current.map { titles[$0] ?? $0 },
                lastAccess: enrolment.record.lastAccess, completion: enrolment.record.completion,
                score: enrolment.record.scoreScaled, isDeclared: enrolment.record.isDeclared,
                trouble: GroupReport.Trouble(
                    in: enrolment.record, ofLearner[enrolment.key.learner] ?? [], at: now))
        }
        return GroupReport.Course(
            title: enrolments.first?.record.courseTitle ?? code,
            learners: rows.sorted { ($0.trouble == nil ? 1 : 0, $0.name) < ($1.trouble == nil ? 1 : 0, $1.name) },
            activities: places.filter(\.isLeaf).map { place in
                let tried = attempted.filter { $0.activity.id == place.id.text }
                return GroupReport.Activity(
                    title: place.title, here: enrolments.count { $0.current == place.id.text },
                    done: tried.count { ["completed", "passed"].contains($0.activity.status) },
                    failed: tried.count { $0.activity.status == "failed" })
            },
            questions: try index.questions(ofCourse: code, ofLearners: learners).map { question in
                GroupReport.Question(
                    prompt: prompt(of: question.item, in: courseware) ?? question.item, attempts: question.attempts,
                    rightPart: Double(question.right) / Double(max(1, question.attempts)))
            })
    }

    private func prompt(of item: String, in courseware: Courseware?) -> String? {
        let asked = courseware?.quizzes.values.lazy.flatMap(\.items).first { $0.id == item }
        return asked?.prompt.lazy.compactMap { block in
            switch block {
            case .heading(_, let text), .paragraph(let text): text.plainText
            case .list, .quote, .callout, .table, .code, .image: nil
            }
        }.first
    }
}
