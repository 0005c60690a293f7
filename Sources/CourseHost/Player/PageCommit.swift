internal import CourseModel
internal import FoundationEssentials
public import Learning

/// What the page of foreign content sends: a commit, and which page counts it.
///
/// In JSON `{"page","as":{"page","number"},"leaving",…}` with the fields of `ContentCommit`.
public struct PageCommit: Sendable {
    /// The page that sends it.
    public var page: String
    /// The page and number under which the journal keeps it, once; those of an earlier page that could not send it.
    public var writer: String
    public var number: Int
    /// The learner is leaving the content: what it asks for in navigation does not count.
    public var isLeaving: Bool
    public var content: ContentCommit

    /// Bytes of a commit's JSON.
    public static let limit = 256 * 1024
    private static let mostWrites = 5_000

    private struct Envelope: Decodable {
        struct Origin: Decodable {
            var page: String
            var number: Int
        }

        var page: String
        var `as`: Origin
        var leaving: Bool?
    }

    /// Reads JSON; `nil` for anything that no page of ours sends.
    public init?(json: [UInt8]) {
        let data = Data(json)
        guard json.count <= PageCommit.limit, let envelope = try? JSONDecoder().decode(Envelope.self, from: data),
            let content = try? JSONDecoder().decode(ContentCommit.self, from: data),
            content.writes.count <= PageCommit.mostWrites
        else { return nil }
        let origin = envelope.as
        guard PageCommit.isPage(envelope.page), PageCommit.isPage(origin.page), (1...1_000_000).contains(origin.number)
        else { return nil }
        (page, isLeaving, self.content) = (envelope.page, envelope.leaving ?? false, content)
        (writer, number) = (origin.page, origin.number)
    }

    /// `web-` and the digits of a number to the base of 36.
    private static func isPage(_ name: String) -> Bool {
        name.hasPrefix("web-") && (5...20).contains(name.utf8.count)
            && name.utf8.dropFirst(4).allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    }
}
