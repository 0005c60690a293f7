/// Bytes of a terminal in raw mode → keys. Holds what may still become a longer sequence.
struct KeyDecoder: Hashable, Sendable {
    private var pending: [UInt8] = []
    private var isPasting = false

    /// Bytes wait for others; after a short silence, call `flush`.
    var isWaiting: Bool { !pending.isEmpty }

    /// A terminal never sends more than this for one key; what is longer is not a key.
    private static let longest = 32

    /// Keys that are complete with these bytes.
    mutating func keys(from bytes: some Sequence<UInt8>) -> [Key] {
        pending += bytes
        return drain(isFinal: false)
    }

    /// Nothing more came: a lone ESC is the Esc key, and half a character is dropped.
    mutating func flush() -> [Key] { drain(isFinal: true) }

    private mutating func drain(isFinal: Bool) -> [Key] {
        var keys: [Key] = []
        var rest = pending[...]
        while !rest.isEmpty {
            guard let (used, key) = next(in: rest, isFinal: isFinal) else { break }
            rest = rest.dropFirst(max(1, used))
            if let key { keys.append(key) }
        }
        pending = Array(rest)
        return keys
    }

    /// How many bytes the first key takes, and the key if it is one of ours; `nil` when more bytes are needed.
    private mutating func next(in bytes: ArraySlice<UInt8>, isFinal: Bool) -> (Int, Key?)? {
        guard let first = bytes.first else { return nil }
        switch first {
        case 0x1B: return sequence(bytes, isFinal: isFinal)
        case 0x0D, 0x0A: return (1, isPasting ? .character(" ") : .enter)
        case 0x09: return (1, isPasting ? .character(" ") : .tab)
        case 0x7F, 0x08: return (1, .backspace)
        case 0x01: return (1, .home)
        case 0x05: return (1, .end)
        case 0x03: return (1, .interrupt)
        case 0x04: return (1, .endOfInput)
        case 0x0C: return (1, .redraw)
        case 0x15: return (1, .clear)
        case 0x1A: return (1, .pause)
        case ..<0x20: return (1, nil)
        default: return character(bytes, isFinal: isFinal)
        }
    }

    private func character(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> (Int, Key?)? {
        guard let first = bytes.first else { return nil }
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let tail = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
        if tail.count < length - 1 {
            let isCut = bytes.count == tail.count + 1
            return isCut && !isFinal ? nil : (tail.count + 1, nil)
        }
        guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let character = text.first,
            !safe(text).isEmpty
        else { return (1, nil) }
        return (length, .character(character))
    }

    /// `ESC [ parameters letter`, `ESC O letter`, and ESC alone.
    private mutating func sequence(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> (Int, Key?)? {
        let after = bytes.dropFirst()
        guard let opener = after.first else { return isFinal ? (1, .escape) : nil }
        guard opener == UInt8(ascii: "[") || opener == UInt8(ascii: "O") else { return (1, .escape) }
        let parameters = after.dropFirst().prefix(Self.longest).prefix { (0x20...0x3F).contains($0) }
        guard let last = after.dropFirst(1 + parameters.count).first else {
            return isFinal || parameters.count >= Self.longest ? (2 + parameters.count, nil) : nil
        }
        guard (0x40...0x7E).contains(last) else { return (2 + parameters.count, nil) }
        let used = 3 + parameters.count
        if last == UInt8(ascii: "~") {
            let number = parameters.prefix { $0 != UInt8(ascii: ";") }
            return (used, key(numbered: String(decoding: number, as: UTF8.self)))
        }
        return (used, key(lettered: last))
    }

    private func key(lettered letter: UInt8) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "P"): .help
        case UInt8(ascii: "M"): .enter
        default: nil
        }
    }

    private mutating func key(numbered number: String) -> Key? {
        switch number {
        case "1", "7": return .home
        case "4", "8": return .end
        case "3": return .delete
        case "5": return .pageUp
        case "6": return .pageDown
        case "11": return .help
        case "200": isPasting = true
        case "201": isPasting = false
        default: break
        }
        return nil
    }
}
