internal import CourseModel
internal import JournalStore
internal import Synchronization

/// The time of a headless player: what it was set to, else that of the machine. A class, as the desks of the player
/// share it.
final class HeadlessClock: Sendable {
    private let moment: Mutex<Instant?>

    init(_ fixed: Instant?) { moment = Mutex(fixed) }

    var now: Instant { moment.withLock { $0 } ?? Instant.now() }

    func set(_ now: Instant) { moment.withLock { $0 = now } }
}
