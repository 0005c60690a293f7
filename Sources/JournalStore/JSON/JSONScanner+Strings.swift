extension JSONScanner {
    /// Whether a journal holds this code point only as an escape of four hexadecimal digits: controls, bidi controls and line separators.
    static func mustBeEscaped(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Moves past a string, from its opening quotation mark.
    mutating func skipString(in text: Span<UInt8>) -> Bool {
        position += 1
        while position < text.count {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return true
            case UInt8(ascii: "\\"):
                guard readEscape(in: text) != nil else { return false }
            case 0x20..<0x7F: position += 1
            default:
                guard let scalar = readScalar(in: text), !JSONScanner.mustBeEscaped(scalar) else { return false }
            }
        }
        return false
    }

    /// Reads one UTF-8 sequence; `nil` for bytes that are none.
    mutating func readScalar(in text: Span<UInt8>) -> UInt32? {
        let lead = UInt32(text[position])
        let (length, least): (Int, UInt32)
        switch lead {
        case 0..<0x80: (length, least) = (1, 0)
        case 0xC2...0xDF: (length, least) = (2, 0x80)
        case 0xE0...0xEF: (length, least) = (3, 0x800)
        case 0xF0...0xF4: (length, least) = (4, 0x10000)
        default: return nil
        }
        guard text.count - position >= length else { return nil }
        var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        for offset in 1..<max(length, 1) {
            let byte = UInt32(text[position + offset])
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | byte & 0x3F
        }
        guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
        position += length
        return scalar
    }

    /// Reads one escape, or the two of a surrogate pair, from the backslash; the code point it stands for.
    mutating func readEscape(in text: Span<UInt8>) -> UInt32? {
        guard position + 1 < text.count else { return nil }
        let byte = text[position + 1]
        position += 2
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt32(byte)
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"): return readCodePoint(in: text)
        default: return nil
        }
    }

    private mutating func readCodePoint(in text: Span<UInt8>) -> UInt32? {
        guard let first = readFourDigits(in: text), !(0xDC00...0xDFFF).contains(first) else { return nil }
        guard (0xD800...0xDBFF).contains(first) else { return first }
        guard skip("\\u", in: text), let second = readFourDigits(in: text), (0xDC00...0xDFFF).contains(second) else {
            return nil
        }
        return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }

    private mutating func readFourDigits(in text: Span<UInt8>) -> UInt32? {
        guard text.count - position >= 4 else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            let byte = text[position + offset]
            switch byte {
            case 48...57: value = value << 4 | UInt32(byte - 48)
            case 65...70: value = value << 4 | UInt32(byte - 55)
            case 97...102: value = value << 4 | UInt32(byte - 87)
            default: return nil
            }
        }
        position += 4
        return value
    }
}
