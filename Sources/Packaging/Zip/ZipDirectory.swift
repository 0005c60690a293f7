import Glibc

/// What the headers of a zip say, read by ourselves: a reader that trusts one header and a tool that trusts another must not
/// see two different packages.
struct ZipDirectory {
    /// One entry, as both of its headers agree.
    struct Entry: Hashable, Sendable {
        var name: [UInt8]
        /// The name again in UTF-8, from the extra field that old tools write.
        var unicodeName: [UInt8]?
        var flags: UInt16
        var method: UInt16
        var packedSize: Int
        var size: Int
        /// The Unix mode where a Unix made the archive, else 0.
        var mode: UInt32
        var offset: Int
        /// One past the last byte of its data.
        var end: Int
    }

    private(set) var entries: [Entry] = []

    /// Reads the directory at the end of the file, and the header before each entry's data.
    init(path: String) throws(PackageError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileSystem.failure(path) }
        defer { close(file) }
        let size = try FileSystem.size(of: path)
        guard size <= PathLimit.archiveBytes else { throw .tooLarge(.archiveBytes) }
        let source = ZipSource(file: file, size: size)
        let directory = try source.directory()
        var bytes = ZipBytes(try source.bytes(at: directory.offset, count: directory.size))
        guard directory.count <= PathLimit.entries * 2 else { throw .tooLarge(.entries) }
        for _ in 0..<directory.count { entries.append(try source.entry(&bytes, before: directory.offset)) }
        guard bytes.isAtEnd else { throw .damagedArchive(reason: "central directory") }
        try refuseOverlaps()
    }

    private func refuseOverlaps() throws(PackageError) {
        var end = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= end else { throw .refusedEntry(name: entry.displayName, .overlaps) }
            end = entry.end
        }
    }
}

extension ZipDirectory.Entry {
    /// The name for a message.
    var displayName: String { String(String(decoding: name, as: UTF8.self).prefix(200)) }
}

/// Little-endian numbers, one after the other; reading past the end gives `nil`.
struct ZipBytes {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number(_ count: Int) -> UInt64? {
        take(count).map { $0.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    }

    mutating func take(_ count: Int) -> [UInt8]? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// The content of an extra field by its number.
    func extra(_ wanted: UInt64) -> ZipBytes? {
        var fields = self
        while let number = fields.number(2), let count = fields.number(2), let content = fields.take(Int(count)) {
            if number == wanted { return ZipBytes(content) }
        }
        return nil
    }
}

/// The bytes of an archive by their place.
private struct ZipSource {
    let file: CInt
    let size: Int

    func bytes(at offset: Int, count: Int) throws(PackageError) -> [UInt8] {
        let (end, overflow) = offset.addingReportingOverflow(count)
        guard offset >= 0, count >= 0, !overflow, end <= size else { throw .damagedArchive(reason: "offset") }
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(file, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw .damagedArchive(reason: "truncated") }
            done += got
        }
        return bytes
    }

    /// Where the central directory is; exactly one end record may fit the end of the file.
    func directory() throws(PackageError) -> (offset: Int, size: Int, count: Int) {
        let start = max(0, size - 65_557)
        let tail = try bytes(at: start, count: size - start)
        var found: [(offset: Int, size: Int, count: Int)] = []
        var isLast = true
        for place in stride(from: tail.count - 22, through: 0, by: -1)
        where tail[place] == 0x50 && tail[place...].starts(with: [0x50, 0x4B, 5, 6]) {
            let following = tail.count - place - 22
            let fits = Int(tail[place + 20]) | Int(tail[place + 21]) << 8 == following
            // Some readers take the last record, some the first that fits: there must be no choice.
            guard fits || !isLast else { throw .damagedArchive(reason: "end record") }
            guard fits else { continue }
            var record = ZipBytes(Array(tail[(place + 4)...]))
            guard let end = try endRecord(&record, at: start + place, following: following) else {
                throw .damagedArchive(reason: "end record")
            }
            found.append(end)
            isLast = false
        }
        guard let end = found.first, found.count == 1 else {
            throw .damagedArchive(reason: found.isEmpty ? "end record" : "two end records")
        }
        return end
    }

    private func endRecord(
        _ record: inout ZipBytes, at place: Int, following: Int
    ) throws(PackageError) -> (offset: Int, size: Int, count: Int)? {
        guard let disk = record.number(2), let first = record.number(2), let here = record.number(2),
            let count = record.number(2), let size = record.number(4), let offset = record.number(4),
            let comment = record.number(2), Int(comment) == following
        else { return nil }
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF { return try endRecord64(before: place) }
        guard disk == 0, first == 0, here == count, Int(offset) + Int(size) == place else { return nil }
        return (Int(offset), Int(size), Int(count))
    }

