internal import Assessment
internal import CourseModel
internal import Learning

/// What a form of the player asks for.
struct Wish: Sendable {
    /// `nil` for "resume, go on or start".
    var request: LearnerRequest?
    /// Where the learner was, as the page said.
    var seen: [Int]?

    /// `nil` for what no form of ours sends.
    init?(_ form: Fields) {
        guard let text = form["request"] else { return nil }
        if let position = form["seen"] {
            let numbers = position.split(separator: ".").map { Int($0) }
            guard numbers.count <= 8, numbers.allSatisfy({ $0 != nil }) else { return nil }
            seen = numbers.compactMap { $0 }
        }
        switch text {
        case "open": request = nil
        case "retry": request = .retry
        case "answer":
            guard let item = form["item"] else { return nil }
            request = .answer(item: item, Response(form.all("response")))
        default:
            if text.hasPrefix("screen:") {
                guard let screen = Int(text.dropFirst(7)) else { return nil }
                request = .screen(screen)
            } else {
                guard let navigation = Navigation(text: text) else { return nil }
                request = .navigate(navigation)
            }
        }
    }

    /// What follows `/play` in the address of the page that shows the result.
    var addressOfResult: String {
        if case .answer(let item, _)? = request { "?feedback=\(Fields.encoded(item))" } else { "" }
    }
}

/// An answer that could not be taken, to be shown again as it was typed.
struct Typed: Sendable {
    var item: String
    var response: Response
    var trouble: Sentence
}
