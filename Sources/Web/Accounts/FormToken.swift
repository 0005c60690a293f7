/// The token that a signed-in person's forms send along, so that no other site can send one in their name.
enum FormToken {
    static let field = "csrf"

    /// Puts the token into every form of a page that posts. Only our templates write forms: whatever people wrote is
    /// escaped, and holds no `<form`.
    static func added(_ token: String, to page: String) -> String {
        var pieces: [Substring] = []
        var rest = page[...]
        while let start = rest.firstRange(of: "<form"), let end = rest[start.upperBound...].firstIndex(of: ">") {
            let next = rest.index(after: end)
            pieces.append(rest[..<next])
            if rest[start.lowerBound..<next].contains("method=\"post\"") {
                pieces.append("<input type=\"hidden\" name=\"\(field)\" value=\"\(token)\">")
            }
            rest = rest[next...]
        }
        pieces.append(rest)
        return pieces.joined()
    }

    /// Compares in a time that does not depend on where they differ.
    static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
