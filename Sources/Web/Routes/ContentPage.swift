internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning

extension Call {
    /// The page around foreign content: a frame of its origin, and everything of ours outside it.
    func contentPage(
        _ enrolled: Enrolled, _ title: String, status: HTTPResponse.Status, _ values: [String: Any]
    ) -> Response {
        var values = values
        let origin = contentOrigin(ofVersion: enrolled.edition.version)
        values["contentOrigin"] = origin
        var response = page("foreign", title, status: status, values)
        response.headers[.contentSecurityPolicy] = Headers.shellPolicy(framing: origin)
        if let name = HTTPField.Name("Permissions-Policy") {
            response.headers[name] = Headers.shellPermissions + ", unload=(self \"\(origin)\")"
        }
        return response
    }

    /// What the table of contents lists: of a course with foreign content, what the book lists; of ours, all.
    func tableOfContents(_ enrolled: Enrolled) -> [OutlineEntry] {
        let outline = enrolled.standing.view.outline
        let isForeign = enrolled.edition.courseware.course.organization.activities.contains { activity in
            if case .web = activity.content { true } else { false }
        }
        return isForeign ? outline.filter(\.isListed) : outline
    }

    /// Every control of the player; those that do not work now are there and hidden.
    func controls(_ working: [Navigation]) -> [String: Any] {
        func drawn(_ control: Navigation) -> [String: Any] {
            [
                "name": control.text, "label": say(Words.control(control)), "works": working.contains(control),
                "isMain": control == .continue,
            ]
        }
        let others: [Navigation] = [.suspendAll, .exit, .exitAll, .abandon, .abandonAll]
        return ["walk": [.previous, .continue].map(drawn), "controls": others.map(drawn)]
    }
}
