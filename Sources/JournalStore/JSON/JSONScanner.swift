/// Walks over JSON in place, without recursion and without copying; a value nested deeper than 64 is malformed.
///
/// Stricter than JSON: a control, bidi or line-separator character must be escaped, surrogates must come in pairs, and
/// between tokens only the space may stand.
struct JSONScanner {
    /// How deep objects and lists may be nested: one bit of a word each.
    static let deepest = 64

    var position: Int

    init(at position: Int) { self.position = position }

    /// Moves past one object.
    mutating func skipObject(in text: Span<UInt8>) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: "{") else { return false }
        return skipValue(in: text)
    }

    /// Moves past one value of any type.
    mutating func skipValue(in text: Span<UInt8>) -> Bool {
        var nesting = Nesting()
        repeat {
            skipSpaces(in: text)
            guard position < text.count, skipStart(of: &nesting, in: text), skipEnds(of: &nesting, in: text) else {
                return false
            }
        } while nesting.depth > 0
        return true
    }

    /// Moves past a scalar, an empty container, or the opening of a filled one and its first key.
    private mutating func skipStart(of nesting: inout Nesting, in text: Span<UInt8>) -> Bool {
        let byte = text[position]
        switch byte {
        case UInt8(ascii: "\""): return skipString(in: text)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard nesting.open(isObject: byte == UInt8(ascii: "{")) else { return false }
            position += 1
            skipSpaces(in: text)
            guard position < text.count else { return false }
            if text[position] == nesting.end { return true }
            nesting.awaitsValue = true
            return byte == UInt8(ascii: "[") || skipKey(in: text)
        case UInt8(ascii: "t"): return skip("true", in: text)
        case UInt8(ascii: "f"): return skip("false", in: text)
        case UInt8(ascii: "n"): return skip("null", in: text)
        default: return skipNumber(in: text)
        }
    }

    /// Moves past what follows a value: the ends of containers, or a comma and the next key.
    private mutating func skipEnds(of nesting: inout Nesting, in text: Span<UInt8>) -> Bool {
        if nesting.awaitsValue {
            nesting.awaitsValue = false
            return true
        }
        while nesting.depth > 0 {
            skipSpaces(in: text)
            guard position < text.count else { return false }
            let byte = text[position]
            position += 1
            if byte == UInt8(ascii: ",") {
                guard nesting.isObject else { return true }
                skipSpaces(in: text)
                return skipKey(in: text)
            }
            guard byte == nesting.end else { return false }
            nesting.close()
        }
        return true
    }

    private mutating func skipKey(in text: Span<UInt8>) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: "\""), skipString(in: text) else { return false }
        skipSpaces(in: text)
        return skip(":", in: text)
    }

    mutating func skipSpaces(in text: Span<UInt8>) {
        while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    }

    /// Moves past these very bytes.
    @inline(__always)
    mutating func skip(_ literal: StaticString, in text: Span<UInt8>) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard position >= 0, text.count - position >= count else { return false }
        for index in 0..<count where text[position + index] != literal.utf8Start[index] { return false }
        position += count
        return true
    }

    private mutating func skipNumber(in text: Span<UInt8>) -> Bool {
        if text[position] == UInt8(ascii: "-") { position += 1 }
        guard position < text.count else { return false }
        if text[position] == UInt8(ascii: "0") { position += 1 } else if !skipDigits(in: text) { return false }
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position += 1
            guard skipDigits(in: text) else { return false }
        }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            return skipDigits(in: text)
        }
        return true
    }

    private mutating func skipDigits(in text: Span<UInt8>) -> Bool {
        let start = position
        while position < text.count, (48...57).contains(text[position]) { position += 1 }
        return position > start
    }

    /// Reads a whole number from 0 to 2⁵³ − 1, written the only way there is.
    mutating func readNumber(in text: Span<UInt8>) -> Int? {
        let start = position
        var value = 0
        while position < text.count, (48...57).contains(text[position]), position - start < 16 {
            value = value * 10 + Int(text[position] - 48)
            position += 1
        }
        guard position > start, JournalLine.numbers.contains(value) else { return nil }
        return position - start > 1 && text[start] == UInt8(ascii: "0") ? nil : value
    }

    /// Moves past printable ASCII up to a quotation mark and past that; the range of the text before the mark.
    mutating func readPlainText(in text: Span<UInt8>) -> Range<Int>? {
        let start = position
        while position < text.count, JournalRequest.mayHold(text[position]) { position += 1 }
        let end = position
        return skip("\"", in: text) ? start..<end : nil
    }
}

/// The containers that are open around a value: one bit a level, set for an object.
private struct Nesting {
    private(set) var depth = 0
    private var objects: UInt64 = 0
    /// A container was just opened and its first value comes next.
    var awaitsValue = false

    var isObject: Bool { objects & 1 == 1 }
    var end: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

    mutating func open(isObject: Bool) -> Bool {
        guard depth < JSONScanner.deepest else { return false }
        depth += 1
        objects = objects << 1 | (isObject ? 1 : 0)
        return true
    }

    mutating func close() {
        depth -= 1
        objects >>= 1
    }
}
