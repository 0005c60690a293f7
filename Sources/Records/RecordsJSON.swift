internal import CourseModel

extension Sequence<CompletionRecord> {
    /// The records as one JSON document with a cursor for the next export.
    public func json(cursor: String) -> String {
        let rows = map { record in
            "{" + record.fields.map { "\(quoted($0.name)):\($0.value.json)" }.joined(separator: ",") + "}"
        }
        return "{\"cursor\":\(quoted(cursor)),\"records\":[\(rows.joined(separator: ","))]}\n"
    }
}

extension CompletionRecord.Field {
    fileprivate var json: String {
        switch self {
        case .none: "null"
        case .whole(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .text(let text): quoted(text)
        }
    }
}

private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case _ where scalar.isCommand:
            let hex = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
