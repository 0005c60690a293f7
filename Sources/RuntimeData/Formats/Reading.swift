/// Reads a text byte by byte; every step either takes what it asks for or leaves the text as it was.
struct Reading {
    private(set) var rest: ArraySlice<UInt8>

    init(_ text: some Sequence<UInt8>) { rest = ArraySlice(Array(text)) }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Exactly so many digits.
    mutating func number(digits: Int) -> Int64? {
        let head = rest.prefix(digits)
        guard head.count == digits, head.allSatisfy(\.isDigit) else { return nil }
        rest.removeFirst(digits)
        return head.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// As many digits as there are, at least one; a number too large is the largest.
    mutating func number() -> (value: Int64, digits: Int)? {
        let head = rest.prefix(while: \.isDigit)
        guard !head.isEmpty else { return nil }
        rest.removeFirst(head.count)
        return (head.reduce(0) { $0.saturatingTimes10(plus: Int64($1 - UInt8(ascii: "0"))) }, head.count)
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    var isBlank: Bool { self <= UInt8(ascii: " ") }
}

extension Sequence<UInt8> {
    var isBlank: Bool { allSatisfy(\.isBlank) }
}

extension ArraySlice<UInt8> {
    /// The parts between a separator; always at least one.
    func parts(between separator: String) -> [ArraySlice<UInt8>] {
        let mark = Array(separator.utf8)
        var parts: [ArraySlice<UInt8>] = []
        var start = startIndex
        var here = startIndex
        while here + mark.count <= endIndex {
            if self[here] == mark[0], self[here..<here + mark.count].elementsEqual(mark) {
                parts.append(self[start..<here])
                here += mark.count
                start = here
            } else {
                here += 1
            }
        }
        return parts + [self[start...]]
    }

    /// Characters, as the standard counts them: Unicode scalars.
    var characterCount: Int { reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}
