internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird

extension Call {
    /// The book of accounts. Throws a `PageError` with open access, where there are none.
    func accounts() throws -> AccountBook { try shell.accounts.orThrow(PageError.noAccounts) }

    /// `GET /sign-in`
    func signInPage() throws -> Response {
        _ = try accounts()
        return signInForm(to: query["to"] ?? "/")
    }

    /// `POST /sign-in`: a session, and back to where one wanted to go, with what was typed when it had ended.
    func signIn() async throws -> Response {
        let (book, form) = (try accounts(), try await form())
        let (to, kept) = (Call.local(form["to"]), form["keep"] ?? "")
        do {
            let token = try await book.signIn(
                login: form["login"] ?? "", password: form["password"] ?? "", from: caller.network,
                replacing: caller.token, at: shell.clock())
            let person = try await book.person(token, at: shell.clock())
            let signedIn = Caller(person: person, token: token, network: caller.network)
            shell.audit.note(.signIn, "ok", signedIn)
            var response = kept.isEmpty ? seeOther(to) : sendAgain(to, kept, as: signedIn)
            shell.setSession(token, in: &response)
            return response
        } catch let refusal as AccountBook.Refusal {
            shell.audit.note(.signIn, "refused", caller)
            return signInForm(to: to, login: form["login"], keeping: kept, trouble: refusal)
        }
    }

    /// `POST /sign-out`
    func signOut() async throws -> Response {
        _ = try await form()
        if let token = caller.token { try await accounts().signOut(token) }
        if let person = caller.person { await shell.gate.revoke(person) }
        shell.audit.note(.signOut, "ok", caller)
        var response = seeOther("/sign-in")
        shell.setSession(nil, in: &response)
        return response
    }

    /// The page on which one signs in; `keeping` is the form that a session that has ended could not send.
    func signInForm(
        to: String, login: String? = nil, keeping: String = "", trouble: AccountBook.Refusal? = nil,
        status: HTTPResponse.Status? = nil
    ) -> Response {
        var values: [String: Any] = ["to": Call.local(to), "keep": keeping, "login": login ?? ""]
        if !keeping.isEmpty { values["isKept"] = true }
        if let trouble { values["trouble"] = say(AccountWords.refusal(trouble)) }
        var response = page(
            "sign-in", say(AccountWords.signIn), status: status ?? AccountWords.status(of: trouble), values)
        if case .wait(let seconds)? = trouble { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    /// A page that sends once more what a session that had ended could not.
    private func sendAgain(_ to: String, _ kept: String, as signedIn: Caller) -> Response {
        guard let fields = Fields(Array(kept.utf8)) else { return seeOther(to) }
        let pairs = fields.pairs.filter { $0.name != FormToken.field }.map { ["name": $0.name, "value": $0.value] }
        var again = self
        again.caller = signedIn
        return again.page("send-again", say(AccountWords.sendAgain), ["to": to, "fields": pairs])
    }

    /// An address of ours to go to; anything else is the catalogue.
    static func local(_ address: String?) -> String {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"),
            !address.unicodeScalars.contains(where: { $0.value < 0x21 || $0 == "\\" })
        else { return "/" }
        return address
    }
}
