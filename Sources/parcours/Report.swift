internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import RecordIndex
internal import Records

/// Who is where in a course, who fails, and which questions are missed.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words(
            "Où en sont les apprenants d’un cours, et quelles questions sont manquées.",
            "Where the learners of a course are, and which questions are missed."),
        discussion: words(
            """
            EXEMPLES
              parcours report parcours-mission-spaser
              parcours report parcours-mission-spaser --json

            D’abord les personnes, celle que l’on n’a pas vue depuis le plus longtemps en tête\u{A0}; puis les étapes\u{A0}; puis les
            questions, la plus manquée en tête.
            """,
            """
            EXAMPLES
              parcours report parcours-mission-spaser
              parcours report parcours-mission-spaser --json

            First the people, whoever was not seen for the longest time on top; then the steps; then the questions, the
            most often missed on top.
            """))

    @Argument(help: help("L’identifiant du cours.", "The identifier of the course.")) var course: String
    @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let workplace = try Workplace(global)
        let folder = try workplace.existingDataFolder()
        let (answer, failures) = try workplace.readingIndex(of: folder) { index, outcome in
            (try course(in: index, of: folder), outcome.failures(ofCourse: course))
        }
        if answer.learners.isEmpty, failures.isEmpty { throw Failure(4, ReportSentences.nobody(course)) }
        try Console.give(json ? jsonLine(answer) : ReportSentences.text(of: answer).text(global.language))
        for failure in failures { Console.say(failure.sentence.text(global.language)) }
        if let failure = failures.first { throw ExitCode(failure.code) }
    }

    private func course(in index: RecordIndex, of folder: DataFolder) throws -> ReportAnswer {
        try ReportAnswer(
            index.enrolments(ofCourse: course), index.activities(ofCourse: course).map { ($0.key, $0.activity) },
            index.questions(ofCourse: course), name: { try name(of: $0, in: folder) })
    }

    private func name(of learner: String, in folder: DataFolder) throws(Failure) -> String? {
        guard let id = LearnerID(learner) else { return nil }
        return try Failure.translating { () throws(JournalError) in try folder.profile(of: id)?.name }
    }
}

/// What a trainer asks of a course.
struct ReportAnswer: Encodable {
    var learners: [Learner]
    var activities: [Activity]
    var questions: [Question]

    /// Where somebody is.
    struct Learner: Encodable {
        var id: String
        var name: String
        var current: String?
        var lastAccess: String?
        var completion: String
        var unitsDone: Int
        var unitsTotal: Int
        /// Activities that the person has failed.
        var failed: [String]
    }

    /// How an activity fares over all learners.
    struct Activity: Encodable {
        var id: String
        var title: String
        /// How many are at it now.
        var here: Int
        var attempted: Int
        var completed: Int
        var failed: Int
    }

    /// How a question fares over all learners and attempts.
    struct Question: Encodable {
        var activity: String
        var question: String
        var attempts: Int
        var right: Int
        var wrong: Int
    }

    init(
        _ enrolments: [IndexedEnrolment],
        _ attempted: [(key: IndexedEnrolment.Key, activity: IndexedEnrolment.Activity)],
        _ questions: [IndexedEnrolment.Question], name: (String) throws -> String?
    ) throws {
        let byLearner = Dictionary(grouping: attempted, by: \.key)
        learners = try enrolments.map { enrolment in
            let mine = (byLearner[enrolment.key] ?? []).map(\.activity)
            return Learner(
                id: enrolment.key.learner, name: try name(enrolment.key.learner) ?? "", current: enrolment.current,
                lastAccess: enrolment.record.lastAccess?.description, completion: enrolment.record.completion,
                unitsDone: enrolment.record.unitsDone, unitsTotal: enrolment.record.unitsTotal,
                failed: mine.filter { $0.status == "failed" }.map(\.id))
        }.sorted { ($0.lastAccess ?? "", $0.id) < ($1.lastAccess ?? "", $1.id) }
        var order: [String] = []
        var sums: [String: Activity] = [:]
        let here = Dictionary(grouping: enrolments.compactMap(\.current), by: \.self).mapValues(\.count)
        for (_, activity) in attempted {
            if sums[activity.id] == nil { order.append(activity.id) }
            var sum =
                sums[activity.id]
                ?? Activity(
                    id: activity.id, title: activity.title, here: here[activity.id] ?? 0, attempted: 0, completed: 0,
                    failed: 0)
            sum.attempted += 1
            if ["completed", "passed"].contains(activity.status) { sum.completed += 1 }
            if activity.status == "failed" { sum.failed += 1 }
            sums[activity.id] = sum
        }
        activities = order.compactMap { sums[$0] }
        self.questions = questions.map {
            Question(activity: $0.activity, question: $0.item, attempts: $0.attempts, right: $0.right, wrong: $0.wrong)
        }
    }
}
