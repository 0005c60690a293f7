import CourseModel

extension RuleChecking {
    /// Checks the value of an attribute; false when it is not understood and nothing stands in.
    mutating func check(
        _ attribute: Int, of element: Element, _ rule: ElementRule, _ expected: ElementRule.Attribute,
        within parent: String?
    ) -> Bool {
        let value = expected.value
        if let editions = value.editions, !knows(editions) {
            findings.report(
                value.editionCode == "PKG036"
                    ? .spelling(expected.name, other(than: expected, in: rule))
                    : .otherEdition(expected.name, of: editions, edition), at: element)
        }
        if value.type == .text, value.reserved == nil {
            let count = document.attributes[attribute].end - document.attributes[attribute].start
            guard Int(count) > min(value.max ?? .max, value.spm ?? .max) else { return true }
        }
        if value.type == .boolean, document.holds(attribute, "true") || document.holds(attribute, "false") {
            return true
        }
        if value.type == .ID, document.withTrimmedBytes(of: attribute, { $0.isPlainName }) { return true }
        return check(document.trimmedValue(of: attribute), of: expected.name, by: value, at: element, within: parent)
    }

    /// The spelling of the attribute in the edition at hand.
    private func other(than expected: ElementRule.Attribute, in rule: ElementRule) -> String {
        let twin = rule.attributes?.first {
            $0.name.lowercased() == expected.name.lowercased() && $0.value.editions.map(knows) == true
        }
        return twin?.name ?? expected.name
    }

    /// Checks the text of an element.
    mutating func checkText(of element: Element, _ rule: ElementRule, _ value: ValueRule) -> Bool {
        guard let text = element.trimmedText else { return true }
        if let editions = value.editions, !knows(editions) { return true }
        return check(text, of: rule.name, by: value, at: element, within: nil)
    }

    private mutating func check(
        _ text: String, of name: String, by rule: ValueRule, at element: Element, within parent: String?
    ) -> Bool {
        checkLength(of: text, name, by: rule, at: element)
        switch rule.type {
        case .text, .address:
            let names = rule.reserved.map { text.queryNames.intersection($0) } ?? []
            if let taken = names.min() { findings.report(.reservedName(taken), at: element) }
            return true
        case .ID:
            if !text.isXMLName { findings.report(.identifierForm(text), at: element) }
            return true
        case .IRI:
            if !text.isAbsoluteIRI { findings.report(.notAnIRI(text, of: name), at: element) }
            return true
        case .boolean:
            return judge(LooseValue.boolean(text).map { ("\($0.value)", $0.isExact) }, text, name, rule, element)
        case .word:
            let words = rule.words ?? parent.flatMap { rule.within?[$0] } ?? []
            if let later = rule.later, later.words.contains(text) {
                if !knows(later.editions) {
                    findings.report(.otherEdition(text, of: later.editions, edition), at: element)
                }
                return true
            }
            let found = LooseValue.word(text, among: words + (rule.later?.words ?? []))
            return judge(found.map { ($0.value, $0.isExact) }, text, name, rule, element)
        case .decimal:
            let range = (rule.range?.first ?? -.infinity)...(rule.range?.last ?? .infinity)
            return judge(
                LooseValue.number(text, in: range).map { ("\($0.value)", $0.isExact) }, text, name, rule, element)
        case .count: return judge(LooseValue.count(text).map { ("\($0)", true) }, text, name, rule, element)
        case .duration: return judge(text.isDuration ? (text, true) : nil, text, name, rule, element)
        case .timespan: return judge(text.isTimespan ? (text, true) : nil, text, name, rule, element)
        }
    }

    private mutating func checkLength(of text: String, _ name: String, by rule: ValueRule, at element: Element) {
        let count = text.unicodeScalars.count
        if let most = rule.max, count > most {
            findings.report(.tooLong(name, count, most), at: element)
        } else if let most = rule.spm, count > most {
            findings.report(.beyondGuarantee(name, count, most), at: element)
        }
    }

    /// Tells how a strange value is read; false when it is not and nothing stands in.
    private mutating func judge(
        _ read: (text: String, isExact: Bool)?, _ text: String, _ name: String, _ rule: ValueRule, _ element: Element
    ) -> Bool {
        if let read, read.isExact { return true }
        let instead = read?.text ?? rule.default
        switch rule.code {
        case "PKG032": findings.report(.strangeSCORMType(text), at: element)
        case "PKG088" where read == nil: findings.report(.strictValue(text, of: name), at: element)
        default: findings.report(.strangeValue(text, of: name, instead: instead), at: element)
        }
        return instead != nil
    }
}

extension XMLTree {
    /// The bytes of a value without outer blanks of ASCII.
    func withTrimmedBytes<Result>(of place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let attribute = attributes[place]
        return characters.withUnsafeBufferPointer { bytes in
            var (start, end) = (Int(attribute.start), Int(attribute.end))
            while start < end, bytes[start] <= 0x20 { start += 1 }
            while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
            return body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
    }

    func isBlank(_ attribute: Int) -> Bool { withTrimmedBytes(of: attribute) { $0.isEmpty } }

    /// The value is this word.
    func holds(_ attribute: Int, _ word: StaticString) -> Bool {
        withTrimmedBytes(of: attribute) { bytes in word.withUTF8Buffer { $0.elementsEqual(bytes) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// A name of letters, digits, `.`, `-`, `_` of ASCII that begins with a letter or `_`.
    fileprivate var isPlainName: Bool {
        guard let first, first.isASCIILetter || first == 0x5F else { return false }
        return allSatisfy { $0.isASCIILetter || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0) }
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
