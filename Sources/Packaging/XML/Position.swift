/// A place in a text.
public struct Position: Hashable, Sendable {
    /// From 1; a lone carriage return ends a line too.
    public var line: Int
    /// From 1, in characters.
    public var column: Int

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The place of a byte.
    init(of offset: Int, in bytes: [UInt8]) {
        var cursor = Cursor()
        self = cursor.position(of: offset, in: bytes)
    }

    /// Walks through a text once, for offsets that never go back.
    struct Cursor {
        private var offset = 0
        private var line = 1
        private var column = 1

        /// The place of a byte at or after the last one asked for.
        mutating func position(of target: Int, in bytes: [UInt8]) -> Position {
            let end = min(max(0, target), bytes.count)
            bytes.withUnsafeBufferPointer { bytes in
                while offset < end {
                    let byte = bytes[offset]
                    let endsLine =
                        byte == 0x0A || (byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A))
                    if endsLine {
                        line += 1
                        column = 1
                    } else if byte & 0xC0 != 0x80, byte != 0x0D {
                        column += 1
                    }
                    offset += 1
                }
            }
            return Position(line: line, column: column)
        }
    }
}
