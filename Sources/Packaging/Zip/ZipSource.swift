import Glibc

/// The bytes of an archive by their place, and the end records that say where its directory is.
struct ZipSource: ~Copyable {
    private let file: CInt
    let size: Int

    /// Where a central directory is, and how many entries it has.
    struct Directory: Hashable {
        var offset: Int
        var size: Int
        var count: Int
    }

    /// Opens an archive.
    init(_ path: String) throws(PackageError) {
        file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            size = 0
            throw FileSystem.failure(path)
        }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            size = 0
            throw FileSystem.failure(path)
        }
        size = Int(status.st_size)
        guard status.st_mode & S_IFMT == S_IFREG else { throw .refusedEntry(name: path, .specialFile) }
    }

    deinit { if file >= 0 { close(file) } }

    /// So many bytes from a place on; throws when the archive does not have them.
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
    func directory() throws(PackageError) -> Directory {
        let start = max(0, size - 65_557)
        let tail = try bytes(at: start, count: size - start)
        var found: [Directory] = []
        var isLast = true
        for place in stride(from: tail.count - 22, through: 0, by: -1)
        where tail[place] == 0x50 && tail[place...].starts(with: [0x50, 0x4B, 5, 6]) {
            let following = tail.count - place - 22
            let fits = Int(tail[place + 20]) | Int(tail[place + 21]) << 8 == following
            // Some readers take the last record, some the first that fits: there must be no choice.
            guard fits || !isLast else { throw .damagedArchive(reason: "end record") }
            guard fits else { continue }
            guard let end = try endRecord(ZipBytes(Array(tail[(place + 4)...])), at: start + place) else {
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

    private func endRecord(_ record: ZipBytes, at place: Int) throws(PackageError) -> Directory? {
        var record = record
        guard let disk = record.number(2), let first = record.number(2), let here = record.number(2),
            let count = record.number(2), let size = record.number(4), let offset = record.number(4), here == count
        else { return nil }
        let isLong = count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF
        if let long = try longEndRecord(before: place) {
            // A reader that does not look here must find the same directory, unless the short record sends it here.
            guard count == 0xFFFF || Int(count) == long.count, size == 0xFFFF_FFFF || Int(size) == long.size,
                offset == 0xFFFF_FFFF || Int(offset) == long.offset, disk == 0 || disk == 0xFFFF,
                first == 0 || first == 0xFFFF
            else { return nil }
            return long
        }
        guard !isLong, disk == 0, first == 0, Int(offset) + Int(size) == place else { return nil }
        return Directory(offset: Int(offset), size: Int(size), count: Int(count))
    }

    /// The zip64 record that a locator right before the end record names; `nil` without a locator.
    private func longEndRecord(before place: Int) throws(PackageError) -> Directory? {
        guard place >= 20 else { return nil }
        var locator = ZipBytes(try bytes(at: place - 20, count: 20))
        guard locator.number(4) == 0x0706_4B50 else { return nil }
        let damaged = PackageError.damagedArchive(reason: "zip64")
        guard locator.number(4) == 0, let start = locator.number(8).flatMap({ Int(exactly: $0) }), start < place,
            let disks = locator.number(4), disks <= 1
        else { throw damaged }
        var record = ZipBytes(try bytes(at: start, count: 56))
        guard record.number(4) == 0x0606_4B50, let length = record.number(8).flatMap({ Int(exactly: $0) }),
            record.number(4) != nil, record.number(4) == 0, record.number(4) == 0, let here = record.number(8),
            let count = record.number(8), here == count, let count = Int(exactly: count),
            let size = record.number(8).flatMap({ Int(exactly: $0) }),
            let offset = record.number(8).flatMap({ Int(exactly: $0) })
        else { throw damaged }
        let (end, overflow) = offset.addingReportingOverflow(size)
        let (after, tooLong) = length.addingReportingOverflow(start + 12)
        guard !overflow, end == start, !tooLong, after == place - 20 else { throw damaged }
        return Directory(offset: offset, size: size, count: count)
    }
}
