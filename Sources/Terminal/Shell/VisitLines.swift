import Assessment
import CourseModel
import Learning

extension Visit {
    /// A line typed in plain mode.
    mutating func say(_ line: String) -> Act {
        notice = nil
        let text = safe(String(line.prefix(LineEditor.limit))).trimmed
        if let item { return answer(text, to: item) }
        if let number = Int(text), (1...9_999).contains(number) {
            switch shown {
            case .map: return choose(number - 1)
            case .why(_, let lock): return chooseWayOut(number - 1, of: lock)
            case .course, .help, .feedback: break
            }
        }
        if text.isEmpty {
            if shown == .map, view.current == .map { return .stay }
            return follow(.next)
        }
        return follow(text)
    }

    private mutating func follow(_ text: String) -> Act {
        if let command = Command(word: text) { return follow(command) }
        notice = Words.notUnderstood(text)
        return .stay
    }

    /// An answer wins over a one-letter command; a command word wins over an answer, unless `=` stands before it.
    private mutating func answer(_ text: String, to item: Item) -> Act {
        let word = text.count > 1 || text == "?" ? Command(word: text) : nil
        if let word { return follow(word) }
        switch item.interaction {
        case .choice(let choice): return answer(text, choice, item)
        case .textEntry:
            return submit(text.first == "=" ? String(text.dropFirst()).trimmed : text, to: item, isNumber: false)
        case .numericEntry:
            if let command = Command(word: text) { return follow(command) }
            return submit(text, to: item, isNumber: true)
        }
    }

    private mutating func answer(_ text: String, _ choice: Choice, _ item: Item) -> Act {
        var places: Set<Int> = []
        for name in text.split(whereSeparator: { $0.isWhitespace || ",;.+)".contains($0) }) {
            let names = Int(name) == nil ? name.map { String($0) } : [String(name)]
            for name in names {
                if let place = choice.options.indices.first(where: { isNamed($0, by: name) }) {
                    places.insert(place)
                } else if let command = Command(word: text) {
                    return follow(command)
                } else {
                    notice = Words.noSuchOption(name)
                    return .stay
                }
            }
        }
        guard choice.isMultiple || places.count <= 1 else {
            notice = Words.onlyOne
            return .stay
        }
        draft.chosen = places
        draft.reached = nil
        return submit(item)
    }

    private func isNamed(_ place: Int, by name: String) -> Bool {
        name.uppercased() == letter(place) || Int(name) == place + 1
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
