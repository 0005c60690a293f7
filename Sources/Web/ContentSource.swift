/// A site from which the foreign content of a course may load files, such as a library of fonts: `COURSE=https://cdn.example`.
public struct ContentSource: Hashable, Sendable {
    public let course: String
    /// `https://host` or `https://host:port`, as a content security policy has it.
    public let origin: String

    /// Refuses anything but a course and one https origin: no path, no wildcard, nothing that a policy reads otherwise.
    public init?(_ text: String) {
        guard let equals = text.lastIndex(of: "="), equals != text.startIndex else { return nil }
        let origin = text[text.index(after: equals)...]
        let host = origin.dropFirst("https://".count)
        let parts = host.split(separator: ":", omittingEmptySubsequences: false)
        guard origin.hasPrefix("https://"), (1...2).contains(parts.count), !parts[0].isEmpty,
            parts[0].utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 }),
            parts.count == 1 || UInt16(parts[1]) != nil
        else { return nil }
        (course, self.origin) = (String(text[..<equals]), String(origin))
    }
}
