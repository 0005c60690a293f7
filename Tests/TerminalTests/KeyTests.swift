import Testing

@testable import Terminal

@Suite("Keys")
struct KeyTests {
    @Test(
        "Bytes are keys",
        arguments: [
            ("a", [Key.character("a")]), ("é", [.character("é")]), ("👍", [.character("👍")]),
            ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]), ("\u{1B}OA", [.up]),
            ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]),
            ("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~", [.home, .end, .home, .end]),
            ("\u{1B}[3~\u{7F}", [.delete, .backspace]), ("\r\n\t", [.enter, .enter, .tab]), ("\u{1B}OP", [.help]),
            ("\u{1B}[1;5C", [.right]),
            ("\u{3}\u{4}\u{15}\u{1A}\u{C}", [.interrupt, .endOfInput, .clear, .pause, .redraw]),
            ("\u{1B}[200~a\rb\u{1B}[201~\r", [.character("a"), .character(" "), .character("b"), .enter]),
            ("\u{1B}[99;99;99x", []), ("\u{202E}z", [.character("z")]),
        ])
    func decodes(text: String, keys: [Key]) {
        var whole = KeyDecoder()
        let atOnce = whole.keys(from: text.utf8)
        #expect(atOnce == keys)
        var split = KeyDecoder()
        let byteByByte = text.utf8.flatMap { split.keys(from: [$0]) }
        #expect(byteByByte == keys)
        #expect(!split.isWaiting)
    }

    @Test("A lone ESC is the Esc key once nothing follows")
    func escape() {
        var decoder = KeyDecoder()
        let early = decoder.keys(from: [0x1B])
        #expect(early == [] && decoder.isWaiting)
        let late = decoder.flush()
        #expect(late == [.escape])
        let twice = decoder.keys(from: [0x1B, 0x1B])
        #expect(twice == [.escape])
    }

    @Test("Random bytes always come to an end", arguments: 0..<100)
    func random(seed: Int) {
        var dice = SeededGenerator(seed: UInt64(seed))
        let opening: [UInt8] = [0x1B, 0x5B, 0x4F, 0xC3, 0xF0, 0x80, 0xFF, 0x41, 0x3B, 0x7E]
        var decoder = KeyDecoder()
        for _ in 0..<50 {
            _ = decoder.keys(from: (0..<20).map { _ in opening.randomElement(using: &dice) ?? 0 })
        }
        _ = decoder.flush()
        #expect(!decoder.isWaiting)
    }

    @Test("An edited line moves and deletes by characters as read")
    func editing() {
        var line = LineEditor()
        line.insert("e")
        line.insert("\u{301}")
        line.insert("日x")
        line.deleteBackward()
        line.moveLeft()
        line.moveLeft()
        line.insert("L")
        #expect(line.text == "Le\u{301}日")
        line.moveToEnd()
        line.deleteBackward()
        line.deleteBackward()
        #expect(line.text == "L")
        line.moveToStart()
        line.deleteForward()
        line.deleteForward()
        line.moveLeft()
        line.moveRight()
        #expect(line.text == "")
    }

    @Test(
        "Words are commands in both languages",
        arguments: [
            ("suivant", Command.next), ("NEXT", .next), (" n ", .next), ("retour", .back), ("b", .back),
            ("carte", .map),
            ("map", .map), ("pourquoi", .why(nil)), ("why 3", .why(3)), ("w 12", .why(12)), ("aide", .help),
            ("?", .help),
            ("quitter", .quit), ("q", .quit), ("retry", .retry),
        ])
    func words(line: String, command: Command) {
        #expect(Command(word: line) == command)
    }

    @Test(
        "Other words are none",
        arguments: ["", "suivants", "next 3", "why x", "why 3 4", "pourquoi 99999999999999999999"])
    func noWords(line: String) {
        #expect(Command(word: line) == nil)
    }
}
