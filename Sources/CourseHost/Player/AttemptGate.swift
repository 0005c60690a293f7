public import CourseModel
public import JournalStore
internal import Learning

/// The passes of all pages that show foreign content, with clock and chance.
public actor AttemptGate {
    private var passes = AttemptPasses()
    private var chance = SystemRandomNumberGenerator()
    private let clock: @Sendable () -> Instant

    /// Nobody has a pass yet.
    public init(clock: @escaping @Sendable () -> Instant = { Instant.now() }) { self.clock = clock }

    /// A launch code, good once and for a minute.
    public func code(for grant: AttemptPasses.Grant) -> String {
        passes.code(for: grant, at: clock(), using: &chance)
    }

    /// Swaps a launch code for a token.
    public func token(for code: String) throws(AttemptPasses.Refusal) -> String {
        try passes.token(for: code, at: clock(), using: &chance)
    }

    /// What a token is for.
    public func grant(of token: String) throws(AttemptPasses.Refusal) -> AttemptPasses.Grant {
        try passes.grant(of: token, at: clock())
    }

    /// A name for the page that now runs with a token, never used before.
    public func startPage(with token: String) throws(AttemptPasses.Refusal) -> (
        page: String, grant: AttemptPasses.Grant
    ) {
        let page = "web-" + String(chance.next(), radix: 36)
        return (page, try passes.start(page: page, with: token, at: clock()))
    }

    /// Lets a page commit so many bytes.
    public func admit(
        page: String, bytes: Int, with token: String
    ) throws(AttemptPasses.Refusal) -> AttemptPasses.Grant {
        try passes.admit(page: page, bytes: bytes, with: token, at: clock())
    }

    /// The content has terminated.
    public func end(_ token: String) { passes.end(token, at: clock()) }

    /// A learner has signed out.
    public func revoke(_ person: Person) { passes.revoke(learner: person.learner.text) }
}
