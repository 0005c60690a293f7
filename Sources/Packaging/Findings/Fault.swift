import CourseModel

/// A finding without its place: what is wrong, how grave it is, and what to do. `Scorm/findings.md` lists the codes.
struct Fault: Sendable {
    let code: String
    let severity: Finding.Severity
    /// Put into words only for a finding that is listed.
    let message: @Sendable () -> Sentence
    let cure: @Sendable () -> Sentence

    init(
        _ code: String, _ severity: Finding.Severity, _ message: @autoclosure @escaping @Sendable () -> Sentence,
        cure: @autoclosure @escaping @Sendable () -> Sentence
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.cure = cure
    }

    func finding(in file: String, at position: Position? = nil) -> Finding {
        Finding(
            code, severity, file: file, line: position?.line, column: position?.column, message: message(),
            cure: cure())
    }
}

/// The findings of one reading. A code that keeps coming is listed so many times and then counted.
struct Findings {
    /// How many findings of one code are listed.
    static let listed = 25

    private var list: [Listed] = []
    private var counts: [String: Int] = [:]
    private let file: String
    /// The text that offsets refer to.
    private var source: [UInt8] = []

    private struct Listed {
        var fault: Fault
        /// In bytes of the source; 0 for the file as a whole.
        var offset: Int
        var hasPlace: Bool
    }

    init(file: String) { self.file = file }

    /// Takes note of a fault of the file as a whole.
    mutating func report(_ fault: Fault) {
        if count(fault) { list.append(Listed(fault: fault, offset: 0, hasPlace: false)) }
    }

    /// Takes note of a fault at the first byte.
    mutating func reportAtStart(_ fault: Fault) {
        if count(fault) { list.append(Listed(fault: fault, offset: 0, hasPlace: true)) }
    }

    /// Takes note of a fault at an element.
    mutating func report(_ fault: Fault, at element: Element) {
        guard count(fault) else { return }
        if source.isEmpty { source = element.document.source }
        list.append(Listed(fault: fault, offset: element.offset, hasPlace: true))
    }

    /// The finding is one of those that are listed.
    private mutating func count(_ fault: Fault) -> Bool {
        let count = (counts[fault.code] ?? 0) + 1
        counts[fault.code] = count
        return count <= Findings.listed
    }

    /// Every finding in the order of the file, and how many more there were.
    func finished() -> [Finding] {
        var cursor = Position.Cursor()
        let places = list.enumerated().sorted { left, right in
            (left.element.offset, left.offset) < (right.element.offset, right.offset)
        }
        let findings = places.map { _, listed in
            listed.fault.finding(
                in: file, at: listed.hasPlace ? cursor.position(of: listed.offset, in: source) : nil)
        }
        let more = counts.filter { $0.value > Findings.listed }.sorted { $0.key < $1.key }
        return findings
            + more.map { Fault.moreOfTheSame(code: $0.key, count: $0.value - Findings.listed).finding(in: file) }
    }
}
