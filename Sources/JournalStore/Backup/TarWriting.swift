import Glibc

/// Writes a tar archive (POSIX ustar, pax names) entry by entry, so that any `tar` opens it; hashes what it writes.
struct TarWriting: ~Copyable {
    private let archive: NewFile
    /// `<sha-256>  <path>` of every entry, one a line, as `sha256sum -c` reads it.
    private(set) var manifest = ""
    private(set) var entries = 0
    private(set) var bytes = 0

    static let block = 512

    /// An archive that is complete or absent, its owner's alone.
    init(_ path: String) throws(JournalError) {
        archive = try NewFile(path)
    }

    /// Adds the first `size` bytes of an open file.
    mutating func add(_ path: String, _ source: borrowing OpenFile, size: Int, modified: Int) throws(JournalError) {
        try header(path, size: size, modified: modified)
        var hash = SHA256Stream()
        var left = size
        let file = archive.file.descriptor
        try source.read(from: 0) { piece throws(JournalError) in
            let taken = piece.extracting(0..<min(left, piece.count))
            hash.update(Array(copying: taken)[...])
            try OpenFile.write(taken, to: file, path)
            left -= taken.count
            return left > 0
        }
        guard left == 0 else { throw JournalError(source.path, .replaced) }
        try finish(path, size: size, hash.name())
    }

    /// Adds bytes that are in memory.
    mutating func add(_ path: String, _ bytes: [UInt8], modified: Int) throws(JournalError) {
        try header(path, size: bytes.count, modified: modified)
        try archive.file.write(bytes.span)
        try finish(path, size: bytes.count, sha256Name(of: bytes))
    }

    /// Adds the manifest, ends the archive and puts it in its place.
    mutating func close(manifestAs name: String, modified: Int) throws(JournalError) {
        try add(name, Array(manifest.utf8), modified: modified)
        try archive.file.write([UInt8](repeating: 0, count: 2 * TarWriting.block).span)
        try archive.appear()
    }

    private mutating func finish(_ path: String, size: Int, _ hash: String) throws(JournalError) {
        try pad(size)
        manifest += "\(hash)  \(path)\n"
        entries += 1
        bytes += size
    }

    private func pad(_ size: Int) throws(JournalError) {
        let rest = size % TarWriting.block
        if rest > 0 { try archive.file.write([UInt8](repeating: 0, count: TarWriting.block - rest).span) }
    }

    /// The header of a regular file; a path over 100 bytes gets a pax header in front.
    private func header(_ path: String, size: Int, modified: Int) throws(JournalError) {
        let name = Array(path.utf8)
        if name.count > TarHeader.nameBytes {
            let record = TarHeader.paxRecord("path", path)
            let pax = TarHeader(name: Array("pax".utf8), size: record.count, type: "x", modified: modified)
            try archive.file.write(pax.block.span)
            try archive.file.write(record.span)
            try pad(record.count)
        }
        let short = Array(name.prefix(TarHeader.nameBytes))
        try archive.file.write(TarHeader(name: short, size: size, type: "0", modified: modified).block.span)
    }
}
