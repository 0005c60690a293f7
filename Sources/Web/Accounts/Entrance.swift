internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird

extension Call {
    /// What whoever sits at this machine may do with open access.
    static let openActions: Set<Action> = [.readPublicPages, .browseCourses, .learn, .importCourse]

    /// Lets through who may; else what to answer instead: the sign-in page, where signing in could help. Throws a
    /// `PageError` where it could not.
    func entrance(to route: Route) async throws -> Response? {
        guard shell.accounts != nil else {
            guard Call.openActions.contains(route.action) else { throw PageError.noAccounts }
            return nil
        }
        guard login == nil else { throw PageError.notFound }
        try await checkFormToken(of: route)
        if Authorization.allows(caller.person, route.action) { return nil }
        guard caller.person == nil else {
            shell.audit.note(.refused, route.action.rawValue, caller)
            throw PageError.notPermitted
        }
        guard route.answers == .page else { throw PageError.signInFirst }
        guard request.method == .post else {
            return seeOther("/sign-in?to=\(Fields.encoded(request.uri.description))")
        }
        let kept = try? await String(decoding: request.bytes(upTo: 64 * 1024), as: UTF8.self)
        return signInForm(to: request.uri.path, keeping: kept ?? "", status: .unauthorized)
    }

    /// Forms carry the token in a field, which `form()` checks; whatever else is posted says it in a header.
    private func checkFormToken(of route: Route) async throws {
        let isForm = request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
        guard request.method == .post, !isForm, let token = caller.formToken else { return }
        let said = HTTPField.Name("X-CSRF-Token").flatMap { request.headers[$0] } ?? query[FormToken.field] ?? ""
        guard FormToken.isSame(said, token) else { throw PageError.crossSite }
    }
}
