public import CourseModel
internal import JournalStore
public import Learning

/// Who may fetch and commit the content of an attempt, and until when. Lives in memory; after a restart pages ask anew.
///
/// A launch code works once and for a minute; it is swapped for a token. Of both only the SHA-256 is kept. A token is good
/// for one enrolment: its files, its state, its commits, and nothing else.
public struct AttemptPasses: Sendable {
    /// What a pass is for.
    public struct Grant: Hashable, Sendable {
        public var learner: Learner
        public var course: String
        /// The SHA-256 of the package.
        public var version: String
        /// The origin of the shell whose page shows the content.
        public var shell: String
        public var language: Language
        /// The content runs in a window of its own, and may open further ones.
        public var hasWindow: Bool
        /// What content hears as the learner's identifier; `nil` for the opaque one.
        public var alias: String?

        /// A grant from its parts.
        public init(
            learner: Learner, course: String, version: String, shell: String, language: Language, hasWindow: Bool,
            alias: String? = nil
        ) {
            self.alias = alias
            (self.learner, self.course, self.version) = (learner, course, version)
            (self.shell, self.language, self.hasWindow) = (shell, language, hasWindow)
        }
    }

    /// Why a pass is not good.
    public enum Refusal: Error, Hashable, Sendable {
        /// Never given out, or too old.
        case unknown
        /// The content has terminated, and the time to finish is over.
        case over
        /// The course was opened elsewhere since.
        case elsewhere
        /// Too many commits; after so many milliseconds there is room again.
        case tooFast(wait: Int64)
        /// As much was written today as one enrolment may.
        case tooMuch
    }

    private struct Code {
        var grant: Grant
        var until: Instant
    }

    private struct Pass {
        var grant: Grant
        var page: String?
        var lastUse: Instant
        var until: Instant?
        var isElsewhere = false
    }

    private struct Enrolment: Hashable {
        var learner: String
        var course: String
    }

    static let codeLife: Int64 = 60_000
    static let passLife: Int64 = 12 * 3_600_000
    static let grace: Int64 = 60_000
    private static let most = 50_000

    private var codes: [String: Code] = [:]
    private var passes: [String: Pass] = [:]
    private var allowances: [Enrolment: CommitAllowance] = [:]

    /// Nobody has a pass yet.
    public init() {}

    /// A launch code: 64 hexadecimal digits.
    public mutating func code(
        for grant: Grant, at now: Instant, using chance: inout some RandomNumberGenerator
    ) -> String {
        tidy(at: now)
        let code = AttemptPasses.secret(using: &chance)
        codes[AttemptPasses.kept(code)] = Code(grant: grant, until: now + AttemptPasses.codeLife)
        return code
    }

    /// Swaps a launch code for a token; all other tokens of the enrolment are `elsewhere` from now on.
    public mutating func token(
        for code: String, at now: Instant, using chance: inout some RandomNumberGenerator
    ) throws(Refusal) -> String {
        guard let found = codes.removeValue(forKey: AttemptPasses.kept(code)), now <= found.until else {
            throw .unknown
        }
        for (key, pass) in passes
        where pass.grant.learner.id == found.grant.learner.id && pass.grant.course == found.grant.course {
            passes[key]?.isElsewhere = true
        }
        let token = AttemptPasses.secret(using: &chance)
        passes[AttemptPasses.kept(token)] = Pass(grant: found.grant, lastUse: now)
        return token
    }

    /// What a token is for; using it keeps it alive. A token that is `elsewhere` still reads files.
    public mutating func grant(of token: String, at now: Instant) throws(Refusal) -> Grant {
        try use(token, at: now).grant
    }

    /// Names the page that the token runs from now on; only this page may commit.
    public mutating func start(page: String, with token: String, at now: Instant) throws(Refusal) -> Grant {
        let pass = try use(token, at: now)
        guard !pass.isElsewhere else { throw .elsewhere }
        passes[AttemptPasses.kept(token)]?.page = page
        passes[AttemptPasses.kept(token)]?.until = nil
        return pass.grant
    }

    /// Lets a page commit so many bytes.
    public mutating func admit(
        page: String, bytes: Int, with token: String, at now: Instant
    ) throws(Refusal) -> Grant {
        let pass = try use(token, at: now)
        guard !pass.isElsewhere, pass.page == page else { throw .elsewhere }
        let enrolment = Enrolment(learner: pass.grant.learner.id, course: pass.grant.course)
        try allowances[enrolment, default: CommitAllowance()].take(bytes, at: now)
        return pass.grant
    }

    /// The content has terminated: the token lives a minute longer.
    public mutating func end(_ token: String, at now: Instant) {
        passes[AttemptPasses.kept(token)]?.until = now + AttemptPasses.grace
    }

    /// Whether a token of the enrolment can still commit.
    public func isOpen(learner: String, course: String, at now: Instant) -> Bool {
        passes.values.contains {
            $0.grant.learner.id == learner && $0.grant.course == course && !$0.isElsewhere && isAlive($0, at: now)
        }
    }

    /// A learner has signed out: nothing of theirs is good any more.
    public mutating func revoke(learner: String) {
        codes = codes.filter { $0.value.grant.learner.id != learner }
        passes = passes.filter { $0.value.grant.learner.id != learner }
    }

    private mutating func use(_ token: String, at now: Instant) throws(Refusal) -> Pass {
        let key = AttemptPasses.kept(token)
        guard let pass = passes[key] else { throw .unknown }
        guard isAlive(pass, at: now) else { throw pass.until == nil ? .unknown : .over }
        passes[key]?.lastUse = now
        return pass
    }

    private func isAlive(_ pass: Pass, at now: Instant) -> Bool {
        now <= pass.lastUse + AttemptPasses.passLife && pass.until.map { now <= $0 } ?? true
    }

    /// Forgets what is too old; where that is not enough, what was used longest ago.
    private mutating func tidy(at now: Instant) {
        codes = codes.filter { now <= $0.value.until }
        guard passes.count >= AttemptPasses.most else { return }
        passes = passes.filter { isAlive($0.value, at: now) }
        guard passes.count >= AttemptPasses.most else { return }
        for (key, _) in passes.sorted(by: { $0.value.lastUse < $1.value.lastUse }).prefix(AttemptPasses.most / 10) {
            passes[key] = nil
        }
    }

    /// 256 bits of chance in hexadecimal digits.
    private static func secret(using chance: inout some RandomNumberGenerator) -> String {
        (0..<4).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &chance), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func kept(_ secret: String) -> String { sha256Name(of: Array(secret.utf8)) }
}

extension Instant {
    /// So many milliseconds later.
    static func + (moment: Instant, milliseconds: Int64) -> Instant {
        Instant(milliseconds: moment.milliseconds.addingReportingOverflow(milliseconds).partialValue)
    }
}
