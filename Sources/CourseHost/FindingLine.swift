public import CourseModel

/// A finding as `check --json` writes it.
public struct FindingLine: Encodable, Sendable {
    public var file: String
    public var line: Int?
    public var column: Int?
    public var code: String
    public var severity: String
    public var message: String
    public var cure: String

    /// A finding in one language.
    public init(_ finding: Finding, _ language: Language) {
        (file, line, column) = (finding.file, finding.line, finding.column)
        (code, severity) = (finding.code, finding.severity.rawValue)
        (message, cure) = (finding.message.text(language), finding.cure.text(language))
    }
}
