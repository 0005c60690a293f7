internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird

extension Call {
    /// A page of a template, in the visitor's language and look.
    func page(
        _ template: String, _ title: String, status: HTTPResponse.Status = .ok, _ values: [String: Any] = [:]
    ) -> Response {
        var values = values
        values["base"] = base
        let path = request.uri.path.split(separator: "/").dropFirst(login == nil ? 0 : 2).joined(separator: "/")
        let asked = request.method == .get ? request.uri.query.map { "?\($0)" } : nil
        values["returnTo"] = "\(base)/\(path)\(asked ?? "")"
        return shell.page(
            template, title, status: status, Visitor(language: language, theme: theme, caller: caller), values)
    }

    /// Go and look there: the answer to a form that was carried out.
    func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: base + path, .contentLength: "0"])
    }
}

extension Shell {
    /// A page of a template with what every page has.
    func page(
        _ template: String, _ title: String, status: HTTPResponse.Status = .ok, _ visitor: Visitor,
        _ values: [String: Any]
    ) -> Response {
        var values = values
        values["title"] = title
        values["lang"] = visitor.language.rawValue
        values["otherLang"] = visitor.language == .french ? "en" : "fr"
        values["theme"] = visitor.theme.rawValue
        values["isAuto"] = visitor.theme == .auto
        values["isLight"] = visitor.theme == .light
        values["isDark"] = visitor.theme == .dark
        values["t"] = Words.inLanguage[visitor.language]
        values["asset"] = pages.assets.addresses
        if values["base"] == nil { values["base"] = "" }
        if let person = visitor.caller?.person {
            values["signedIn"] = ["isTrainer": Authorization.allows(person, .followGroup)]
        } else if accounts != nil {
            values["signedOut"] = true
        }
        if values["session"] == nil { values["session"] = "none" }
        guard var text = pages.render(template, values) else {
            return Response(status: .internalServerError, headers: [.contentLength: "0"])
        }
        if let token = visitor.caller?.formToken { text = FormToken.added(token, to: text) }
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// A refusal: a page for people, problem+json (RFC 9457) for programs.
    func refusal(_ error: PageError, _ visitor: Visitor, _ answers: Route.Answers) -> Response {
        let (title, what) = (error.title.text(visitor.language), error.what.text(visitor.language))
        switch answers {
        case .page:
            let next = error.next
            return page(
                "fault", title, status: error.status, visitor,
                [
                    "code": error.status.code, "what": what, "nextPath": next?.path ?? "/",
                    "nextLabel": (next?.label ?? Faults.toCatalogue).text(visitor.language),
                ])
        case .api:
            let body = JSONText.object([
                ("type", .text("about:blank")), ("title", .text(title)), ("status", .number(error.status.code)),
                ("detail", .text(what)),
            ])
            return Response(
                status: error.status, headers: [.contentType: "application/problem+json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
        }
    }
}
