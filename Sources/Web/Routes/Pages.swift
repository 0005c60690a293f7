internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning

extension Call {
    /// `GET /`: every course, with one way in each.
    func catalogue() async throws -> Response {
        let learner = try await learner()
        var cards: [[String: Any]] = []
        for edition in try await campus.offered() {
            let standing: Standing
            if let learner, let desk = try await campus.desk(of: learner, in: edition.id) {
                standing = try await desk.standing()
            } else {
                standing = await campus.untouched(edition)
            }
            cards.append(card(of: Enrolled(edition: edition, standing: standing, path: Call.path(of: edition.id))))
        }
        let unreadable = await campus.unreadable.sorted { $0.key < $1.key }
            .map { say(Words.unreadable($0.key, $0.value.sentence)) }
        return page(
            "catalogue", say(Words.all["catalogueTitle"]),
            ["courses": cards, "unreadable": unreadable, "at": ["home": true]])
    }

    private func card(of enrolled: Enrolled) -> [String: Any] {
        let (course, standing) = (enrolled.edition.courseware.course, enrolled.standing)
        let leaves = standing.view.outline.filter(\.isLeaf)
        let seconds = leaves.reduce(0) { $0 + ($1.durationSeconds ?? 0) }
        let steps = say(Words.steps(leaves.count))
        var card: [String: Any] = [
            "title": course.title, "path": enrolled.path, "language": course.language ?? language.rawValue,
            "facts": seconds > 0 ? "\(steps) · \(say(Words.duration(seconds)))" : steps,
        ]
        card["about"] = course.about
        if standing.savedLine > 0 {
            let progress = standing.view.progress.value
            card["begun"] = ["percent": say(Words.percent(progress)), "value": progress] as [String: Any]
        }
        return card
    }

    /// `GET /help`
    func help() -> Response {
        page(
            "help", say(Words.all["helpTitle"]),
            ["answers": Words.answers.map { ["ask": say($0.ask), "say": say($0.answer)] }, "at": ["help": true]])
    }

    /// `POST /preferences`: the language and the look, kept in the browser.
    func keepPreferences() async throws -> Response {
        let form = try await form()
        var response = Response(
            status: .seeOther, headers: [.location: Call.local(form["back"]), .contentLength: "0"])
        let attributes = "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
        if let language = form["lang"].flatMap({ Language(rawValue: $0) }) {
            response.headers[values: .setCookie].append("\(Visitor.languageCookie)=\(language.rawValue)\(attributes)")
        }
        if let theme = form["theme"].flatMap({ Theme(rawValue: $0) }) {
            response.headers[values: .setCookie].append("\(Visitor.themeCookie)=\(theme.rawValue)\(attributes)")
        }
        return response
    }

    /// `GET /assets/NAME`
    func asset() throws -> Response {
        guard let name = named["name"], let asset = shell.pages.assets[name] else { throw PageError.notFound }
        return asset.answer(
            request, cache: query["v"] == asset.tag ? "public, max-age=31536000, immutable" : "no-cache")
    }

    /// A sentence of the table.
    func say(_ sentence: Sentence?) -> String { sentence.map { say($0) } ?? "" }
}
