public import CourseModel

/// What an import did.
public struct ImportReport: Sendable {
    /// What became of the package.
    public enum Outcome: String, Sendable {
        /// A course that was not on the shelf.
        case new
        /// Another version of a course that is on the shelf, offered from now on.
        case updated
        /// These very bytes are on the shelf and offered: nothing was done.
        case same
        /// These bytes are on the shelf and were not offered any more; now they are again.
        case restored
    }

    /// The course's identifier on the shelf.
    public var course: String
    /// SHA-256 in 64 hex digits.
    public var version: String
    public var outcome: Outcome
    public var title: String
    public var edition: Edition
    public var organizations: Int
    public var activities: Int
    public var files: Int
    /// Of all files, unpacked.
    public var bytes: Int
    /// Other sites that activities lead to, sorted.
    public var hosts: [String]
    /// The version that was offered before, where it was another one.
    public var previous: String?
    /// What is different from `previous`; `nil` where there is none, or where it cannot be read any more.
    public var changes: CourseChanges?
    public var findings: [Finding]
}

/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
    /// Of the package's unpacked content; at first what is counted, then what is kept.
    public var bytesDone: Int
    public var bytesTotal: Int
}

extension Course {
    /// The other sites that activities lead to, sorted, each once.
    public var hosts: [String] {
        let addresses = organizations.flatMap(\.activities).compactMap { activity -> String? in
            guard case .web(let href, _) = activity.content else { return nil }
            return href
        }
        return Set(addresses.compactMap(host)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// The host of an absolute http(s) address, in lower case, with its port.
private func host(of address: String) -> String? {
    let lower = address.lowercased()
    guard let scheme = ["https://", "http://", "//"].first(where: { lower.hasPrefix($0) }) else { return nil }
    let authority = lower.dropFirst(scheme.count).prefix { !"/?#\\".contains($0) }
    return authority.split(separator: "@").last.map(String.init)
}
