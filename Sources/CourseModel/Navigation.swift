/// A navigation request: what the learner or the content asks for (SN book, NB.2.1).
public enum Navigation: Hashable, Sendable {
    case start, resumeAll, `continue`, previous, exit, exitAll, suspendAll, abandon, abandonAll
    case choice(ActivityID)
    case jump(ActivityID)

    /// The form of journals and protocols: `continue`, `choice:ID`.
    public var text: String {
        switch self {
        case .start: "start"
        case .resumeAll: "resumeAll"
        case .continue: "continue"
        case .previous: "previous"
        case .exit: "exit"
        case .exitAll: "exitAll"
        case .suspendAll: "suspendAll"
        case .abandon: "abandon"
        case .abandonAll: "abandonAll"
        case .choice(let target): "choice:\(target)"
        case .jump(let target): "jump:\(target)"
        }
    }

    /// Reads the form that `text` writes; anything else is `nil`.
    public init?(text: String) {
        let plain: [Navigation] = [
            .start, .resumeAll, .continue, .previous, .exit, .exitAll, .suspendAll, .abandon, .abandonAll,
        ]
        if let request = plain.first(where: { $0.text == text }) {
            self = request
        } else if text.hasPrefix("choice:") {
            self = .choice(ActivityID(String(text.dropFirst(7))))
        } else if text.hasPrefix("jump:") {
            self = .jump(ActivityID(String(text.dropFirst(5))))
        } else {
            return nil
        }
    }
}
