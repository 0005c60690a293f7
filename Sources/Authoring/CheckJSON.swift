public import CourseModel
public import Packaging

/// Every finding for programs: `{"package":{…},"findings":[…]}` on one line; keys are never translated.
public func checkJSON(_ reading: PackageReading, _ language: Language) -> String {
    let summary = reading.summary
    let package = JSONText.object([
        ("standard", .optional(summary.standard)), ("edition", .optional(summary.edition)),
        ("title", .optional(summary.title)), ("organizations", .number(summary.organizations)),
        ("items", .number(summary.items)), ("resources", .number(summary.resources)),
        ("firstLaunch", .optional(summary.firstLaunch)),
    ])
    let findings = reading.findings.map { finding in
        JSONText.object([
            ("file", .string(finding.file)), ("line", finding.line.map(JSONText.number) ?? .null),
            ("column", finding.column.map(JSONText.number) ?? .null), ("code", .string(finding.code)),
            ("severity", .string(finding.severity.rawValue)), ("message", .string(finding.message.text(language))),
            ("cure", .string(finding.cure.text(language))),
        ])
    }
    return JSONText.object([("package", package), ("findings", .array(findings))]).text + "\n"
}

/// Every finding as SARIF 2.1.0, which code hosts and editors show at the line.
public func checkSARIF(_ readings: [PackageReading], _ language: Language) -> String {
    let findings = readings.flatMap(\.findings)
    var rules: [String: Finding] = [:]
    for finding in findings where rules[finding.code] == nil { rules[finding.code] = finding }
    let driver = JSONText.object([
        ("name", .string("parcours")),
        (
            "rules",
            .array(
                rules.values.sorted { $0.code < $1.code }.map { rule in
                    .object([
                        ("id", .string(rule.code)),
                        ("help", .object([("text", .string(rule.cure.text(language)))])),
                        ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
                    ])
                })
        ),
    ])
    let run = JSONText.object([
        ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
        ("results", .array(findings.map { result($0, language) })),
    ])
    return JSONText.object([
        ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
        ("runs", .array([run])),
    ]).text + "\n"
}

private func result(_ finding: Finding, _ language: Language) -> JSONText {
    var physical: [(String, JSONText)] = [
        ("artifactLocation", .object([("uri", .string(finding.file.uriReference))]))
    ]
    if let line = finding.line {
        var region: [(String, JSONText)] = [("startLine", .number(line))]
        if let column = finding.column { region.append(("startColumn", .number(column))) }
        physical.append(("region", .object(region)))
    }
    let text = finding.message.text(language) + " " + finding.cure.text(language)
    return .object([
        ("ruleId", .string(finding.code)), ("level", .string(finding.severity.rawValue)),
        ("message", .object([("text", .string(text))])),
        ("locations", .array([.object([("physicalLocation", .object(physical))])])),
    ])
}

extension String {
    /// The path as a relative address.
    fileprivate var uriReference: String {
        let hex = Array("0123456789ABCDEF")
        return utf8.reduce(into: "") { text, byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~/".utf8.contains(byte)
            text += isPlain ? String(Unicode.Scalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
        }
    }
}
