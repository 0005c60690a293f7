internal import CourseModel

extension Sequence<CompletionRecord> {
    /// The records as CSV: UTF-8, `;` between cells, decimal comma, text quoted, no cell that a spreadsheet would run.
    public var csv: String {
        var lines = [CompletionRecord.header.joined(separator: ";")]
        for record in self { lines.append(record.fields.map { $0.value.cell }.joined(separator: ";")) }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}

extension CompletionRecord {
    /// The names of all fields, in order.
    static let header = CompletionRecord(
        recordID: "", learnerID: "", lastName: "", firstName: "", organizationName: "", courseCode: "",
        courseTitle: "", courseVersion: "", firstAccess: nil, lastAccess: nil, completedAt: nil, durationSeconds: 0,
        unitsTotal: 0, unitsDone: 0, completion: "", success: "", scoreScaled: nil, scoreRaw: nil, scoreMax: nil,
        masteryScore: nil, attempts: 0, provenance: ""
    ).fields.map(\.name)
}

extension CompletionRecord.Field {
    fileprivate var cell: String {
        switch self {
        case .none: ""
        case .whole(let number): "\(number)"
        case .decimal(let number): String("\(number)".map { $0 == "." ? "," : $0 })
        case .text(let text): quoted(text)
        }
    }

    /// A text that begins like a formula gets an apostrophe, full-width signs too.
    private func quoted(_ text: String) -> String {
        let risky: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
        var cell = text.unicodeScalars.first.map(risky.contains) == true ? "\"'" : "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { cell += "\"" }
            cell.unicodeScalars.append(scalar.isCommand ? " " : scalar)
        }
        return cell + "\""
    }
}
