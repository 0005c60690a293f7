/// Why the run-time environment refuses a GetValue or SetValue.
public struct CMIError: Error, Hashable, Sendable {
    /// The code that GetLastError answers; the edition's table gives it.
    public let code: Int
    /// What is wrong.
    public let reason: Reason
    /// For GetDiagnostic: the element, what was given, what is expected; 255 characters at most.
    public let diagnostic: String

    /// What can be wrong; each edition has its code for it (`reasons` in the table).
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case undefined, noChildren, noCount, noVersion, noTarget, noRecord, gap, dependency
        case readOnly, keyword, writeOnly, notInitialized
        case typeMismatch, outOfRange, duplicate, writeOnce, overLimit
    }

    init(_ reason: Reason, _ element: String, _ what: String, in model: DataModel) {
        self.reason = reason
        code = model.reasons[reason] ?? 101
        diagnostic = clipped("\(clipped(element, to: 100)): \(what)", to: 255)
    }
}

/// The first characters of a text, with an ellipsis where something is missing. Counts UTF-16, as scripts do.
func clipped(_ text: String, to limit: Int) -> String {
    if text.utf8.count <= limit { return text }
    var units = 0
    var end = text.unicodeScalars.startIndex
    for index in text.unicodeScalars.indices {
        units += UTF16.width(text.unicodeScalars[index])
        if units >= limit { return String(text.unicodeScalars[..<end]) + "…" }
        end = text.unicodeScalars.index(after: index)
    }
    return text
}
