public import CourseModel

/// How a web shell serves.
public struct WebOptions: Sendable {
    /// Who may come in.
    public enum Access: String, Sendable, CaseIterable {
        /// Whoever sits at this machine; loopback only, no sign-in.
        case open
        /// Those who have signed in.
        case accounts
    }

    public var bind: String
    /// From 0 to 65535; 0 lets the system choose.
    public var port: Int
    /// The address under which people reach the shell, where a proxy stands in front.
    public var url: String?
    /// Where foreign content is served, with `*` for the version: `https://*.contenus.example`.
    public var contentURL: String?
    public var access: Access
    /// The language of visitors that ask for none that the engine speaks.
    public var language: Language
    /// The folder of templates and assets.
    public var pages: String
    /// A folder whose `tokens.css` replaces the look.
    public var theme: String?
    /// The folder of the standards as data.
    public var scorm: String
    /// Addresses of proxies whose word on where a request comes from is believed.
    public var trustedProxies: Set<String> = []
    /// Origins from which the foreign content of a course may load, by course; none for the others.
    public var sources: [String: [ContentSource]] = [:]
    /// Courses whose foreign content hears that a commit is kept before the server has synced it.
    public var asyncCommits: Set<String> = []

    /// Options from their parts.
    public init(
        bind: String = "127.0.0.1", port: Int = 8080, url: String? = nil, contentURL: String? = nil,
        access: Access = .open, language: Language = .french, pages: String, theme: String? = nil, scorm: String
    ) {
        (self.bind, self.port, self.url, self.contentURL) = (bind, port, url, contentURL)
        (self.access, self.language, self.pages, self.theme, self.scorm) = (access, language, pages, theme, scorm)
    }
}
