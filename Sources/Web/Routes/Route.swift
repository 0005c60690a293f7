internal import CourseHost
internal import HTTPTypes
internal import Hummingbird

/// One line of the table of routes: what is asked for, who may, and who answers.
struct Route: Sendable {
    /// How a refusal looks.
    enum Answers: Sendable { case page, api }

    let method: HTTPRequest.Method
    /// Segments of the path; `:name` stands for any one, `*name` for all that follow.
    let pattern: [String]
    /// What must be allowed; with open access, whoever is here may learn and import.
    let action: Action
    let answers: Answers
    let handle: @Sendable (Call) async throws -> Response

    init(
        _ method: HTTPRequest.Method, _ path: String, for action: Action, answers: Answers = .page,
        _ handle: @escaping @Sendable (Call) async throws -> Response
    ) {
        (self.method, self.action, self.answers, self.handle) = (method, action, answers, handle)
        pattern = path.split(separator: "/").map(String.init)
    }

    /// What the names of the pattern stand for in a path; `nil` when it does not fit.
    func match(_ segments: ArraySlice<String>) -> [String: String]? {
        var found: [String: String] = [:]
        var rest = segments
        for name in pattern {
            if name.hasPrefix("*") {
                guard !rest.isEmpty else { return nil }
                found[String(name.dropFirst())] = rest.joined(separator: "/")
                return found
            }
            guard let segment = rest.popFirst() else { return nil }
            if name.hasPrefix(":") {
                found[String(name.dropFirst())] = segment
            } else if name != segment {
                return nil
            }
        }
        return rest.isEmpty ? found : nil
    }
}
