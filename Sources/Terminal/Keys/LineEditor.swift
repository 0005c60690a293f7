/// One line of typed text and where the cursor stands in it; moves and deletes by what a reader calls a character.
struct LineEditor: Hashable, Sendable {
    private(set) var before = ""
    private(set) var after = ""

    /// The longest text taken, in characters.
    static let limit = 2_000

    var text: String { before + after }

    /// Adds text at the cursor; an accent joins the letter before it.
    mutating func insert(_ text: String) {
        guard before.count + after.count < Self.limit else { return }
        before += safe(text)
    }

    /// Deletes before the cursor.
    mutating func deleteBackward() { _ = before.popLast() }

    /// Deletes after the cursor.
    mutating func deleteForward() { after = String(after.dropFirst()) }

    /// Deletes all.
    mutating func clear() { self = LineEditor() }

    mutating func moveLeft() {
        if let character = before.popLast() { after = String(character) + after }
    }

    mutating func moveRight() {
        guard let character = after.first else { return }
        before.append(character)
        after = String(after.dropFirst())
    }

    mutating func moveToStart() { (before, after) = ("", text) }

    mutating func moveToEnd() { (before, after) = (text, "") }
}
