/// Something to know about a package: where, what, how grave, and what to do.
public struct Finding: Hashable, Sendable {
    /// How grave: an error stops publication, a warning was repaired or ignored, a note is good to know.
    public enum Severity: String, Hashable, Codable, Sendable, CaseIterable { case error, warning, note }

    /// The file, relative to the package root, as the author knows it.
    public var file: String
    /// From 1; `nil` where no line is to blame.
    public var line: Int?
    /// From 1, in characters; `nil` where no column is to blame.
    public var column: Int?
    /// Stable: `PKG001` …
    public var code: String
    public var severity: Severity
    /// What is the case, in the author's words.
    public var message: Sentence
    /// What to do about it.
    public var cure: Sentence

    /// A finding from its parts.
    public init(
        _ code: String, _ severity: Severity, file: String, line: Int? = nil, column: Int? = nil,
        message: Sentence, cure: Sentence
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.severity = severity
        self.message = message
        self.cure = cure
    }
}
