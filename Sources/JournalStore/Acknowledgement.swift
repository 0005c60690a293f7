/// The answer to a request, given only when it is true on disk.
public enum Acknowledgement: Hashable, Sendable {
    /// Written as this line.
    case appended(JournalLine)
    /// Asked before, and written then as the line of this number.
    case duplicate(of: Int)
    /// There was nothing to write.
    case unchanged
}
