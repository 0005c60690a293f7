import CourseModel

/// A finding without its place: what is wrong, how grave it is, and what to do. `Scorm/findings.md` lists the codes.
struct Fault: Hashable, Sendable {
    let code: String
    let severity: Finding.Severity
    let message: Sentence
    let cure: Sentence

    init(_ code: String, _ severity: Finding.Severity, _ message: Sentence, cure: Sentence) {
        self.code = code
        self.severity = severity
        self.message = message
        self.cure = cure
    }
}

/// The findings of one reading. A code that keeps coming is listed so many times and then counted.
struct Findings {
    /// How many findings of one code are listed.
    static let listed = 25

    private(set) var list: [Finding] = []
    private var counts: [String: Int] = [:]
    private let file: String

    init(file: String) { self.file = file }

    /// Takes note of a fault of the file as a whole, or of another file.
    mutating func report(_ fault: Fault, in other: String? = nil, line: Int? = nil, column: Int? = nil) {
        let count = (counts[fault.code] ?? 0) + 1
        counts[fault.code] = count
        guard count <= Findings.listed else { return }
        list.append(
            Finding(
                fault.code, fault.severity, file: other ?? file, line: line, column: column, message: fault.message,
                cure: fault.cure))
    }

    /// Takes note of a fault at an element.
    mutating func report(_ fault: Fault, at element: Element) {
        report(fault, line: element.line, column: element.column)
    }

    /// Every finding in the order of the file, and how many more there were.
    func finished() -> [Finding] {
        let more = counts.filter { $0.value > Findings.listed }.sorted { $0.key < $1.key }.map { code, count in
            let fault = Fault.moreOfTheSame(code: code, count: count - Findings.listed)
            return Finding(
                fault.code, fault.severity, file: file, message: fault.message, cure: fault.cure)
        }
        let places = list.enumerated().sorted { left, right in
            (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
        }
        return places.map(\.element) + more
    }
}
