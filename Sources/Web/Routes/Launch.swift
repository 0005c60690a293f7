internal import CourseHost
internal import HTTPTypes
internal import Hummingbird

extension Call {
    /// `GET /launch?course=ID&learner=ID&name=NAME`: a page that sends its own form, as a GET never writes.
    func launchPage() async throws -> Response {
        guard let course = query["course"], try await campus.offered(course) != nil else {
            throw PageError.noSuchCourse
        }
        var values: [String: Any] = ["course": course]
        values["learner"] = query["learner"]
        values["name"] = query["name"]
        return page("launch", say(Words.all["launchTitle"]), values)
    }

    /// `POST /launch`: makes the learner where there is none, takes up the course, and leads to its player.
    func launch() async throws -> Response {
        let form = try await form()
        let login = form["learner"].flatMap { $0.isEmpty ? nil : $0 }
        guard let course = form["course"], login.map(Campus.isUsable(login:)) ?? true,
            (form["name"]?.utf8.count ?? 0) <= 400
        else { throw PageError.unreadableForm }
        guard try await campus.offered(course) != nil else { throw PageError.noSuchCourse }
        // Where people sign in, one launches in one's own name only.
        let learner =
            shell.accounts == nil
            ? try await campus.learner(login: login, orNewNamed: form["name"]) : try await learnerToWrite()
        guard let desk = try await campus.desk(of: learner, in: course) else { throw PageError.noSuchCourse }
        if case .notSaved(let trouble) = await desk.open().outcome { throw PageError(trouble) }
        let home = shell.accounts == nil ? login.map { "/as/\(Fields.encoded($0))" } ?? "" : ""
        return Response(
            status: .seeOther,
            headers: [.location: "\(home)/courses/\(Fields.encoded(course))/play", .contentLength: "0"])
    }
}
