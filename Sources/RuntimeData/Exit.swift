/// How content says that it was left (`cmi.exit`).
public enum Exit: String, Hashable, Codable, Sendable, CaseIterable {
    case timeOut = "time-out"
    case suspend, logout, normal
    /// It did not say.
    case none = ""
}
