internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird

/// Every request comes through here: host, address, origin, right, handler; and every refusal leaves as a page.
struct ShellResponder: HTTPResponder {
    typealias Context = ShellContext

    let shell: Shell

    func respond(to request: Request, context: ShellContext) async throws -> Response {
        let isHead = request.method == .head
        if case .content(let name) = shell.hosts.kind(of: request.head.authority) {
            let response = await ContentResponder(shell: shell, host: name).respond(to: request)
            return isHead ? response.createHeadResponse() : response
        }
        var response = await answer(request, from: context.peer)
        Headers.shell.set(in: &response)
        return isHead ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, from peer: String) async -> Response {
        let visitor = Visitor(request, shell.options)
        var answers = Route.Answers.page
        var pattern = ""
        do {
            guard shell.hosts.kind(of: request.head.authority) == .shell else { throw PageError.foreignHost }
            let address = try Address(request.uri)
            let (route, named) = try find(address, request.method)
            answers = route.answers
            pattern = "\(route.method) /\(route.pattern.joined(separator: "/"))"
            try CrossSite.check(request, route, isStrict: shell.accounts != nil)
            let call = Call(
                shell: shell, request: request, named: named, query: address.query, login: address.login,
                language: visitor.language, theme: visitor.theme,
                caller: try await shell.caller(request, from: peer))
            if let entrance = try await call.entrance(to: route) { return entrance }
            return try await route.handle(call)
        } catch let error as PageError {
            return shell.refusal(error, visitor, answers)
        } catch let trouble as CampusTrouble {
            return shell.refusal(PageError(trouble), visitor, answers)
        } catch {
            Defects.report(error, at: pattern)
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
