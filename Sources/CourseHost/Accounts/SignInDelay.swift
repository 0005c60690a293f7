internal import CourseModel

/// How long one waits before the next try, after tries that failed: for an account, and for the network they came from.
///
/// Five tries are free for an account and twenty for a network; then each doubles the wait, from one second to fifteen
/// minutes. A quarter of an hour without a try forgets them.
struct SignInDelay: Sendable {
    static let freeForAccount = 5
    static let freeForNetwork = 20
    static let longest: Int64 = 15 * 60 * 1000
    /// Far more than anybody honest; beyond it the oldest are forgotten.
    static let remembered = 10_000

    private struct Failures: Sendable {
        var count = 0
        var last: Instant
    }

    private var byKey: [String: Failures] = [:]

    /// Seconds to wait before a try for an account from a network is looked at; 0 when it may be made now.
    func seconds(account: String, network: String, at now: Instant) -> Int64 {
        max(
            wait("a:\(account)", free: Self.freeForAccount, now),
            wait("n:\(network)", free: Self.freeForNetwork, now))
    }

    /// Counts a try that failed.
    mutating func failed(account: String, network: String, at now: Instant) {
        forget(now)
        for key in ["a:\(account)", "n:\(network)"] {
            byKey[key, default: Failures(last: now)].count += 1
            byKey[key]?.last = now
        }
    }

    /// A sign-in that worked forgives the account, not the network.
    mutating func succeeded(account: String) { byKey["a:\(account)"] = nil }

    private func wait(_ key: String, free: Int, _ now: Instant) -> Int64 {
        guard let failures = byKey[key], failures.count >= free else { return 0 }
        let exponent = min(failures.count - free, 20)
        let due = failures.last.milliseconds + min(Self.longest, 1000 << Int64(exponent))
        return max(0, (due - now.milliseconds + 999) / 1000)
    }

    private mutating func forget(_ now: Instant) {
        guard byKey.count >= Self.remembered else { return }
        byKey = byKey.filter { now.milliseconds - $0.value.last.milliseconds < Self.longest }
        if byKey.count >= Self.remembered { byKey = [:] }
    }
}
