public import CourseModel
public import Learning

/// A learner at a terminal, from the first screen to the last. It draws and asks; what is allowed, the engine says.
public struct TerminalShell {
    /// What the engine answers to a request.
    public enum Reply: Hashable, Sendable {
        /// Done and on disk; this is how things stand now.
        case view(SessionView)
        /// Not allowed, or only in part: this is how things stand now. Of an answer, the lock says what is wrong with it.
        case refused(SessionView, Lock)
        /// Allowed, but not saved; nothing has changed.
        case failed(Sentence)
        /// There is nothing to go on with, and this is why; the shell ends.
        case over(Sentence)
    }

    private let options: TerminalOptions
    private let language: Language
    private let perform: (LearnerRequest) -> Reply
    private let refresh: () -> Reply?
    private var visit: Visit
    /// Why the shell ends without the learner's wish.
    private var farewell: Sentence?

    /// A shell that starts where the learner is.
    ///
    /// - Parameters:
    ///   - perform: decides, journals and answers.
    ///   - refresh: how things stand if another terminal or browser changed them, or that all is over, else `nil`; asked
    ///     about once a second, and before each request.
    public init(
        options: TerminalOptions, language: Language, view: SessionView,
        perform: @escaping (LearnerRequest) -> Reply, refresh: @escaping () -> Reply? = { nil }
    ) {
        self.options = options
        self.language = language
        self.perform = perform
        self.refresh = refresh
        visit = Visit(view)
    }

    /// Runs until the learner quits, no key can come any more, or the system ends the process.
    public mutating func run() {
        let device = TerminalDevice(options)
        if options.isPlain { runPlain(device) } else { runFull(device) }
    }

    private func drawing(_ columns: Int) -> Drawing {
        Drawing(language: language, columns: columns, isPlain: options.isPlain)
    }

    // MARK: Full screen

    private mutating func runFull(_ device: borrowing TerminalDevice) {
        device.enter()
        var decoder = KeyDecoder()
        var shown: Frame?
        while true {
            let size = device.size
            let frame = visit.frame(drawing(size.columns), rows: size.rows)
            if frame != shown {
                guard device.write(frame.ansi(hasColor: options.hasColor)) else { return }
                shown = frame
            }
            switch device.wait(milliseconds: decoder.isWaiting ? 50 : 1_000) {
            case .bytes(let bytes):
                let keys = decoder.keys(from: bytes)
                if keys.contains(.pause) { device.pause() }
                if keys.contains(.redraw) || keys.contains(.pause) { shown = nil }
                if hasLeft(keys, on: size) { return close(device) }
            case .idle where decoder.isWaiting:
                if hasLeft(decoder.flush(), on: size) { return close(device) }
            case .idle:
                lookElsewhere()
                if farewell != nil { return close(device) }
            case .resized:
                visit.follows = true
                shown = nil
            case .resumed:
                device.enter()
                shown = nil
            case .stopped: return
            case .ended: return close(device)
            }
        }
    }

    /// Follows keys one by one, each on the screen that the one before has left.
    private mutating func hasLeft(_ keys: [Key], on size: (columns: Int, rows: Int)) -> Bool {
        for key in keys {
            if hasLeft(visit.press(key)) { return true }
            _ = visit.frame(drawing(size.columns), rows: size.rows)
        }
        return false
    }

    // MARK: Plain text

    private mutating func runPlain(_ device: borrowing TerminalDevice) {
        var lines = LineReader()
        var shown: Screen?
        while true {
            let drawing = drawing(device.size.columns)
            let screen = visit.screen(drawing)
            var text = ""
            if screen != shown { text += (shown == nil ? "" : "\n") + screen.linear.plainText }
            if let notice = visit.notice { text += drawing.notice(notice).plainText }
            shown = screen
            guard device.write(text + "> ") else { return }
            switch nextLine(device, &lines) {
            case .line(let line):
                if hasLeft(visit.say(line)) { return close(device) }
            case .changed: guard device.write("\n") else { return }
            case .ended: return close(device)
            case .stopped:
                _ = device.write("\n")
                return
            }
        }
    }

    private enum Waited { case line(String), changed, ended, stopped }

    /// The next typed line, or that something else happened before it came.
    private mutating func nextLine(_ device: borrowing TerminalDevice, _ lines: inout LineReader) -> Waited {
        while true {
            if let line = lines.next() { return .line(line) }
            switch device.wait(milliseconds: 1_000) {
            case .bytes(let bytes): lines.add(bytes)
            case .ended:
                guard let line = lines.last() else { return .ended }
                return .line(line)
            case .stopped: return .stopped
            case .idle:
                if lines.isEmpty, lookElsewhere() { return farewell == nil ? .changed : .ended }
            case .resized, .resumed: break
            }
        }
    }

    // MARK: Requests

    /// Carries out what a key or line led to; true when the learner leaves.
    private mutating func hasLeft(_ act: Visit.Act) -> Bool {
        switch act {
        case .stay: return false
        case .quit: return true
        case .ask(let request):
            if lookElsewhere(), farewell != nil || !request.namesItsTarget { return farewell != nil }
            visit.notice = nil
            let reply = perform(request)
            visit.take(reply, to: request)
            if case .over(let sentence) = reply { farewell = sentence }
            return farewell != nil
        }
    }

    /// Looks what another terminal did; true when the learner is somewhere else now, or all is over.
    @discardableResult
    private mutating func lookElsewhere() -> Bool {
        switch refresh() {
        case .view(let view): return visit.catchUp(with: view)
        case .over(let sentence):
            farewell = sentence
            return true
        case .refused, .failed, nil: return false
        }
    }

    /// Suspends the session and says goodbye.
    private mutating func close(_ device: borrowing TerminalDevice) {
        let reply = farewell.map { .over($0) } ?? perform(.navigate(.suspendAll))
        device.leave()
        let sentence =
            switch reply {
            case .failed(let trouble), .over(let trouble): trouble
            case .view, .refused: Words.closing
            }
        _ = device.write((options.isPlain ? "\n" : "") + Line(sentence.text(language)).text + "\n")
    }
}

extension Sequence<Line> {
    /// Lines as text, without styles.
    var plainText: String { map { $0.text + "\n" }.joined() }
}
