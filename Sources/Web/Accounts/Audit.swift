internal import CourseHost
internal import CourseModel

/// What an administrator can look up later: acts, opaque identifiers and networks; never a name, a login or an answer.
struct Audit: Sendable {
    /// What is worth a line.
    enum Act: String, Sendable {
        case signIn = "sign-in"
        case signOut = "sign-out"
        case invitation, password
        case refused
    }

    let clock: @Sendable () -> Instant
    /// Where lines go: standard error, for the journal of the system.
    let write: @Sendable (String) -> Void

    /// Writes a line: `audit 2026-11-25T10:00:00.000Z act=sign-in result=ok by=… from=192.0.2.0/24`.
    func note(_ act: Act, _ result: String, _ caller: Caller) {
        let by = caller.person.map { " by=\($0.id)" } ?? ""
        write("audit \(clock()) act=\(act.rawValue) result=\(result)\(by) from=\(caller.network)")
    }
}