    private func endRecord64(before place: Int) throws(PackageError) -> (offset: Int, size: Int, count: Int)? {
        guard place >= 20 else { return nil }
        var locator = ZipBytes(try bytes(at: place - 20, count: 20))
        guard locator.number(4) == 0x0706_4B50, locator.number(4) == 0, let at = locator.number(8),
            let start = Int(exactly: at), start < place
        else { return nil }
        var record = ZipBytes(try bytes(at: start, count: 56))
        guard record.number(4) == 0x0606_4B50, record.take(20) != nil, record.number(8) != nil,
            let count = record.number(8).flatMap({ Int(exactly: $0) }),
            let size = record.number(8).flatMap({ Int(exactly: $0) }),
            let offset = record.number(8).flatMap({ Int(exactly: $0) })
        else { return nil }
        let (end, overflow) = offset.addingReportingOverflow(size)
        guard !overflow, end == start else { return nil }
        return (offset, size, count)
    }

    /// The next entry of the central directory, held against the header before its data.
    func entry(_ bytes: inout ZipBytes, before limit: Int) throws(PackageError) -> ZipDirectory.Entry {
        let damaged = PackageError.damagedArchive(reason: "central directory")
        guard bytes.number(4) == 0x0201_4B50, let maker = bytes.number(2), bytes.number(2) != nil,
            let flags = bytes.number(2), let method = bytes.number(2), bytes.number(4) != nil,
            let check = bytes.number(4), let packed32 = bytes.number(4), let size32 = bytes.number(4),
            let nameCount = bytes.number(2), let extraCount = bytes.number(2), let commentCount = bytes.number(2),
            let disk = bytes.number(2), disk == 0, bytes.number(2) != nil, let attributes = bytes.number(4),
            let offset32 = bytes.number(4), let name = bytes.take(Int(nameCount)),
            let extra = bytes.take(Int(extraCount)), bytes.take(Int(commentCount)) != nil
        else { throw damaged }
        let fields = ZipBytes(extra)
        var long = fields.extra(1) ?? ZipBytes([])
        func full(_ short: UInt64) -> UInt64? { short == 0xFFFF_FFFF ? long.number(8) : short }
        guard let size = full(size32).flatMap({ Int(exactly: $0) }),
            let packed = full(packed32).flatMap({ Int(exactly: $0) }),
            let offset = full(offset32).flatMap({ Int(exactly: $0) })
        else { throw damaged }
        let isUnix = maker >> 8 == 3 || maker >> 8 == 19
        var entry = ZipDirectory.Entry(
            name: name, unicodeName: nil, flags: UInt16(truncatingIfNeeded: flags),
            method: UInt16(truncatingIfNeeded: method), packedSize: packed, size: size,
            mode: isUnix ? UInt32(truncatingIfNeeded: attributes >> 16) : 0, offset: offset, end: offset)
        if var unicode = fields.extra(0x7075), unicode.number(5) != nil {
            var text: [UInt8] = []
            while let byte = unicode.number(1) { text.append(UInt8(truncatingIfNeeded: byte)) }
            entry.unicodeName = text
        }
        try compare(&entry, check: check, packed32: packed32, size32: size32, limit: limit)
        return entry
    }

    /// The header before the data must say the same; with bit 3 set it may leave sizes and checksum to what follows the data.
    private func compare(
        _ entry: inout ZipDirectory.Entry, check: UInt64, packed32: UInt64, size32: UInt64, limit: Int
    ) throws(PackageError) {
        let refusal = PackageError.refusedEntry(name: entry.displayName, .headersDisagree)
        var header = ZipBytes(try bytes(at: entry.offset, count: 30))
        guard header.number(4) == 0x0403_4B50, header.number(2) != nil, let flags = header.number(2),
            let method = header.number(2), header.number(4) != nil, let ownCheck = header.number(4),
            let ownPacked = header.number(4), let ownSize = header.number(4), let nameCount = header.number(2),
            let extraCount = header.number(2)
        else { throw refusal }
        let isLater = flags & 8 != 0
        func agrees(_ own: UInt64, _ central: UInt64) -> Bool {
            own == central || (isLater && own == 0) || own == 0xFFFF_FFFF
        }
        let name = try bytes(at: entry.offset + 30, count: Int(nameCount))
        let sameFlags = UInt16(truncatingIfNeeded: flags) & 0x0849 == entry.flags & 0x0849
        guard name == entry.name, UInt64(entry.method) == method, sameFlags, agrees(ownCheck, check),
            agrees(ownPacked, packed32), agrees(ownSize, size32)
        else { throw refusal }
        let data = entry.offset + 30 + Int(nameCount) + Int(extraCount)
        let (end, overflow) = data.addingReportingOverflow(entry.packedSize)
        guard !overflow, end <= limit else { throw .damagedArchive(reason: "truncated") }
        entry.end = end
    }
}
