import Assessment
import CourseModel
import Learning

extension Visit {
    /// A key of the full screen.
    mutating func press(_ key: Key) -> Act {
        notice = nil
        if key == .interrupt || key == .endOfInput { return .quit }
        if let item {
            switch item.interaction {
            case .choice(let choice): return press(key, choice, item)
            case .textEntry, .numericEntry: return type(key, item)
            }
        }
        switch shown {
        case .map: return pressInMap(key)
        case .why(_, let lock):
            if case .character(let character) = key, let number = character.wholeNumberValue {
                return chooseWayOut(number - 1, of: lock)
            }
        case .course, .help, .feedback: break
        }
        return pressAnywhere(key)
    }

    /// Scrolling and commands, which are the same everywhere.
    private mutating func pressAnywhere(_ key: Key) -> Act {
        switch key {
        case .up: scroll(by: -1)
        case .down: scroll(by: 1)
        case .pageUp: scroll(by: -pageLength)
        case .pageDown: scroll(by: pageLength)
        case .home: scroll = 0
        case .end: scroll(by: .max / 2)
        case .character(" "):
            if isAtEnd { return follow(.next) }
            scroll(by: pageLength)
        case .escape: show(shown == .course ? .map : .course)
        case .character, .enter, .left, .right, .help, .backspace, .delete, .tab, .clear, .interrupt, .endOfInput,
            .pause, .redraw:
            if let command = Command(key: key) { return follow(command) }
        }
        return .stay
    }

    private mutating func pressInMap(_ key: Key) -> Act {
        switch key {
        case .up: select(selected - 1)
        case .down: select(selected + 1)
        case .pageUp: select(selected - 10)
        case .pageDown: select(selected + 10)
        case .home: select(0)
        case .end: select(view.outline.count - 1)
        case .enter, .character(" "): return choose(selected)
        case .character, .left, .right, .help, .escape, .backspace, .delete, .tab, .clear, .interrupt, .endOfInput,
            .pause, .redraw:
            return pressAnywhere(key)
        }
        return .stay
    }

    private mutating func select(_ place: Int) {
        selected = max(0, min(place, view.outline.count - 1))
        follows = true
    }

    private mutating func press(_ key: Key, _ choice: Choice, _ item: Item) -> Act {
        switch key {
        case .character(let character):
            if let place = optionPlace(of: character, in: choice) {
                toggle(place, choice)
                return .stay
            }
            if character == " ", let reached = draft.reached {
                toggle(reached, choice)
                return .stay
            }
        case .enter: return submit(item)
        case .down: reach((draft.reached ?? -1) + 1, choice)
        case .up: reach((draft.reached ?? 0) - 1, choice)
        case .left, .right, .help, .escape, .pageUp, .pageDown, .home, .end, .backspace, .delete, .tab, .clear,
            .interrupt, .endOfInput, .pause, .redraw:
            break
        }
        return key == .up || key == .down ? .stay : pressAnywhere(key)
    }

    /// The option that a letter or digit names.
    private func optionPlace(of character: Character, in choice: Choice) -> Int? {
        guard let ascii = character.lowercased().first?.asciiValue else { return nil }
        let place: Int
        switch ascii {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): place = Int(ascii) - 97
        case UInt8(ascii: "1")...UInt8(ascii: "9"): place = Int(ascii) - 49
        default: return nil
        }
        return choice.options.indices.contains(place) ? place : nil
    }

    private mutating func toggle(_ place: Int, _ choice: Choice) {
        draft.reached = place
        follows = true
        if !choice.isMultiple {
            draft.chosen = [place]
        } else if draft.chosen.remove(place) == nil {
            draft.chosen.insert(place)
        }
    }

    /// Moves through the options; above the first one lies the question.
    private mutating func reach(_ place: Int, _ choice: Choice) {
        if place < 0 {
            draft.reached = nil
            scroll = 0
        } else {
            draft.reached = min(place, choice.options.count - 1)
            follows = true
        }
    }

    private mutating func type(_ key: Key, _ item: Item) -> Act {
        follows = true
        switch key {
        case .character(let character): draft.field.insert(String(character))
        case .backspace: draft.field.deleteBackward()
        case .delete: draft.field.deleteForward()
        case .left: draft.field.moveLeft()
        case .right: draft.field.moveRight()
        case .home: draft.field.moveToStart()
        case .end: draft.field.moveToEnd()
        case .clear: draft.field.clear()
        case .enter: return submit(item)
        case .help: show(.help)
        case .escape: show(.map)
        case .up, .down, .pageUp, .pageDown:
            follows = false
            return pressAnywhere(key)
        case .interrupt, .endOfInput: return .quit
        case .tab, .pause, .redraw: break
        }
        return .stay
    }
}
