private import CTerminal
private import Glibc

/// The terminal itself: raw mode and its end, keys in, screens out. Whoever drops it gets a usable terminal back.
struct TerminalDevice: ~Copyable {
    /// What happened while one waited.
    enum Event {
        case bytes([UInt8])
        case resized
        /// The process was stopped and goes on.
        case resumed
        /// The system wants the process to end.
        case stopped
        /// No key will come any more.
        case ended
        case idle
    }

    private let options: TerminalOptions
    private let signals: Int32

    /// Watches signals from now on.
    init(_ options: TerminalOptions) {
        self.options = options
        signals = terminal_watch_signals()
    }

    deinit {
        terminal_leave()
        terminal_unwatch_signals()
    }

    /// Raw mode and a screen of its own.
    func enter() { _ = terminal_enter(options.input, options.output) }

    /// The terminal as it was.
    func leave() { terminal_leave() }

    /// Stops the process as Ctrl-Z does, with the terminal as it was in between.
    func pause() {
        leave()
        kill(0, SIGTSTP)
        enter()
    }

    /// Columns and rows; 80 × 24 where nothing says so.
    var size: (columns: Int, rows: Int) {
        var columns: Int32 = 80
        var rows: Int32 = 24
        _ = terminal_size(options.output, &columns, &rows)
        return (max(2, Int(columns)), max(2, Int(rows)))
    }

    /// Waits for keys or signals, at most so long.
    func wait(milliseconds: Int32) -> Event {
        var watched = [
            pollfd(fd: options.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&watched, nfds_t(watched.count), milliseconds)
        if count < 0 { return errno == EINTR || errno == EAGAIN ? (signal ?? .idle) : .ended }
        if watched[1].revents != 0, let signal { return signal }
        return watched[0].revents == 0 ? .idle : read()
    }

    private func read() -> Event {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(options.input, &buffer, buffer.count)
        if count > 0 { return .bytes(Array(buffer.prefix(count))) }
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? .idle : .ended
    }

    /// The signals that came, the gravest of them.
    private var signal: Event? {
        var buffer = [UInt8](repeating: 0, count: 64)
        guard signals >= 0 else { return nil }
        let count = Glibc.read(signals, &buffer, buffer.count)
        guard count > 0 else { return nil }
        let numbers = buffer.prefix(count).map { Int32($0) }
        if numbers.contains(where: { [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains($0) }) { return .stopped }
        return numbers.contains(SIGCONT) ? .resumed : .resized
    }

    /// Sends text in one go; false when nobody takes it any more.
    func write(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(options.output, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                var ready = pollfd(fd: options.output, events: Int16(POLLOUT), revents: 0)
                guard poll(&ready, 1, 5_000) != 0 else { return false }
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        return true
    }
}
