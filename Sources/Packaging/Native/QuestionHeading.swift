import Assessment

/// The heading of a question: `## text {#m1-q1 objective=O1.3 points=1}`.
struct QuestionHeading {
    var text: Substring
    var id: String?
    var objective: String?
    var points: Double? = 1

    /// The largest number of points a question may have.
    static let mostPoints = 1000.0

    /// Reads the heading's line, without its `##`.
    init(_ line: Substring, line number: Int, _ findings: inout NativeFindings) {
        text = line.trimmed
        guard text.last == "}", let opening = text.lastIndex(of: "{") else { return }
        let attributes = text[text.index(after: opening)...].dropLast()
        text = text[..<opening].trimmed
        for attribute in attributes.split(whereSeparator: \.isWhitespace) {
            let pair = attribute.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = String(pair.last ?? "").filter { $0 != "\"" }
            if attribute.hasPrefix("#") {
                id = QuestionHeading.isIdentifier(attribute.dropFirst()) ? String(attribute.dropFirst()) : nil
            } else if pair.count == 2, pair[0] == "objective", !value.isEmpty {
                objective = value
            } else if pair.count == 2, pair[0] == "points" {
                points = DecimalNumber.value(value).flatMap { $0 > 0 && $0 <= QuestionHeading.mostPoints ? $0 : nil }
                if points == nil { findings.report(.pointsUnfit(text: value), line: number) }
            } else {
                findings.report(.attributeUnknown(text: String(attribute)), line: number)
            }
        }
    }

    /// ASCII letters, digits, points, dashes and underscores, 1 to 64: it is a key in journals and exports.
    private static func isIdentifier(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122, 45, 46, 95: true
                default: false
                }
            }
    }
}
