public import CourseModel
public import Packaging

/// The exit code of `check`: 1 when any finding is an error, else 0.
public func checkExitCode(_ readings: [PackageReading]) -> Int32 {
    readings.contains { $0.hasErrors } ? 1 : 0
}

/// Every finding for people: place, severity, code and message on one line, the cure on the next, the count at the end;
/// the path first where there are several results.
public func checkReport(_ result: CheckResult, isOneOfMany: Bool = false, _ language: Language) -> String {
    let reading = result.reading
    let path = isOneOfMany ? result.target.path.printable + "\n" : ""
    let findings = reading.findings.map { finding in
        let place = [finding.file, finding.line.map(String.init), finding.column.map(String.init)].compactMap(\.self)
        let severity = CheckWords.name(of: finding.severity).text(language)
        let colon = language == .french ? "\u{A0}:" : ":"
        return """
            \(place.joined(separator: ":").printable)\(colon) \(severity) \(finding.code)\(colon) \
            \(finding.message.text(language).printable)
                → \(finding.cure.text(language).printable)

            """
    }
    return path + findings.joined() + heading(of: reading.summary, language) + count(of: reading.findings, language)
        + "\n"
}

/// What the package is, in one line.
private func heading(of summary: PackageSummary, _ language: Language) -> String {
    guard let standard = summary.standard else { return "" }
    let name = [standard, summary.edition].compactMap(\.self).joined(separator: " ")
    let title = summary.title.map { language == .french ? " — «\u{A0}\($0)\u{A0}»" : " — “\($0)”" } ?? ""
    let activities = CheckWords.activities(summary.items).text(language)
    return (name + title).printable + ", \(activities)\n"
}

private func count(of findings: [Finding], _ language: Language) -> String {
    let counts = Finding.Severity.allCases.map { severity in
        CheckWords.count(findings.count { $0.severity == severity }, severity).text(language)
    }
    return counts.joined(separator: ", ") + "."
}

/// The words of the report.
enum CheckWords {
    static func name(of severity: Finding.Severity) -> Sentence {
        switch severity {
        case .error: Sentence(fr: "erreur", en: "error")
        case .warning: Sentence(fr: "avertissement", en: "warning")
        case .note: Sentence(fr: "note", en: "note")
        }
    }

    /// French counts 0 and 1 as one, English only 1.
    static func count(_ count: Int, _ severity: Finding.Severity) -> Sentence {
        let name = name(of: severity)
        return Sentence(
            fr: "\(count) \(name.french)\(count > 1 ? "s" : "")", en: "\(count) \(name.english)\(count == 1 ? "" : "s")"
        )
    }

    static func activities(_ count: Int) -> Sentence {
        Sentence(
            fr: "\(count) activité\(count > 1 ? "s" : "")", en: "\(count) \(count == 1 ? "activity" : "activities")")
    }
}

extension String {
    /// Safe to show in a terminal: controls and marks that turn the direction of text appear as their number.
    var printable: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                text += "\\u{\(String(scalar.value, radix: 16))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
