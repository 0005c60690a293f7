internal import HTTPTypes
internal import Hummingbird

/// What every response of one origin says to the browser.
struct Headers: Sendable {
    private let fields: [(HTTPField.Name, String)]

    private init(_ fields: [(String, String)]) {
        self.fields = fields.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    /// Pages of the shell: no script or style but our own files, no frame around us, nothing for other sites.
    static let shell = Headers([
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "require-trusted-types-for 'script'"
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ("Cache-Control", "no-store"),
    ])

    /// Sets what the response does not say itself.
    func set(in response: inout Response) {
        for (name, value) in fields where response.headers[name] == nil { response.headers[name] = value }
    }
}
