/// What a person may be here; one may be several.
public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Takes courses.
    case learner
    /// Follows the groups that are entrusted to them, and brings courses in.
    case trainer
    /// Makes accounts and groups; sees everyone.
    case administrator
}
