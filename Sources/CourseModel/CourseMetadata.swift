/// What a course says of itself (LOM, the metadata standard of IEEE and IMS); nothing depends on it.
public struct CourseMetadata: Hashable, Sendable {
    /// LOM 1.2.
    public var title: String?
    /// LOM 1.4.
    public var description: String?
    /// LOM 1.3: `fr`, `en-GB` …, as written.
    public var language: String?
    /// LOM 5.9, the typical learning time, else 4.7, the duration: an ISO 8601 duration or what the author wrote instead.
    public var duration: String?
    /// LOM 6.3, the description of the rights, else 6.2, whether there are any.
    public var rights: String?

    /// Nothing said.
    public init() {}

    /// What this one leaves open, as another one says it.
    public func completed(by other: CourseMetadata) -> CourseMetadata {
        var whole = self
        whole.title = title ?? other.title
        whole.description = description ?? other.description
        whole.language = language ?? other.language
        whole.duration = duration ?? other.duration
        whole.rights = rights ?? other.rights
        return whole
    }
}
