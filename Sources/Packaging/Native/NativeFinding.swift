import CourseModel

/// One thing that can be wrong in a lesson or quiz: a stable code, and what to say of it.
struct NativeFault {
    var code: String
    var severity: Finding.Severity
    var message: Sentence
    var cure: Sentence

    init(_ code: String, _ severity: Finding.Severity, _ message: Sentence, cure: Sentence) {
        self.code = code
        self.severity = severity
        self.message = message
        self.cure = cure
    }

    /// The fault at a place.
    func finding(in file: String, line: Int?) -> Finding {
        Finding(code, severity, file: file, line: line, message: message, cure: cure)
    }
}

/// The findings of one file, in the order met; after `most` it says so once and keeps no more.
struct NativeFindings {
    /// Enough to work on; a file of raw HTML would give thousands.
    static let most = 200

    let file: String
    private(set) var list: [Finding] = []

    init(file: String) { self.file = file }

    /// One of them says that something cannot be shown.
    var hasError: Bool { list.contains { $0.severity == .error } }

    /// Notes a fault at a line, from 1.
    mutating func report(_ fault: NativeFault, line: Int?) {
        if list.count < NativeFindings.most {
            list.append(fault.finding(in: file, line: line))
        } else if list.count == NativeFindings.most {
            list.append(NativeFault.furtherFindings.finding(in: file, line: line))
        }
    }
}
