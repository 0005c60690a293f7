internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird

/// Who makes a request, as far as is known.
struct Caller: Sendable {
    /// The one who signed in; `nil` for somebody who has not, and with open access.
    var person: Person?
    /// The session's token, in the hands of its bearer.
    var token: Secret?
    /// The network that the request comes from, for delays and the audit: a /24 or a /64, never a whole address.
    var network: String

    /// What the bearer's own pages send along, and no other site can know.
    var formToken: String? { person == nil ? nil : token?.derived(for: "form") }
}

extension Shell {
    /// The cookie of a session: this host only, over TLS only, unseen by scripts.
    static let sessionCookie = "__Host-sid"

    /// Who makes a request. Throws a `CampusTrouble` where the accounts cannot be read.
    func caller(_ request: Request, from peer: String) async throws -> Caller {
        let network = Network(of: options.trustedProxies.contains(peer) ? Shell.forwarded(request) ?? peer : peer).text
        guard let accounts else { return Caller(network: network) }
        let token = Visitor.cookies(request.headers[.cookie] ?? "")[Shell.sessionCookie].flatMap { Secret($0) }
        guard let token else { return Caller(network: network) }
        return Caller(person: try await accounts.person(token, at: clock()), token: token, network: network)
    }

    /// The last address that a proxy of ours has added.
    private static func forwarded(_ request: Request) -> String? {
        guard let name = HTTPField.Name("X-Forwarded-For") else { return nil }
        return request.headers[name]?.split(separator: ",").last.map { String($0.filter { $0 != " " }) }
    }

    /// Sets or ends the cookie of a session.
    func setSession(_ token: Secret?, in response: inout Response) {
        let value = token.map { "\($0.text)" } ?? "; Max-Age=0"
        response.headers[values: .setCookie].append(
            "\(Shell.sessionCookie)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax")
        if token == nil, let name = HTTPField.Name("Clear-Site-Data") {
            response.headers[name] = "\"cache\", \"storage\""
        }
    }
}
