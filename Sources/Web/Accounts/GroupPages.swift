internal import CourseHost
internal import CourseModel
internal import Hummingbird

extension Call {
    /// `GET /groups`: the groups that one follows.
    func groupList() async throws -> Response {
        let book = try accounts()
        guard let person = caller.person else { throw PageError.noAccounts }
        var rows: [[String: Any]] = []
        for group in try await book.groups(of: person) {
            let count = try await book.members(of: group.id).count
            rows.append([
                "name": group.name, "path": "/groups/\(group.id)", "members": say(AccountWords.learners(count)),
            ])
        }
        return page("groups", say(AccountWords.groups), ["groups": rows, "at": ["groups": true]])
    }

    /// `GET /groups/ID`: who is where, who is stuck, which questions fail.
    func groupPage() async throws -> Response {
        let book = try accounts()
        guard let person = caller.person, let id = named["group"].flatMap({ GroupID($0) }),
            let group = try await book.groups(of: person).first(where: { $0.id == id })
        else { throw PageError.notFound }
        let report = try await shell.reports.report(on: try await book.members(of: id), at: shell.clock())
        let courses = report.courses.map { course -> [String: Any] in
            [
                "title": course.title,
                "learners": course.learners.map(row), "activities": course.activities.map(row),
                "questions": course.questions.map(row), "hasQuestions": !course.questions.isEmpty,
                "isDeclared": course.learners.contains(where: \.isDeclared),
            ]
        }
        return page(
            "group", group.name,
            [
                "courses": courses, "count": say(AccountWords.learners(report.members)),
                "notBegun": report.notBegun.map { ["name": $0] }, "hasNotBegun": !report.notBegun.isEmpty,
            ])
    }

    private func row(_ learner: GroupReport.Learner) -> [String: Any] {
        var values: [String: Any] = [
            "name": learner.name, "progress": say(AccountWords.units(learner.unitsDone, of: learner.unitsTotal)),
            "where": learner.current ?? "", "last": learner.lastAccess.map { say(Words.day($0)) } ?? "",
            "completion": say(AccountWords.completion(learner.completion)), "isStuck": learner.trouble != nil,
            "isDeclared": learner.isDeclared && learner.score != nil,
        ]
        values["score"] = learner.score.map { say(Words.percent($0)) }
        values["trouble"] = learner.trouble.map { say(AccountWords.trouble($0)) }
        return values
    }

    private func row(_ activity: GroupReport.Activity) -> [String: Any] {
        [
            "title": activity.title, "here": activity.here, "done": activity.done, "failed": activity.failed,
        ]
    }

    private func row(_ question: GroupReport.Question) -> [String: Any] {
        [
            "item": question.prompt, "attempts": question.attempts, "right": say(Words.percent(question.rightPart)),
            "value": question.rightPart,
        ]
    }
}
