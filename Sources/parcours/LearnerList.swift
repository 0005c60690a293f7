internal import ArgumentParser
internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import RecordIndex
internal import Records

extension LearnerCommand {
    /// Every learner with how much they have begun.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: words("Liste les apprenants.", "Lists the learners."),
            discussion: words(
                """
                EXEMPLES
                  parcours learner list
                  parcours learner list --json
                """,
                """
                EXAMPLES
                  parcours learner list
                  parcours learner list --json
                """))

        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let workplace = try Workplace(global)
            let folder = try workplace.existingDataFolder()
            let (index, outcome) = try workplace.freshIndex(of: folder)
            let byLearner = Dictionary(grouping: try index.enrolments(), by: \.key.learner)
            var answers: [LearnerAnswer] = []
            var failures = outcome.failures(ofCourse: nil)
            for id in try Failure.translating({ () throws(JournalError) in try folder.learners() }) {
                do throws(JournalError) {
                    let enrolments = byLearner[id.text] ?? []
                    var answer = LearnerAnswer(id, try folder.profile(of: id))
                    answer.enrolments = enrolments.count
                    answer.lastAccess = enrolments.compactMap(\.record.lastAccess).max()?.description
                    answers.append(answer)
                } catch {
                    failures.append(Failure(error))
                }
            }
            if json {
                try Console.give(jsonLine(["learners": answers]))
            } else {
                try Console.give(answers.map { LearnerSentences.line($0).text(global.language) + "\n" }.joined())
            }
            for failure in failures { Console.say(failure.sentence.text(global.language)) }
            if let failure = failures.first { throw ExitCode(failure.code) }
        }
    }

    /// One learner with every course.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: words(
                "Montre un apprenant et où il en est dans chaque cours.",
                "Shows a learner and how far they are in each course."),
            discussion: words(
                """
                EXEMPLES
                  parcours learner show ines
                  parcours learner show local --json
                """,
                """
                EXAMPLES
                  parcours learner show ines
                  parcours learner show local --json
                """))

        @Argument(
            help: help(
                "Nom de connexion, identifiant, ou «\u{A0}local\u{A0}».", "Login, identifier, or “local”."))
        var learner: String
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let workplace = try Workplace(global)
            let folder = try workplace.existingDataFolder()
            let id = try Workplace.find(learner, in: folder)
            let profile = try Failure.translating { () throws(JournalError) in try folder.profile(of: id) }
            var answer = LearnerAnswer(id, profile)
            let (courses, missed) = try workplace.readingIndex(of: folder) { index, outcome in
                let activities = Dictionary(grouping: try index.activities(ofLearner: id.text), by: \.key)
                let courses = try index.enrolments(ofLearner: id.text).map { enrolment in
                    LearnerAnswer.Course(enrolment, (activities[enrolment.key] ?? []).map(\.activity))
                }
                return (courses, outcome.failures.filter { $0.enrolment.learner == id })
            }
            answer.courses = courses
            if json {
                try Console.give(jsonLine(answer))
            } else {
                try Console.give(LearnerSentences.page(answer, courses).text(global.language))
            }
            let failures = missed.map(\.failure)
            for failure in failures { Console.say(failure.sentence.text(global.language)) }
            if let failure = failures.first { throw ExitCode(failure.code) }
        }
    }
}

extension LearnerAnswer.Course {
    fileprivate init(_ enrolment: IndexedEnrolment, _ activities: [IndexedEnrolment.Activity]) {
        let record = enrolment.record
        self.init(
            course: record.courseCode, title: record.courseTitle, version: record.courseVersion,
            firstAccess: record.firstAccess?.description, lastAccess: record.lastAccess?.description,
            completedAt: record.completedAt?.description, completion: record.completion, success: record.success,
            unitsDone: record.unitsDone, unitsTotal: record.unitsTotal, scoreScaled: record.scoreScaled,
            durationSeconds: record.durationSeconds, current: enrolment.current, line: enrolment.position.line,
            activities: activities.map {
                .init(
                    id: $0.id, title: $0.title, status: $0.status, attempts: $0.attempts,
                    lastSeen: $0.lastSeen?.description)
            })
    }
}
