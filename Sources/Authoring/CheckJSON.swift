public import CourseModel
internal import Packaging

/// Every finding for programs: `{"package":{…},"findings":[…],"path":…}` on one line; keys are never translated.
public func checkJSON(_ result: CheckResult, _ language: Language) -> String {
    let reading = result.reading
    let summary = reading.summary
    let package = JSONText.object([
        ("standard", .optional(summary.standard)), ("edition", .optional(summary.edition)),
        ("title", .optional(summary.title)), ("organizations", .number(summary.organizations)),
        ("items", .number(summary.items)), ("resources", .number(summary.resources)),
        ("firstLaunch", .optional(summary.firstLaunch)), ("metadata", metadata(summary.metadata)),
    ])
    let findings = reading.findings.map { finding in
        JSONText.object([
            ("file", .string(finding.file)), ("line", finding.line.map(JSONText.number) ?? .null),
            ("column", finding.column.map(JSONText.number) ?? .null), ("code", .string(finding.code)),
            ("severity", .string(finding.severity.rawValue)), ("message", .string(finding.message.text(language))),
            ("cure", .string(finding.cure.text(language))),
        ])
    }
    return JSONText.object([
        ("package", package), ("findings", .array(findings)), ("path", .string(result.target.path)),
    ]).text + "\n"
}

private func metadata(_ metadata: CourseMetadata) -> JSONText {
    .object([
        ("title", .optional(metadata.title)), ("description", .optional(metadata.description)),
        ("language", .optional(metadata.language)), ("duration", .optional(metadata.duration)),
        ("rights", .optional(metadata.rights)),
    ])
}

/// Every finding as SARIF 2.1.0, which code hosts and editors show at the line.
public func checkSARIF(_ results: [CheckResult], _ language: Language) -> String {
    let findings = results.flatMap(\.reading.findings)
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
        (
            "results",
            .array(results.flatMap { checked in checked.reading.findings.map { result($0, of: checked, language) } })
        ),
    ])
    return JSONText.object([
        ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
        ("runs", .array([run])),
    ]).text + "\n"
}

private func result(_ finding: Finding, of checked: CheckResult, _ language: Language) -> JSONText {
    let text = finding.message.text(language) + " " + finding.cure.text(language)
    return .object([
        ("ruleId", .string(finding.code)), ("level", .string(finding.severity.rawValue)),
        ("message", .object([("text", .string(text))])), ("locations", .array([location(finding, of: checked)])),
    ])
}

/// A line of a file; of what lies in an archive, the archive and the place in it by name.
private func location(_ finding: Finding, of checked: CheckResult) -> JSONText {
    let path = checked.target.path
    let isInFolder = checked.reading.files.isFolder
    let isFileItself = path.split(separator: "/").last.map(String.init) == finding.file
    let uri = isInFolder ? (path.hasSuffix("/") ? path : path + "/") + finding.file : path
    var physical: [(String, JSONText)] = [("artifactLocation", .object([("uri", .string(uri.uriReference))]))]
    guard isInFolder || isFileItself else {
        let place = [finding.file, finding.line.map(String.init), finding.column.map(String.init)].compactMap(\.self)
        let name = JSONText.object([("fullyQualifiedName", .string(place.joined(separator: ":")))])
        return .object([("physicalLocation", .object(physical)), ("logicalLocations", .array([name]))])
    }
    if let line = finding.line {
        var region: [(String, JSONText)] = [("startLine", .number(line))]
        if let column = finding.column { region.append(("startColumn", .number(column))) }
        physical.append(("region", .object(region)))
    }
    return .object([("physicalLocation", .object(physical))])
}

extension String {
    /// The path as an address, relative where it is.
    fileprivate var uriReference: String {
        guard !hasPrefix("./") else { return String(dropFirst(2)).uriReference }
        guard !hasPrefix("/") else { return "file://" + String(dropFirst()).percentEncoded(after: "/") }
        return percentEncoded(after: "")
    }

    private func percentEncoded(after start: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return utf8.reduce(into: start) { text, byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~/".utf8.contains(byte)
            text += isPlain ? String(Unicode.Scalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
        }
    }
}
