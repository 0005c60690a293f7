/// How fast a body comes in: who sends a byte now and then holds a connection no longer than others need to send it all.
struct BodyPace {
    /// From when on the pace counts.
    static let grace = Duration.seconds(20)
    /// Bytes a second, on the average since the beginning.
    static let least = 1024

    private let start = ContinuousClock.now

    /// Whether so many bytes in all are too few by now.
    func isTooSlow(_ received: Int) -> Bool { BodyPace.isTooSlow(received, after: .now - start) }

    static func isTooSlow(_ received: Int, after time: Duration) -> Bool {
        time > grace && received < Int(time.components.seconds) * least
    }
}
