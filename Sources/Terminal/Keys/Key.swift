/// A key that a learner pressed.
enum Key: Hashable, Sendable {
    case character(Character)
    case enter, backspace, delete, tab, escape
    case left, right, up, down, home, end, pageUp, pageDown
    case help
    /// Ctrl-U.
    case clear
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D, or nothing will come any more.
    case endOfInput
    /// Ctrl-Z.
    case pause
    /// Ctrl-L.
    case redraw
}
