public import CourseModel
public import JournalStore

/// The accounts of a data folder as a server needs them: who may sign in, who is signed in.
///
/// The files are the truth: what another program writes there is seen at the next request. What a request may not do is
/// a `Refusal`; files that cannot be read or written are a `CampusTrouble`.
public actor AccountBook {
    /// Why nobody was signed in. The same for an unknown login, a wrong password and a blocked account.
    public enum Refusal: Error, Hashable, Sendable {
        case wrong
        /// Too many tries; seconds until the next one is looked at.
        case wait(seconds: Int64)
        /// Too many people sign in at this moment.
        case busy
        /// The link was used, has expired, or never was.
        case noInvitation
        /// The password is too short or too long.
        case badPassword
    }

    /// Sessions end half an hour after their last use, and twelve hours after they began.
    static let idle: Int64 = 30 * 60 * 1000
    static let absolute: Int64 = 12 * 60 * 60 * 1000
    /// How often the last use of sessions is put on disk.
    private static let flushing: Int64 = 60 * 1000

    private let folder: DataFolder
    private let hashing = HashingQueue()
    private var delay = SignInDelay()
    private var mark: [[UInt64]] = []
    private var accounts: [LearnerID: Account] = [:]
    private var groups: [Group] = []
    /// Learners by login, in lower case.
    private var logins: [String: LearnerID] = [:]
    private var sessions: [String: SignedIn] = [:]
    private var flushed: Instant?
    /// What an unknown login's password is compared with, so that it takes as long.
    private var decoy: String?

    /// The accounts of a data folder.
    public init(_ folder: DataFolder) { self.folder = folder }

    /// Signs somebody in, and ends the session that the client had; `network` is the /24 or /64 it comes from.
    public func signIn(
        login: String, password: String, from network: String, replacing old: Secret?, at now: Instant
    ) async throws -> Secret {
        try refresh()
        let login = login.lowercased()
        let wait = delay.seconds(account: login, network: network, at: now)
        guard wait == 0 else { throw Refusal.wait(seconds: wait) }
        let account = logins[login].flatMap { accounts[$0] }
        let hash = if let known = account?.password { known } else { try await decoyHash() }
        let isRight = try await hashed { PasswordHash.fits(password, hash) }
        guard isRight, let account, account.password == hash, !account.isBlocked else {
            delay.failed(account: login, network: network, at: now)
            throw Refusal.wrong
        }
        delay.succeeded(account: login)
        if PasswordHash.isOutdated(hash) { try await choose(password, for: account.learner) }
        return try begin(account.learner, replacing: old, at: now)
    }

    /// Who bears a session's token; `nil` when it has ended.
    public func person(_ token: Secret, at now: Instant) throws -> Person? {
        try refresh()
        guard var session = sessions[token.hash], isAlive(session, now), let account = accounts[session.learner],
            !account.isBlocked
        else { return nil }
        session.seen = max(session.seen, now)
        sessions[token.hash] = session
        try flush(now)
        return Person(account)
    }

    /// Ends a session.
    public func signOut(_ token: Secret) throws { try end { $0.hash == token.hash } }

    /// Ends all sessions of a learner, except one.
    public func signOut(_ learner: LearnerID, except token: Secret? = nil) throws {
        try end { $0.learner == learner && $0.hash != token?.hash }
    }

    /// A session as its owner sees it.
    public struct OpenSession: Hashable, Sendable {
        public let since: Instant
        public let seen: Instant
        /// The one in which the question is asked.
        public let isThis: Bool
    }

    /// The sessions of a learner, the newest first.
    public func sessions(of learner: LearnerID, at now: Instant, seenFrom token: Secret?) throws -> [OpenSession] {
        try refresh()
        return sessions.values.filter { $0.learner == learner && isAlive($0, now) }
            .map { OpenSession(since: $0.since, seen: $0.seen, isThis: $0.hash == token?.hash) }
            .sorted { $0.since > $1.since }
    }

    /// Whose invitation a code is.
    public func invited(_ code: Secret, at now: Instant) throws -> LearnerID? {
        try refresh()
        return accounts.values.first { holds($0, code, now) }?.learner
    }

    /// Takes up an invitation: the password holds from now on, the link no longer does, and the person is signed in.
    public func accept(
        _ code: Secret, password: String, replacing old: Secret?, at now: Instant
    ) async throws -> Secret {
        guard let learner = try invited(code, at: now) else { throw Refusal.noInvitation }
        guard PasswordHash.lengths.contains(password.count) else { throw Refusal.badPassword }
        let hash = try await newHash(password)
        try change(learner) { account throws(Refusal) in
            guard self.holds(account, code, now) else { throw .noInvitation }
            (account.password, account.invitation) = (hash, nil)
        }
        try signOut(learner)
        return try begin(learner, replacing: old, at: now)
    }

    /// Changes one's own password; the other sessions end.
    public func change(
        _ current: String, to password: String, of learner: LearnerID, keeping token: Secret
    ) async throws {
        try refresh()
        guard PasswordHash.lengths.contains(password.count) else { throw Refusal.badPassword }
        guard let hash = accounts[learner]?.password, try await hashed({ PasswordHash.fits(current, hash) }) else {
            throw Refusal.wrong
        }
        try await choose(password, for: learner)
        try signOut(learner, except: token)
    }

    /// The groups that a person may follow.
    public func groups(of person: Person) throws -> [Group] {
        try refresh()
        return groups.filter { Authorization.allows(person, .followGroup, on: .group($0.id)) }
    }

    /// Who learns in a group.
    public func members(of group: GroupID) throws -> [LearnerID] {
        try refresh()
        return accounts.values.filter { $0.groups.contains(group) }.map(\.learner).sorted()
    }

    /// What `Authorization` needs to know of a learner.
    public func subject(_ learner: LearnerID) throws -> Subject {
        try refresh()
        return .learner(learner, groups: accounts[learner]?.groups ?? [])
    }
}

