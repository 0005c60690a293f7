import Glibc

/// Reads a journal piece by piece and says how much of it is good; memory stays within one line.
struct JournalScanner {
    /// How many bad lines are listed; a file may be anything, and memory is not.
    static let mostListed = 10_000

    /// The good lines at the beginning.
    private(set) var chain: JournalChain
    /// Numbers, from 1, of the lines that are unusable or out of order.
    private(set) var bad: [Int] = []
    /// What is wrong with each of them.
    private(set) var faults: [JournalFault] = []
    /// Lines that can be used, wherever they stand.
    private(set) var usable: Int
    /// The number that the last usable line bears.
    private(set) var lastNumber: Int
    /// Something written well stands where a torn tail cannot explain it.
    private(set) var isDamaged = false
    /// The receiver wants no more lines; the rest of the file was not looked at.
    private(set) var isHalted = false

    /// The line last met, which the next one is held against; `nil` after an unusable one.
    private var above: JournalChain?
    private var lineNumber: Int
    private var carried: [UInt8] = []
    private var isOverlong = false

    init(after chain: JournalChain = JournalChain()) {
        self.chain = chain
        above = chain
        usable = chain.number
        lastNumber = chain.number
        lineNumber = chain.number
    }

    /// The first bad line.
    var firstBad: Int? { bad.first }

    /// Takes the next bytes of the file; `accept` gets each line of the good beginning and may end the reading.
    mutating func feed(_ bytes: Span<UInt8>, accept: (JournalEnvelope, Span<UInt8>) -> Bool) {
        var start = 0
        while !isHalted, let end = JournalScanner.newline(in: bytes, from: start) {
            take(bytes.extracting(start..<end), isTerminated: true, accept: accept)
            start = end + 1
        }
        if !isHalted { carry(bytes.extracting(start..<bytes.count)) }
    }

    private static func newline(in bytes: Span<UInt8>, from start: Int) -> Int? {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count,
                let found = memchr(base + start, 0x0A, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Ends the file.
    mutating func finish(accept: (JournalEnvelope, Span<UInt8>) -> Bool) {
        guard !isHalted, isOverlong || !carried.isEmpty else { return }
        take([UInt8]().span, isTerminated: false, accept: accept)
    }

    private mutating func carry(_ bytes: Span<UInt8>) {
        if carried.count + bytes.count > JournalLine.largest {
            isOverlong = true
            carried.removeAll()
        } else if !isOverlong {
            bytes.withUnsafeBufferPointer { carried.append(contentsOf: $0) }
        }
    }

    /// Takes the end of a line; what came before it was carried.
    private mutating func take(
        _ end: Span<UInt8>, isTerminated: Bool, accept: (JournalEnvelope, Span<UInt8>) -> Bool
    ) {
        if isOverlong || !carried.isEmpty { carry(end) }
        lineNumber += 1
        if isOverlong {
            isOverlong = false
            refuse(.overlong)
        } else if carried.isEmpty {
            judge(end, isTerminated: isTerminated, accept: accept)
        } else {
            let line = carried
            judge(line.span, isTerminated: isTerminated, accept: accept)
            carried.removeAll(keepingCapacity: true)
        }
    }

    private mutating func judge(
        _ line: Span<UInt8>, isTerminated: Bool, accept: (JournalEnvelope, Span<UInt8>) -> Bool
    ) {
        guard line.count < JournalLine.largest else { return refuse(.overlong) }
        guard let hash = JournalEnvelope.goodHash(of: line) else { return refuse(isTerminated ? .bytes : .unfinished) }
        guard let envelope = JournalEnvelope(line, hash: hash), envelope.hasNames(in: line) else {
            isDamaged = true  // sealed, yet not in our form: a program wrote it, no power cut did
            return refuse(.form)
        }
        let gap = above.map { $0.fault(before: envelope) } ?? (envelope.number > lastNumber ? nil : .number)
        guard isTerminated else {
            isDamaged = isDamaged || gap != nil || !bad.isEmpty
            return refuse(.unfinished)
        }
        usable += 1
        lastNumber = envelope.number
        if let gap { list(gap) }
        isDamaged = isDamaged || !bad.isEmpty
        if bad.isEmpty {
            guard accept(envelope, line) else {
                isHalted = true
                return
            }
            chain.advance(past: envelope, of: line.count + 1)
            above = chain
        } else {
            above = JournalChain(number: envelope.number, time: envelope.time, hash: envelope.hash)
        }
    }

    private mutating func refuse(_ kind: JournalFault.Kind) {
        above = nil
        list(kind)
    }

    private mutating func list(_ kind: JournalFault.Kind) {
        guard bad.count < JournalScanner.mostListed else { return }
        bad.append(lineNumber)
        faults.append(JournalFault(line: lineNumber, kind: kind))
    }
}
