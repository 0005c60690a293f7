import CourseModel
import Learning

extension Drawing {
    /// The bottom of a screen: keys, or in plain mode a sentence with the words that can be typed, after what is
    /// special to this screen.
    func footer(special: [KeyHint] = [], sentences: [Sentence] = [], _ commands: [Command]) -> [Line] {
        guard isPlain else { return keys(special + commands.map { KeyHint(key(of: $0), name(of: $0)) }) }
        let names = commands.map { say(name(of: $0)) }
        guard let last = names.last else { return sentences.flatMap { paragraph($0) } }
        let list = names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " \(say(Words.orElse)) " + last
        let typing = Words.typeWord(Sentence(fr: list, en: list))
        return sentences.flatMap { paragraph($0) } + paragraph(typing)
    }

    /// "Why" is offered where something is locked.
    func why(_ view: SessionView) -> [Command] { view.outline.contains(where: \.isLocked) ? [.why(nil)] : [] }

    private func name(of command: Command) -> Sentence {
        switch command {
        case .next: Words.next
        case .back: Words.back
        case .map: Words.toMap
        case .why: Words.toWhy
        case .help: Words.toHelp
        case .quit: Words.quit
        case .retry: Words.retry
        }
    }

    private func key(of command: Command) -> String {
        switch command {
        case .next: "→"
        case .back: "←"
        case .map: "m"
        case .why: "w"
        case .help: "h"
        case .quit: "q"
        case .retry: "r"
        }
    }
}
