internal import CourseHost
internal import CourseModel
internal import Hummingbird
internal import Learning

extension Call {
    /// `POST /courses/ID/notes`: a note or bookmark beside a screen.
    func keepNote() async throws -> Response {
        let form = try await form()
        guard let activity = form["activity"], let screen = form["screen"].flatMap({ Int($0) }) else {
            throw PageError.unreadableForm
        }
        guard let desk = try await campus.desk(of: learnerToWrite(), in: courseID) else { throw PageError.noSuchCourse }
        let answer = await desk.perform(
            .note(
                ActivityID(activity), screen: screen, text: form["text"],
                isBookmark: form["bookmark"].map { $0 == "on" }),
            seen: nil)
        switch answer.outcome {
        case .done: return seeOther("\(coursePath)/play")
        case .notSaved(let trouble): throw PageError(trouble)
        case .refused(let lock):
            throw PageError(.conflict, Faults.notNow, lock.sentence, next: (Words.backToCourse, coursePath))
        }
    }

    /// `GET /me`: every course begun, its results, notes and bookmarks.
    func myLearning() async throws -> Response {
        var courses: [[String: Any]] = []
        if let learner = try await learner() {
            for id in try await campus.enrolments(of: learner) {
                guard let desk = try await campus.desk(of: learner, in: id),
                    let edition = try await campus.edition(of: id, version: desk.version)
                else { continue }
                let enrolled = Enrolled(
                    edition: edition, standing: try await desk.standing(), path: Call.path(of: id))
                guard enrolled.standing.savedLine > 0 else { continue }
                courses.append(summary(of: enrolled, await desk.results))
            }
        }
        return page("me", say(Words.all["meTitle"]), ["courses": courses, "at": ["me": true]])
    }

    private func summary(of enrolled: Enrolled, _ results: [ActivityResult]) -> [String: Any] {
        let standing = enrolled.standing
        let titles = Dictionary(
            standing.view.outline.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        var facts = [["value": say(Words.duration(standing.activeSeconds)), "label": say(Words.all["spentLabel"])]]
        if let last = standing.lastAccess {
            facts.append(["value": say(Words.day(last)), "label": say(Words.all["lastLabel"])])
        }
        if let done = standing.completedAt {
            facts.append(["value": say(Words.day(done)), "label": say(Words.all["completedLabel"])])
        }
        return [
            "title": standing.view.courseTitle, "path": enrolled.path, "value": standing.view.progress.value,
            "percent": say(Words.percent(standing.view.progress.value)), "facts": facts,
            "language": enrolled.edition.courseware.course.language ?? language.rawValue,
            "hasResults": !results.isEmpty, "results": results.map { row(of: $0, titles) },
            "hasNotes": !standing.notes.isEmpty,
            "notes": standing.notes.map { note in
                [
                    "activity": note.activity.text, "text": note.text, "isMarked": note.isBookmark,
                    "where": say(Words.place(titles[note.activity] ?? note.activity.text, page: note.screen + 1)),
                ] as [String: Any]
            },
        ]
    }

    private func row(of result: ActivityResult, _ titles: [ActivityID: String]) -> [String: String] {
        [
            "title": titles[result.id] ?? result.id.text,
            "attempts": result.attemptLimit.map { "\(result.attempts) / \($0)" } ?? "\(result.attempts)",
            "score": result.score.map { say(Words.percent($0.value)) } ?? "–",
            "outcome": say(Words.outcome(result.status, isDeclared: result.isDeclared)),
        ]
    }
}