extension AccountBook {
    private func isAlive(_ session: SignedIn, _ now: Instant) -> Bool {
        now.milliseconds - session.seen.milliseconds < Self.idle
            && now.milliseconds - session.since.milliseconds < Self.absolute
    }

    private nonisolated func holds(_ account: Account, _ code: Secret, _ now: Instant) -> Bool {
        account.invitation.map { $0.hash == code.hash && now < $0.until && !account.isBlocked } ?? false
    }

    private func begin(_ learner: LearnerID, replacing old: Secret?, at now: Instant) throws -> Secret {
        let token = Secret()
        let session = SignedIn(hash: token.hash, learner: learner, since: now, seen: now)
        try write { sessions in
            sessions.removeAll { $0.hash == old?.hash || !self.isAlive($0, now) }
            sessions.append(session)
        }
        return token
    }

    private func end(_ isMeant: (SignedIn) -> Bool) throws {
        try refresh()
        guard sessions.values.contains(where: isMeant) else { return }
        try write { $0.removeAll(where: isMeant) }
    }

    /// What was used last goes on disk now and then; after a crash a session is at most a minute older than it seems.
    private func flush(_ now: Instant) throws {
        if let flushed, now.milliseconds - flushed.milliseconds < Self.flushing { return }
        flushed = now
        try write { _ in }
    }

    /// Changes the sessions on disk; the last uses that are known here go with them.
    private func write(_ change: (inout [SignedIn]) -> Void) throws {
        let known = sessions
        try translating {
            try folder.changeSessions { kept in
                for place in kept.indices {
                    if let seen = known[kept[place].hash]?.seen { kept[place].seen = max(seen, kept[place].seen) }
                }
                change(&kept)
            }
        }
        try refresh()
    }

    private func change(_ learner: LearnerID, _ body: (inout Account) throws(Refusal) -> Void) throws {
        var refusal: Refusal?
        try translating {
            try folder.changeAccounts { accounts in
                guard let place = accounts.firstIndex(where: { $0.learner == learner }) else { return }
                do throws(Refusal) { try body(&accounts[place]) } catch { refusal = error }
            }
        }
        if let refusal { throw refusal }
        try refresh()
    }

    private func choose(_ password: String, for learner: LearnerID) async throws {
        let hash = try await newHash(password)
        try change(learner) { $0.password = hash }
    }

    private func newHash(_ password: String) async throws -> String {
        guard let hash = try await hashed({ PasswordHash.make(password) }) else { throw Refusal.busy }
        return hash
    }

    private func decoyHash() async throws -> String {
        if let decoy { return decoy }
        let made = try await newHash(Secret().text)
        decoy = made
        return made
    }

    private func hashed<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws -> Result {
        guard let result = await hashing.result(of: work) else { throw Refusal.busy }
        return result
    }

    /// Reads again what another program has written since.
    private func refresh() throws {
        let now = folder.accountMarks
        guard now != mark else { return }
        try translating { try read(now) }
        mark = now
    }

    private func read(_ now: [[UInt64]]) throws {
        if now[0] != mark.first {
            accounts = Dictionary(
                try folder.accounts().map { ($0.learner, $0) }, uniquingKeysWith: { first, _ in first })
            logins = [:]
            for learner in accounts.keys.sorted() {
                guard let login = try folder.profile(of: learner)?.login?.lowercased() else { continue }
                logins[login] = logins[login] ?? learner
            }
        }
        if now[1] != mark.dropFirst().first { groups = try folder.groups() }
        if now[2] != mark.last {
            let read = try folder.sessions().map { session in
                var session = session
                session.seen = max(session.seen, sessions[session.hash]?.seen ?? session.seen)
                return (session.hash, session)
            }
            sessions = Dictionary(read, uniquingKeysWith: { first, _ in first })
        }
    }

    private func translating(_ body: () throws -> Void) throws {
        do { try body() } catch { throw CampusTrouble(error) }
    }
}
