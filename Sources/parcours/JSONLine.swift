internal import CourseModel
internal import FoundationEssentials

/// A result for programs: one line of JSON, keys sorted, nothing raw in it that would steer a terminal.
func jsonLine(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    var line = ""
    for scalar in text.unicodeScalars {
        if scalar.isCommand {
            let hex = String(scalar.value, radix: 16)
            line += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
            line.unicodeScalars.append(scalar)
        }
    }
    return line + "\n"
}
