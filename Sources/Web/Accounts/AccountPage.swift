internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning

extension Call {
    /// `GET /account`: who one is here, the password, the sessions.
    func accountPage() async throws -> Response { try await accountPage(nil, status: .ok) }

    /// `POST /account/password`
    func changePassword() async throws -> Response {
        let (book, form) = (try accounts(), try await form())
        guard let person = caller.person, let token = caller.token else { throw PageError.noAccounts }
        guard form["password"] == form["again"] else {
            return try await accountPage(AccountWords.different, status: .unprocessableContent)
        }
        do {
            try await book.change(
                form["current"] ?? "", to: form["password"] ?? "", of: person.learner, keeping: token)
            shell.audit.note(.password, "ok", caller)
            return try await accountPage(AccountWords.passwordChanged, status: .ok)
        } catch let refusal as AccountBook.Refusal {
            shell.audit.note(.password, "refused", caller)
            return try await accountPage(AccountWords.refusal(refusal), status: .unprocessableContent)
        }
    }

    /// `POST /account/sessions`: ends all sessions but this one.
    func endOtherSessions() async throws -> Response {
        _ = try await form()
        guard let person = caller.person else { throw PageError.noAccounts }
        try await accounts().signOut(person.learner, except: caller.token)
        return seeOther("/account")
    }

    private func accountPage(_ said: Sentence?, status: HTTPResponse.Status) async throws -> Response {
        guard let person = caller.person else { throw PageError.noAccounts }
        let sessions = try await accounts().sessions(of: person.learner, at: shell.clock(), seenFrom: caller.token)
        let rows = sessions.map { session -> [String: Any] in
            [
                "since": session.since.description, "seen": session.seen.description,
                "sinceText": say(Words.moment(session.since)), "seenText": say(Words.moment(session.seen)),
                "isThis": session.isThis,
            ]
        }
        var values: [String: Any] = [
            "at": ["account": true], "name": try await learner()?.name ?? "", "sessions": rows,
            "roles": person.roles.sorted { $0.rawValue < $1.rawValue }.map { ["role": say(AccountWords.role($0))] },
        ]
        if let said { values["said"] = say(said) }
        return page("account", say(AccountWords.account), status: status, values)
    }
}
