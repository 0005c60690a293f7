/// A state that replaces the reading of lines: only a cache, dropped whenever anything about it does not match.
public struct Snapshot: Hashable, Sendable {
    /// The number of the last line that the state holds.
    public let upto: Int
    /// The hash of that line.
    public let hash: JournalHash
    /// The program that made it: another one may understand lines differently.
    public let engine: String
    /// JSON.
    public let state: [UInt8]

    /// A snapshot from its parts; `engine` is printable ASCII without quotation mark and backslash.
    public init(upto: Int, hash: JournalHash, engine: String, state: [UInt8]) {
        (self.upto, self.hash, self.engine, self.state) = (upto, hash, engine, state)
    }

    /// `{"upto","h","engine","sum","state"}`; `sum` is the hash of the state's bytes, so that half a file is known.
    var encoded: [UInt8] {
        Array("{\"upto\":\(upto),\"h\":\"\(hash)\",\"engine\":\"\(engine)\",\"sum\":\"".utf8)
            + Array("\(JournalHash(signing: state.span))\",\"state\":".utf8) + state + Array("}\n".utf8)
    }

    /// Reads exactly what `encoded` writes; anything else is `nil`.
    init?(_ bytes: [UInt8]) {
        let text = bytes.span
        var scanner = JSONScanner(at: 0)
        guard scanner.skip("{\"upto\":", in: text), let upto = scanner.readNumber(in: text),
            scanner.skip(",\"h\":\"", in: text), let hash = scanner.readPlainText(in: text),
            scanner.skip(",\"engine\":\"", in: text), let engine = scanner.readPlainText(in: text),
            scanner.skip(",\"sum\":\"", in: text), let sum = scanner.readPlainText(in: text),
            scanner.skip(",\"state\":", in: text), bytes.count - scanner.position > 2,
            let hash = JournalHash(text.extracting(hash))
        else { return nil }
        let state = Array(bytes[scanner.position..<(bytes.count - 2)])
        guard JournalHash(signing: state.span) == JournalHash(text.extracting(sum)) else { return nil }
        self.init(upto: upto, hash: hash, engine: String(decoding: bytes[engine], as: UTF8.self), state: state)
    }
}

extension Enrolment {
    /// The snapshot of this program, if there is a whole one. It is never the reason why anything fails.
    public func snapshot(engine: String) -> Snapshot? {
        guard let bytes = try? SmallFile.read(snapshotPath, largest: 64 * SmallFile.largest),
            let snapshot = Snapshot(bytes), snapshot.engine == engine
        else { return nil }
        return snapshot
    }

    /// Keeps a snapshot; whoever looks sees the one before or this one.
    public func keep(_ snapshot: Snapshot) throws(JournalError) {
        try SmallFile.replace(snapshotPath, with: snapshot.encoded)
    }
}
