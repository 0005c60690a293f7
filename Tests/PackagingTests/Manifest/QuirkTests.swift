import CourseModel
import Packaging
import Testing

/// A strange manifest, and what is to come of it.
struct Quirk: CustomTestStringConvertible, Sendable {
    enum Verdict: String { case valid, usable, broken }

    var testDescription: String
    var bytes: [UInt8]
    var verdict = Verdict.usable
    var codes: [String] = []
    var launch: String? = "index.html"
    var edition: String? = "1.2"
    var title: String? = "C"

    init(_ name: String, _ text: String, change: (inout Quirk) -> Void = { _ in }) {
        testDescription = name
        bytes = Array(text.utf8)
        change(&self)
    }
}

/// Families of strange manifests that real tools make, several of each: verdict, findings and what is read all the same.
struct QuirkTests {
    static func check(_ quirk: Quirk) {
        let reading = Fixture.reading(quirk.bytes)
        let severities = Set(reading.findings.map(\.severity))
        let verdict: Quirk.Verdict =
            severities.contains(.error) ? .broken : severities.contains(.warning) ? .usable : .valid
        let told = reading.findings.map { "\($0.code) \($0.message.english)" }
        #expect(verdict == quirk.verdict, "\(told)")
        #expect(Set(quirk.codes).isSubset(of: Set(reading.findings.map(\.code))), "\(told)")
        #expect(reading.findings.allSatisfy { $0.severity != .error || ($0.line ?? 0) >= 1 }, "\(told)")
        guard quirk.verdict != .broken else { return }
        #expect(reading.summary.firstLaunch == quirk.launch)
        #expect(reading.summary.edition == quirk.edition)
        #expect(reading.summary.title == quirk.title)
    }

    @Test("encodings", arguments: Quirk.encodings)
    func encodings(quirk: Quirk) { QuirkTests.check(quirk) }

    @Test("namespaces and editions", arguments: Quirk.names)
    func names(quirk: Quirk) { QuirkTests.check(quirk) }

    @Test("addresses", arguments: Quirk.addresses)
    func addresses(quirk: Quirk) { QuirkTests.check(quirk) }

    @Test("structure", arguments: Quirk.structures)
    func structures(quirk: Quirk) { QuirkTests.check(quirk) }
}
