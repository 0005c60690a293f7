internal import HTTPTypes
internal import Hummingbird

/// What every response of one origin says to the browser.
struct Headers: Sendable {
    private let fields: [(HTTPField.Name, String)]

    private init(_ fields: [(String, String)]) {
        self.fields = fields.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    /// Scripts and styles are our own files, and no page of another site frames or feeds ours; `framing` is an origin of
    /// foreign content that a page shows in a frame.
    static func shellPolicy(framing origin: String? = nil) -> String {
        let (content, frame) = (origin.map { " \($0)" } ?? "", origin.map { "frame-src 'self' \($0); " } ?? "")
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "media-src 'self'; connect-src 'self'; \(frame)form-action 'self'\(content); base-uri 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'"
    }

    static let shellPermissions = "camera=(), microphone=(), geolocation=()"

    /// Pages of the shell.
    static let shell = Headers([
        ("Content-Security-Policy", shellPolicy()),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", shellPermissions),
        ("Cache-Control", "no-store"),
    ])

    /// Sets what the response does not say itself.
    func set(in response: inout Response) {
        for (name, value) in fields where response.headers[name] == nil { response.headers[name] = value }
    }
}
