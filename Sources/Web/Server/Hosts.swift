/// Which host names are ours: a page asked for under any other name is not given (DNS rebinding).
struct Hosts: Sendable {
    /// What a host name means here.
    enum Kind: Equatable, Sendable {
        case shell
        /// Foreign content, one name a course version.
        case content(name: String)
        case foreign
    }

    private let names: Set<String>
    private let contentSuffix: String
    private let contentPrefix: String

    init(_ options: WebOptions) {
        var names: Set = ["localhost", "127.0.0.1", "[::1]", options.bind.lowercased()]
        if options.bind.contains(":") { names.insert("[\(options.bind.lowercased())]") }
        if let url = options.url { names.insert(Hosts.name(ofAddress: url)) }
        self.names = names
        let pattern = options.contentURL.map { Hosts.name(ofAddress: $0) } ?? "*.content.localhost"
        let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        contentPrefix = String(parts.first ?? "")
        contentSuffix = parts.count == 2 ? String(parts[1]) : ""
    }

    /// What the `Host` of a request means; its port says nothing about who may ask.
    func kind(of authority: String?) -> Kind {
        guard let authority else { return .foreign }
        let name = Hosts.withoutPort(authority.lowercased())
        if names.contains(name) { return .shell }
        guard !contentSuffix.isEmpty, name.count > contentPrefix.count + contentSuffix.count,
            name.hasPrefix(contentPrefix), name.hasSuffix(contentSuffix)
        else { return .foreign }
        let version = name.dropFirst(contentPrefix.count).dropLast(contentSuffix.count)
        guard version.count == 32, version.allSatisfy(\.isHexDigit) else { return .foreign }
        return .content(name: String(version))
    }

    /// `https://formation.example/cours` is of `https://formation.example`.
    static func origin(ofAddress address: String) -> String {
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return address.contains("://") && parts.count >= 3 ? parts[..<3].joined(separator: "/") : address
    }

    private static func name(ofAddress address: String) -> String {
        let rest = address.lowercased().split(separator: "/", omittingEmptySubsequences: true)
        let authority = address.contains("://") ? rest.dropFirst().first : rest.first
        return withoutPort(String(authority ?? ""))
    }

    /// `[::1]:8080` is `[::1]`, `localhost:8080` is `localhost`.
    static func withoutPort(_ authority: String) -> String {
        guard let colon = authority.lastIndex(of: ":"), authority[colon...].dropFirst().allSatisfy(\.isNumber)
        else { return authority }
        let name = authority[..<colon]
        return name.contains(":") && !name.hasPrefix("[") ? authority : String(name)
    }
}
