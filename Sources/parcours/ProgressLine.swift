internal import CourseModel
internal import Glibc
internal import JournalStore

/// How far a long act is: one line on a terminal's stderr, from the second second on; nothing elsewhere.
struct ProgressLine {
    private let label: String
    private let isShown: Bool
    private let start = Instant.now()
    private var last = Instant(milliseconds: 0)
    private var isDrawn = false

    init(_ label: Sentence, _ global: GlobalOptions) {
        self.label = label.text(global.language)
        isShown = !global.quiet && isatty(2) == 1
    }

    /// Draws anew, ten times a second at most.
    mutating func show(_ done: Int, of all: Int) {
        let now = Instant.now()
        guard isShown, now.milliseconds - start.milliseconds >= 1000, now.milliseconds - last.milliseconds >= 100
        else { return }
        last = now
        isDrawn = true
        let filled = all > 0 ? min(20, done * 20 / all) : 0
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        put("\r\(label) [\(bar)] \(done)/\(all)\u{1B}[K")
    }

    /// Takes the line away.
    mutating func finish() {
        if isDrawn { put("\r\u{1B}[K") }
        isDrawn = false
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
