/// What a learner can ask of the terminal by a word, in either language whichever is shown.
enum Command: Hashable, Sendable {
    case next, back, map, help, quit, retry
    /// Why a step is locked: one by its number in the map, or the one that is in the way.
    case why(Int?)

    /// Reads a typed line; `nil` for anything else.
    init?(word line: some StringProtocol) {
        let words = line.lowercased().split { $0.isWhitespace }
        guard let first = words.first, let command = Self(name: String(first)) else { return nil }
        switch (command, words.count) {
        case (_, 1): self = command
        case (.why, 2):
            guard let number = Int(words[1]), (1...9_999).contains(number) else { return nil }
            self = .why(number)
        default: return nil
        }
    }

    private init?(name: String) {
        switch name {
        case "suivant", "suite", "next", "n": self = .next
        case "retour", "back", "b": self = .back
        case "carte", "map", "m": self = .map
        case "pourquoi", "why", "w": self = .why(nil)
        case "aide", "help", "h", "?": self = .help
        case "quitter", "quit", "q": self = .quit
        case "recommencer", "retry", "r": self = .retry
        default: return nil
        }
    }

    /// Reads a key of the full screen; `nil` for any other.
    init?(key: Key) {
        switch key {
        case .character(let character): self.init(name: character.lowercased())
        case .right, .enter: self = .next
        case .left: self = .back
        case .help: self = .help
        case .interrupt, .endOfInput: self = .quit
        case .backspace, .delete, .tab, .escape, .up, .down, .home, .end, .pageUp, .pageDown, .clear, .pause, .redraw:
            return nil
        }
    }
}
