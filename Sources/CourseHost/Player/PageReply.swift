internal import FoundationEssentials
public import Learning

/// What a page hears once its commit is on disk.
public struct PageReply: Sendable, Encodable {
    public var number: Int
    /// What the tables refuse; the rest is kept.
    public var refused: [ContentCommit.Refused]
    /// What `adl.nav.request_valid` answers from now on; `nil` once the content has terminated.
    public var navigation: ContentState.Navigable?
    /// The content has terminated.
    public var ended: Bool
    /// Its request led the learner on: the shell shows where.
    public var moved: Bool

    /// In JSON.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
