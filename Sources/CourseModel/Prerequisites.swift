/// What must be done before an item opens: `adlcp:prerequisites` of SCORM 1.2, a script of AICC.
///
/// `S1&S2`, `S1|S2`, `~S1`, `S1="passed"`, `S1<>"failed"`, `2*{S1,S2,S3}`, brackets; an item alone must be completed or
/// passed. `~` binds before `&`, that before `|`. An item that the course does not have meets nothing.
public struct Prerequisites: Hashable, Sendable {
    public let term: Term

    /// A script as it is meant.
    public indirect enum Term: Hashable, Sendable {
        /// Completed or passed.
        case done(ActivityID)
        case status(ActivityID, LessonStatus)
        case otherStatus(ActivityID, than: LessonStatus)
        case not(Term)
        case all([Term])
        case any([Term])
        case atLeast(Int, [Term])
    }

    /// Why a script means nothing.
    public enum Fault: Error, Hashable, Sendable {
        /// It ends where something is missing.
        case endsEarly
        /// This text does not fit where it stands.
        case unexpected(String)
        case unknownStatus(String)
        /// Longer, or nested deeper, than any script in use.
        case tooLong
    }

    /// Bytes of a script; the standard asks for 200 characters.
    static let longest = 4096
    static let deepest = 32

    /// Reads a script; `nil` for an empty one, which asks for nothing.
    public init?(_ script: String) throws(Fault) {
        guard script.utf8.count <= Prerequisites.longest else { throw .tooLong }
        var reading = ScriptReading(script)
        if reading.isAtEnd { return nil }
        term = try reading.alternatives(depth: 0)
        guard reading.isAtEnd else { throw .unexpected(reading.next) }
    }

    /// Whether it is met; `status` answers `nil` for an item that the course does not have.
    public func isMet(_ status: (ActivityID) -> LessonStatus?) -> Bool { Prerequisites.isMet(term, status) }

    /// Whether one term is met.
    public static func isMet(_ term: Term, _ status: (ActivityID) -> LessonStatus?) -> Bool {
        switch term {
        case .done(let id): status(id)?.isDone == true
        case .status(let id, let wanted): status(id) == wanted
        case .otherStatus(let id, let unwanted): status(id).map { $0 != unwanted } ?? false
        case .not(let term): !isMet(term, status)
        case .all(let terms): terms.allSatisfy { isMet($0, status) }
        case .any(let terms): terms.contains { isMet($0, status) }
        case .atLeast(let count, let terms): terms.count { isMet($0, status) } >= count
        }
    }

    /// Every item that it names, in its order.
    public var items: [ActivityID] { Prerequisites.items(of: term) }

    private static func items(of term: Term) -> [ActivityID] {
        switch term {
        case .done(let id), .status(let id, _), .otherStatus(let id, _): [id]
        case .not(let term): items(of: term)
        case .all(let terms), .any(let terms), .atLeast(_, let terms): terms.flatMap { items(of: $0) }
        }
    }
}

/// `cmi.core.lesson_status`.
public enum LessonStatus: String, Hashable, Sendable, CaseIterable {
    case passed, completed, browsed, failed
    case notAttempted = "not attempted"
    case incomplete

    /// Counts as done for what comes after.
    public var isDone: Bool { self == .passed || self == .completed }

    /// A word in any letter case, or its first letter.
    init?(word: String) {
        let word = word.lowercased()
        guard let found = LessonStatus.allCases.first(where: { $0.rawValue == word || $0.rawValue.prefix(1) == word })
        else { return nil }
        self = found
    }
}

/// Reads a script from left to right.
private struct ScriptReading {
    private var rest: Substring

    init(_ script: String) {
        rest = script[...]
        skipBlanks()
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// What stands here, for a message.
    var next: String { String(rest.prefix(20)) }

    private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

    private mutating func take(_ mark: String) -> Bool {
        guard rest.hasPrefix(mark) else { return false }
        rest.removeFirst(mark.count)
        skipBlanks()
        return true
    }

    private mutating func expect(_ mark: String) throws(Prerequisites.Fault) {
        if take(mark) { return }
        throw isAtEnd ? .endsEarly : .unexpected(next)
    }

    mutating func alternatives(depth: Int) throws(Prerequisites.Fault) -> Prerequisites.Term {
        guard depth < Prerequisites.deepest else { throw .tooLong }
        var terms = [try conjunction(depth: depth)]
        while take("|") { terms.append(try conjunction(depth: depth)) }
        return terms.count == 1 ? terms[0] : .any(terms)
    }

    private mutating func conjunction(depth: Int) throws(Prerequisites.Fault) -> Prerequisites.Term {
        var terms = [try negation(depth: depth)]
        while take("&") { terms.append(try negation(depth: depth)) }
        return terms.count == 1 ? terms[0] : .all(terms)
    }

    private mutating func negation(depth: Int) throws(Prerequisites.Fault) -> Prerequisites.Term {
        guard take("~") else { return try operand(depth: depth) }
        guard depth < Prerequisites.deepest else { throw .tooLong }
        return .not(try negation(depth: depth + 1))
    }

    private mutating func operand(depth: Int) throws(Prerequisites.Fault) -> Prerequisites.Term {
        if take("(") {
            let term = try alternatives(depth: depth + 1)
            try expect(")")
            return term
        }
        let name = try word()
        if take("*") {
            guard let count = Int(name), count >= 0 else { throw .unexpected(name) }
            return .atLeast(count, try members(depth: depth))
        }
        if take("<>") { return .otherStatus(ActivityID(name), than: try status()) }
        if take("=") { return .status(ActivityID(name), try status()) }
        return .done(ActivityID(name))
    }

    private mutating func members(depth: Int) throws(Prerequisites.Fault) -> [Prerequisites.Term] {
        try expect("{")
        var terms = [try alternatives(depth: depth + 1)]
        while take(",") { terms.append(try alternatives(depth: depth + 1)) }
        try expect("}")
        return terms
    }

    private mutating func status() throws(Prerequisites.Fault) -> LessonStatus {
        let word = try word()
        guard let status = LessonStatus(word: word) else { throw .unknownStatus(word) }
        return status
    }

    /// A name up to the next sign, or what stands between quotation marks.
    private mutating func word() throws(Prerequisites.Fault) -> String {
        if take("\"") {
            guard let end = rest.firstIndex(of: "\"") else { throw .endsEarly }
            let word = String(rest[..<end])
            rest = rest[rest.index(after: end)...]
            skipBlanks()
            return word
        }
        let word = rest.prefix { !"&|~=<>(){},*\"^".contains($0) }
        guard let last = word.lastIndex(where: { !$0.isWhitespace }) else {
            throw isAtEnd ? .endsEarly : .unexpected(next)
        }
        rest = rest[word.endIndex...]
        return String(word[...last])
    }
}
