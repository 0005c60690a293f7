internal import Assessment
internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning

/// An enrolment as a handler finds it.
struct Enrolled: Sendable {
    var edition: CourseEdition
    var standing: Standing
    /// `/courses/ID`
    var path: String
}

extension Call {
    var courseID: String { named["course"] ?? "" }
    var coursePath: String { Call.path(of: courseID) }

    /// The address of a course.
    static func path(of courseID: String) -> String { "/courses/\(Fields.encoded(courseID))" }

    /// The course and how the visitor stands in it; for whoever has begun nothing, the course as it is offered.
    func enrolled() async throws -> Enrolled {
        guard let (edition, desk) = try await campus.enrolment(of: learner(), in: courseID) else {
            throw PageError.noSuchCourse
        }
        let standing = if let desk { try await desk.standing() } else { await campus.untouched(edition) }
        return Enrolled(edition: edition, standing: standing, path: coursePath)
    }

    /// `GET /courses/ID/play`
    func player() async throws -> Response {
        let enrolled = try await enrolled()
        return playerPage(enrolled)
    }

    /// `POST /courses/ID/play`: what the learner asks for.
    func play() async throws -> Response {
        let form = try await form()
        guard let wish = Wish(form) else { throw PageError.unreadableForm }
        guard let desk = try await campus.desk(of: learnerToWrite(), in: courseID) else { throw PageError.noSuchCourse }
        if let closed = try await closed(wish, at: desk) { return closed }
        let answer: CourseHost.Answer
        switch wish.request {
        case nil: answer = await desk.open()
        case let request?: answer = await desk.perform(request, seen: wish.seen)
        }
        switch answer.outcome {
        case .done: return seeOther("\(coursePath)/play\(wish.addressOfResult)")
        case .notSaved(let trouble): throw PageError(trouble)
        case .refused(let lock):
            if answer.standing.isAlready(wish) { return seeOther("\(coursePath)/play\(wish.addressOfResult)") }
            return try await refused(lock, answer.standing, wish, at: desk)
        }
    }

    /// Of a step that is locked, the page that says why: asking for it would end what is under way. `nil` for others.
    private func closed(_ wish: Wish, at desk: SharedDesk) async throws -> Response? {
        guard case .navigate(.choice(let id))? = wish.request else { return nil }
        let standing = try await desk.standing()
        guard let entry = standing.view.outline.first(where: { $0.id == id }), !entry.isOpen else { return nil }
        let lock = entry.lock ?? Lock(reason: "group", sentence: Words.onlyGroups, wayOut: [])
        return try await refused(lock, standing, wish, at: desk)
    }

    private func refused(
        _ lock: Lock, _ standing: Standing, _ wish: Wish, at desk: SharedDesk
    ) async throws -> Response {
        guard let edition = try await campus.edition(of: courseID, version: desk.version) else {
            throw PageError.noSuchCourse
        }
        return refused(lock, Enrolled(edition: edition, standing: standing, path: coursePath), wish)
    }
}

extension Standing {
    /// What was asked for is so already: a form that was sent twice is carried out once, and both hear that it was.
    fileprivate func isAlready(_ wish: Wish) -> Bool {
        switch (wish.request, view.current) {
        case (.answer(let item, let response)?, .quiz(let quiz)): quiz.answers[item]?.response == response
        case (.screen(let wanted)?, .lesson(_, _, let screen)): wanted == screen && wish.seen?.first == position.first
        default: false
        }
    }
}
