internal import HTTPTypes
internal import Hummingbird

/// What the content origin says to browsers: foreign pages may use what is theirs, and reach nothing else.
enum ContentHeaders {
    /// Further windows only for content that has a window of its own.
    private static func sandbox(hasWindow: Bool) -> String {
        "sandbox allow-scripts allow-same-origin allow-forms allow-modals allow-downloads"
            + (hasWindow ? " allow-popups" : "")
    }

    /// Of every answer.
    static func set(in response: inout Response) {
        let fields = [
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Origin-Agent-Cluster", "?1"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-DNS-Prefetch-Control", "off"),
            ("Cache-Control", "no-store"), ("Content-Security-Policy", "default-src 'none'; style-src 'self'; sandbox"),
        ]
        for (name, value) in fields {
            guard let name = HTTPField.Name(name), response.headers[name] == nil else { continue }
            response.headers[name] = value
        }
    }

    /// The page that holds the API object.
    static func player(shell: String, hasWindow: Bool) -> String {
        "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; style-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors \(shell) 'self'; \(sandbox(hasWindow: hasWindow))"
    }

    /// The files of a package; `sources` are the origins beside its own from which it may load.
    static func package(shell: String, hasWindow: Bool, sources: [ContentSource] = []) -> String {
        let others = sources.map { " \($0.origin)" }.joined()
        return
            "\(sandbox(hasWindow: hasWindow)); default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'\(others); "
            + "connect-src 'self'\(others); form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors \(shell) 'self'"
    }
}
