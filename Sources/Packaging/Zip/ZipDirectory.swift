/// What the headers of a zip say, read by ourselves: a reader that trusts one header and a tool that trusts another must not
/// see two different packages.
struct ZipDirectory {
    /// One entry, as all of its headers agree.
    struct Entry: Hashable, Sendable {
        var name: [UInt8]
        /// The name again in UTF-8, from the extra field that old tools write.
        var unicodeName: [UInt8]?
        var flags: UInt16
        var method: UInt16
        var packedSize: Int
        var size: Int
        /// The Unix mode; 0 where the archive has none.
        var mode: UInt32
        var offset: Int
        /// One past the last byte of its data, and of what stands behind the data.
        var end: Int
    }

    private(set) var entries: [Entry] = []

    /// More bytes than entries within the limits can fill.
    private static let mostBytes = 48 << 20

    /// Reads the directory at the end of the file, and the header before each entry's data.
    init(path: String) throws(PackageError) {
        let source = try ZipSource(path)
        guard source.size <= PackageLimit.archiveBytes.value else { throw .tooLarge(.archiveBytes) }
        let directory = try source.directory()
        guard directory.count <= PackageLimit.entries.value * 2, directory.size <= ZipDirectory.mostBytes else {
            throw .tooLarge(.entries)
        }
        var bytes = ZipBytes(try source.bytes(at: directory.offset, count: directory.size))
        for _ in 0..<directory.count { entries.append(try source.entry(&bytes, before: directory.offset)) }
        guard bytes.isAtEnd else { throw .damagedArchive(reason: "central directory") }
        try refuseOverlaps()
        try refuseHidden(in: source, before: directory.offset)
    }

    private func refuseOverlaps() throws(PackageError) {
        var end = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= end else { throw .refusedEntry(name: entry.displayName, .overlaps) }
            end = entry.end
        }
    }

    /// Nothing may stand before the first entry, and no entry between two that the directory does not list: a reader that
    /// goes from header to header would find another package. Splitting leaves a mark of four bytes at the start.
    private func refuseHidden(in source: borrowing ZipSource, before limit: Int) throws(PackageError) {
        let starts = entries.sorted { $0.offset < $1.offset }.map { ($0.offset, $0.end) } + [(limit, limit)]
        var end = 0
        for (offset, next) in starts {
            let gap = offset - end
            guard gap <= ZipDirectory.widestGap, end > 0 || gap == 0 || gap == 4 else {
                throw .damagedArchive(reason: end > 0 ? "gap" : "prefix")
            }
            let bytes = try source.bytes(at: end, count: gap)
            let isMark = bytes == Array("PK00".utf8) || bytes == [0x50, 0x4B, 7, 8]
            guard end > 0 ? !holdsHeader(bytes) : gap == 0 || isMark else {
                throw .damagedArchive(reason: end > 0 ? "hidden entry" : "prefix")
            }
            end = next
        }
    }

    private static let widestGap = 64 << 10

    private func holdsHeader(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] == 0x50 && bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) }
    }
}

extension ZipDirectory.Entry {
    /// The name for a message.
    var displayName: String { String(String(decoding: name, as: UTF8.self).prefix(200)) }
}
