/// What is to be said of a value.
enum Verdict: Hashable {
    case fits
    /// Longer than every environment must take.
    case beyondSPM
    case mismatch
    case outOfRange

    /// The graver of two.
    func and(_ other: @autoclosure () -> Verdict) -> Verdict {
        switch self {
        case .mismatch, .outOfRange: return self
        case .fits: return other()
        case .beyondSPM:
            let next = other()
            return next == .fits ? .beyondSPM : next
        }
    }
}

extension ValueFormat {
    /// Judges a value by this format alone.
    func verdict(on text: ArraySlice<UInt8>) -> Verdict {
        if text.isEmpty && orEmpty == true { return .fits }
        let verdict = verdict(on: text, as: type)
        guard let other = self.or else { return verdict }
        if other == .numericRange {
            // Text is always text; a range separator makes it a range.
            return text.parts(between: "[:]").count > 1 ? self.verdict(on: text, as: other) : verdict
        }
        return verdict == .mismatch ? self.verdict(on: text, as: other) : verdict
    }

    private func verdict(on text: ArraySlice<UInt8>, as type: DataType) -> Verdict {
        switch type {
        case .characterstring, .cmiString255, .cmiString4096, .cmiFeedback: return within(text)
        case .localizedString: return localized(text)
        case .language: return Names.isLanguageTag(text) ? within(text) : .mismatch
        case .longIdentifier, .shortIdentifier: return Names.isIdentifier(text) ? within(text) : .mismatch
        case .cmiIdentifier: return text.isBlank ? .mismatch : within(text)
        case .real, .cmiDecimal: return number(text)
        case .cmiSInteger: return text.contains(UInt8(ascii: ".")) ? .mismatch : number(text)
        case .time: return TimeOfDay.isTime(text) ? .fits : .mismatch
        case .cmiTime: return TimeOfDay.isCMITime(text) ? .fits : .mismatch
        case .timeinterval: return Duration(timeinterval: text) == nil ? .mismatch : .fits
        case .cmiTimespan: return Duration(timespan: text) == nil ? .mismatch : .fits
        case .state, .cmiVocabulary: return word(text)
        case .numericRange: return NumericRange(text) == nil ? .mismatch : .fits
        case .pattern, .response: return .mismatch  // judged by the interaction's own format
        }
    }

    private func within(_ text: ArraySlice<UInt8>) -> Verdict {
        guard let spm, text.count > spm, text.characterCount > spm else { return .fits }
        return .beyondSPM
    }

    private func number(_ text: ArraySlice<UInt8>) -> Verdict {
        guard let number = Real(text) else { return .mismatch }
        if let lowest = range?.min.flatMap({ Real($0) }), number < lowest { return .outOfRange }
        if let highest = range?.max.flatMap({ Real($0) }), number > highest { return .outOfRange }
        return .fits
    }

    private func word(_ text: ArraySlice<UInt8>) -> Verdict {
        if let vocabulary, vocabulary.contains(where: { text.elementsEqual($0.utf8) }) { return .fits }
        guard let targeted, let request = Names.targeted(text), targeted.contains(request.word) else {
            return .mismatch
        }
        return .fits
    }

    private func localized(_ text: ArraySlice<UInt8>) -> Verdict {
        var rest = text
        guard let tag = Delimiter.take(named: "lang", from: &rest) else { return within(text) }
        return Names.isLanguageTag(tag) ? within(rest) : .mismatch
    }
}

/// `min[:]max`, either bound open, or a single number.
struct NumericRange {
    init?(_ text: ArraySlice<UInt8>) {
        let bounds = text.parts(between: "[:]")
        guard bounds.count <= 2, bounds.count == 2 || !text.isEmpty else { return nil }
        let numbers = bounds.map { Real($0) }
        for (bound, number) in zip(bounds, numbers) where number == nil && !bound.isEmpty { return nil }
        if numbers.count == 2, let low = numbers[0], let high = numbers[1], low > high { return nil }
    }
}

/// `{name=value}` at the start of a text.
enum Delimiter {
    /// Takes it off the text and gives its value; `nil`, and the text untouched, where there is none.
    static func take(named name: String, from text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let head = Array("{\(name)=".utf8)
        guard text.starts(with: head), let end = text.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let value = text[(text.startIndex + head.count)..<end]
        text = text[(end + 1)...]
        return value
    }
}
