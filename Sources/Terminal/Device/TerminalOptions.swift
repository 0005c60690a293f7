private import Glibc

/// How a terminal is used.
public struct TerminalOptions: Hashable, Sendable {
    /// Linear text and typed words, for screen readers, pipes and terminals that cannot move their cursor.
    public var isPlain: Bool
    public var hasColor: Bool
    /// Descriptor that keys come from.
    public var input: Int32
    /// Descriptor that screens go to.
    public var output: Int32

    /// Options from their parts; standard input and output unless told otherwise.
    public init(isPlain: Bool, hasColor: Bool, input: Int32 = 0, output: Int32 = 1) {
        self.isPlain = isPlain
        self.hasColor = hasColor
        self.input = input
        self.output = output
    }

    /// What suits standard input and output: plain if asked for, in a pipe, or where `TERM` is `dumb`; without colour
    /// where `NO_COLOR` is set.
    public init(plainIsWanted: Bool) {
        let term = getenv("TERM").map { String(cString: $0) } ?? "dumb"
        let isScreen = isatty(0) == 1 && isatty(1) == 1 && term != "dumb" && !term.isEmpty
        let refusesColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        self.init(isPlain: plainIsWanted || !isScreen, hasColor: isScreen && !refusesColor)
    }
}
