internal import CourseHost
internal import CourseModel
internal import Hummingbird

extension Call {
    /// `GET /invitation/CODE`
    func invitation() async throws -> Response {
        guard let code = named["code"].flatMap({ Secret($0) }),
            try await accounts().invited(code, at: shell.clock()) != nil
        else { throw PageError.noInvitation }
        return invitationForm()
    }

    /// `POST /invitation/CODE`: the password holds, and one is signed in.
    func acceptInvitation() async throws -> Response {
        let (book, form) = (try accounts(), try await form())
        guard let code = named["code"].flatMap({ Secret($0) }) else { throw PageError.noInvitation }
        guard form["password"] == form["again"] else { return invitationForm(AccountWords.different) }
        do {
            let token = try await book.accept(
                code, password: form["password"] ?? "", replacing: caller.token, at: shell.clock())
            shell.audit.note(.invitation, "ok", caller)
            var response = seeOther("/")
            shell.setSession(token, in: &response)
            return response
        } catch let refusal as AccountBook.Refusal {
            shell.audit.note(.invitation, "refused", caller)
            if refusal == .noInvitation { throw PageError.noInvitation }
            return invitationForm(AccountWords.refusal(refusal))
        }
    }

    private func invitationForm(_ trouble: Sentence? = nil) -> Response {
        var values: [String: Any] = ["path": "/invitation/\(named["code"] ?? "")"]
        if let trouble { values["trouble"] = say(trouble) }
        var response = page(
            "invitation", say(AccountWords.choosePassword), status: trouble == nil ? .ok : .unprocessableContent, values
        )
        response.headers[.init("Referrer-Policy") ?? .location] = "no-referrer"
        return response
    }
}
