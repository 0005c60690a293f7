internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird

/// Every request comes through here: host, address, origin, right, handler; and every refusal leaves as a page.
struct ShellResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let shell: Shell

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let isHead = request.method == .head
        if case .content(let name) = shell.hosts.kind(of: request.head.authority) {
            let response = await ContentResponder(shell: shell, host: name).respond(to: request)
            return isHead ? response.createHeadResponse() : response
        }
        var response = await answer(request)
        Headers.shell.set(in: &response)
        return isHead ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request) async -> Response {
        let visitor = Visitor(request, shell.options)
        var answers = Route.Answers.page
        do {
            guard shell.hosts.kind(of: request.head.authority) == .shell else { throw PageError.foreignHost }
            let address = try Address(request.uri)
            let (route, named) = try find(address, request.method)
            answers = route.answers
            try CrossSite.check(request, route)
            let call = Call(
                shell: shell, request: request, named: named, query: address.query, login: address.login,
                language: visitor.language, theme: visitor.theme)
            try await call.authorize(route.right)
            return try await route.handle(call)
        } catch let error as PageError {
            return shell.refusal(error, visitor, answers)
        } catch let trouble as CampusTrouble {
            return shell.refusal(PageError(trouble), visitor, answers)
        } catch {
            return shell.refusal(PageError.defect, visitor, answers)
        }
    }

    private func find(_ address: Address, _ method: HTTPRequest.Method) throws -> (Route, [String: String]) {
        var isKnown = false
        for route in Routes.all {
            guard let named = route.match(address.segments) else { continue }
            if route.method == method || route.method == .get && method == .head { return (route, named) }
            isKnown = true
        }
        throw isKnown ? PageError.wrongMethod : PageError.notFound
    }
}

extension Call {
    /// Whether this visitor may do what the route is for. With open access, everybody here learns, and no more.
    func authorize(_ right: Route.Right) async throws {
        switch (right, shell.options.access) {
        case (.everyone, _), (.learner, .open): return
        case (.trainer, .open), (.administrator, .open), (_, .accounts): throw PageError.notPermitted
        }
    }
}
