import Glibc

/// Lists a tar archive that `TarWriting` wrote; everything else is refused, nothing is believed.
struct TarReading: ~Copyable {
    /// A file in the archive.
    struct Entry {
        let path: String
        /// Where its content begins.
        let offset: Int
        let size: Int
    }

    /// The archive.
    let file: OpenFile
    let entries: [Entry]

    init(_ path: String) throws {
        guard let file = try OpenFile.reading(path) else {
            throw JournalError(path, .system(call: "open", errno: ENOENT))
        }
        entries = try TarReading.entries(of: file)
        self.file = file
    }

    /// The bytes of a small entry.
    func bytes(of entry: Entry) throws(JournalError) -> [UInt8] { try TarReading.bytes(of: entry, in: file) }

    /// Hands over the content of an entry, piece by piece.
    func stream(_ entry: Entry, _ body: (Span<UInt8>) throws(JournalError) -> Void) throws(JournalError) {
        try TarReading.stream(entry, of: file, body)
    }

    private static func bytes(of entry: Entry, in file: borrowing OpenFile) throws(JournalError) -> [UInt8] {
        var bytes: [UInt8] = []
        try stream(entry, of: file) { bytes += Array(copying: $0) }
        return bytes
    }

    private static func stream(
        _ entry: Entry, of file: borrowing OpenFile, _ body: (Span<UInt8>) throws(JournalError) -> Void
    ) throws(JournalError) {
        var left = entry.size
        guard left > 0 else { return }
        try file.read(from: entry.offset, expecting: left) { piece throws(JournalError) in
            let taken = piece.extracting(0..<min(left, piece.count))
            try body(taken)
            left -= taken.count
            return left > 0
        }
    }

    private static func entries(of file: borrowing OpenFile) throws -> [Entry] {
        let size = try file.status().size
        var entries: [Entry] = []
        var (position, longPath) = (0, [UInt8]?.none)
        var seen: Set<[UInt8]> = []
        while true {
            let block = try piece(of: file, at: position, TarWriting.block)
            guard block.count == TarWriting.block else { throw BackupError.cutShort(file.path) }
            if block.allSatisfy({ $0 == 0 }) { return entries }
            guard let header = TarHeader(block), header.size <= size - position else {
                throw BackupError.notABackup(file.path)
            }
            position += TarWriting.block
            switch header.type {
            case "x":
                guard header.size <= 65_536 else { throw BackupError.notABackup(file.path) }
                longPath = TarHeader.paxPath(try piece(of: file, at: position, header.size))
            case "0", "\0":
                let name = longPath ?? header.name
                longPath = nil
                guard let path = TarReading.safe(name), seen.insert(name).inserted else {
                    throw BackupError.refusedPath(file.path, String(decoding: name, as: UTF8.self))
                }
                entries.append(Entry(path: path, offset: position, size: header.size))
            default: throw BackupError.notABackup(file.path)
            }
            position += (header.size + TarWriting.block - 1) / TarWriting.block * TarWriting.block
        }
    }

    private static func piece(
        of file: borrowing OpenFile, at position: Int, _ count: Int
    ) throws(JournalError) -> [UInt8] {
        try bytes(of: Entry(path: "", offset: position, size: count), in: file)
    }

    /// A relative path that stays below where it is put.
    private static func safe(_ name: [UInt8]) -> String? {
        guard let path = String(validating: name, as: UTF8.self), (1...4096).contains(name.count), !name.contains(0),
            path.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 })
        else { return nil }
        return path
    }
}
