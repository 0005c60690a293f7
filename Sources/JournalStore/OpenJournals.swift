import Dispatch
import Glibc
import Synchronization

/// The journals that a program wrote to a moment ago, held open for its next lines; a writer takes one out for as long as
/// it holds the learner's lock.
///
/// A class because all writers of a process share one; its only state is behind a mutex. What nobody takes for some
/// seconds is closed, so that no erased learner's bytes stay on the disk because of it.
public final class OpenJournals: Sendable {
    /// A journal and the file of its learner's lock.
    struct Pair {
        let lock: KeptFile
        let journal: KeptFile
    }

    private struct State {
        var pairs: [String: (pair: Pair, since: DispatchTime)] = [:]
        var isSweeping = false
    }

    /// How long one stays open that nobody takes, in seconds.
    static let idle = 5.0

    private let limit: Int
    private let state = Mutex(State())

    /// Holds open at most so many; without a number 128, and less where the system allows the program few open files.
    public init(limit: Int? = nil) {
        var open = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &open)
        self.limit = limit ?? Int(min(128, open.rlim_cur / 8))
    }

    /// Takes out the open journal of this path. It is nobody else's until it is given back.
    func take(_ path: String) -> Pair? { state.withLock { $0.pairs.removeValue(forKey: path)?.pair } }

    /// Keeps a journal open whose lock is given back already.
    func give(_ pair: Pair) {
        let path = pair.journal.file.path
        let (closed, begins) = state.withLock { state in
            var closed = state.pairs.updateValue((pair, .now()), forKey: path)
            if state.pairs.count > limit, let oldest = state.pairs.min(by: { $0.value.since < $1.value.since })?.key {
                closed = state.pairs.removeValue(forKey: oldest)
            }
            defer { state.isSweeping = true }
            return (closed, !state.isSweeping)
        }
        _ = consume closed
        if begins { sweepLater() }
    }

    /// Closes all that nobody has taken, as after trouble with the disk.
    func closeAll() {
        let closed = state.withLock { state in
            defer { state.pairs = [:] }
            return state.pairs
        }
        _ = consume closed
    }

    private func sweepLater() {
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + OpenJournals.idle / 2) { [weak self] in
            guard let self else { return }
            if closeIdle(at: .now()) { sweepLater() }
        }
    }

    /// Closes what nobody has taken for some seconds; whether more stays open.
    @discardableResult
    func closeIdle(at now: DispatchTime) -> Bool {
        let (closed, goesOn) = state.withLock { state in
            let closed = state.pairs.filter { $0.value.since + OpenJournals.idle <= now }
            for path in closed.keys { state.pairs[path] = nil }
            state.isSweeping = !state.pairs.isEmpty
            return (closed, state.isSweeping)
        }
        _ = consume closed
        return goesOn
    }
}
