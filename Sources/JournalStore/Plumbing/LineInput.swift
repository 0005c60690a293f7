import Glibc

/// Lines from a file descriptor, one at a time, as soon as each is complete; memory stays within one line.
public struct LineInput {
    /// The most bytes of one line that are kept.
    private let largest: Int

    /// A line without its newline, or how long it would have been.
    public enum Line {
        case text([UInt8])
        case overlong(bytes: Int)
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0

    /// Room for a journal's record whose blanks and escapes shrink, unless told.
    public init(_ descriptor: Int32, largest: Int = 4 * JournalLine.largest) {
        (self.descriptor, self.largest) = (descriptor, largest)
    }

    /// The next line; `nil` at the end. What stands behind the last newline is a line too.
    public mutating func next() throws(JournalError) -> Line? {
        var line: [UInt8] = []
        var count = 0
        var isAtEnd = false
        var isComplete = false
        while !isComplete, !isAtEnd {
            let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n"))
            let piece = buffer[start..<(end ?? buffer.endIndex)]
            count += piece.count
            if count <= largest { line += piece }
            start = end.map { $0 + 1 } ?? buffer.endIndex
            isComplete = end != nil
            if !isComplete { isAtEnd = try !refill() }
        }
        if isAtEnd, count == 0 { return nil }
        return count <= largest ? .text(line) : .overlong(bytes: count)
    }

    private mutating func refill() throws(JournalError) -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = piece.withUnsafeMutableBytes { bytes in
            retrying { read(descriptor, bytes.baseAddress, bytes.count) }
        }
        guard count >= 0 else { throw .lastCall("read", on: "stdin") }
        buffer = Array(piece[..<count])
        start = 0
        return count > 0
    }
}
