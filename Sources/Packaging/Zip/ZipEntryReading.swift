extension ZipSource {
    /// The next entry of the central directory, held against the header before its data and what stands behind the data.
    func entry(_ bytes: inout ZipBytes, before limit: Int) throws(PackageError) -> ZipDirectory.Entry {
        let damaged = PackageError.damagedArchive(reason: "central directory")
        guard bytes.number(4) == 0x0201_4B50, bytes.number(2) != nil, bytes.number(2) != nil,
            let flags = bytes.number(2), let method = bytes.number(2), bytes.number(4) != nil,
            let check = bytes.number(4), let packed32 = bytes.number(4), let size32 = bytes.number(4),
            let nameCount = bytes.number(2), let extraCount = bytes.number(2), let commentCount = bytes.number(2),
            let disk = bytes.number(2), disk == 0, bytes.number(2) != nil, let attributes = bytes.number(4),
            let offset32 = bytes.number(4), let name = bytes.take(Int(nameCount)),
            let extra = bytes.take(Int(extraCount)), bytes.take(Int(commentCount)) != nil
        else { throw damaged }
        var entry = ZipDirectory.Entry(
            name: name, unicodeName: nil, flags: UInt16(truncatingIfNeeded: flags),
            method: UInt16(truncatingIfNeeded: method), packedSize: 0, size: 0,
            mode: UInt32(truncatingIfNeeded: attributes >> 16), offset: 0, end: 0)
        guard var fields = ZipExtra(extra, name: name) else {
            throw .refusedEntry(name: entry.displayName, .headersDisagree)
        }
        guard let size = fields.full(size32).flatMap({ Int(exactly: $0) }),
            let packed = fields.full(packed32).flatMap({ Int(exactly: $0) }),
            let offset = fields.full(offset32).flatMap({ Int(exactly: $0) })
        else { throw damaged }
        (entry.unicodeName, entry.size, entry.packedSize) = (fields.unicodeName, size, packed)
        (entry.offset, entry.end) = (offset, offset)
        try compare(&entry, check: check, before: limit)
        return entry
    }

    /// The header before the data must say the same; with bit 3 set it may leave sizes and checksum to what follows the data.
    private func compare(
        _ entry: inout ZipDirectory.Entry, check: UInt64, before limit: Int
    ) throws(PackageError) {
        let refusal = PackageError.refusedEntry(name: entry.displayName, .headersDisagree)
        var header = ZipBytes(try bytes(at: entry.offset, count: 30))
        guard header.number(4) == 0x0403_4B50, header.number(2) != nil, let flags = header.number(2),
            let method = header.number(2), header.number(4) != nil, let ownCheck = header.number(4),
            let packed32 = header.number(4), let size32 = header.number(4), let nameCount = header.number(2),
            let extraCount = header.number(2)
        else { throw refusal }
        let name = try bytes(at: entry.offset + 30, count: Int(nameCount))
        let extra = try bytes(at: entry.offset + 30 + Int(nameCount), count: Int(extraCount))
        let isLater = flags & 8 != 0
        guard var fields = ZipExtra(extra, name: name), let size = fields.full(size32),
            let packed = fields.full(packed32)
        else { throw refusal }
        func agrees(_ own: UInt64, _ central: Int) -> Bool { (isLater && own == 0) || own == UInt64(central) }
        let sameFlags = UInt16(truncatingIfNeeded: flags) & 0x0849 == entry.flags & 0x0849
        guard name == entry.name, UInt64(entry.method) == method, sameFlags,
            fields.unicodeName == nil || fields.unicodeName == entry.unicodeName,
            ownCheck == check || (isLater && ownCheck == 0), agrees(packed, entry.packedSize), agrees(size, entry.size),
            entry.method != 0 || entry.packedSize == entry.size || entry.flags & 1 != 0
        else { throw refusal }
        let data = entry.offset + 30 + Int(nameCount) + Int(extraCount)
        let (end, overflow) = data.addingReportingOverflow(entry.packedSize)
        guard !overflow, end <= limit else { throw .damagedArchive(reason: "truncated") }
        entry.end = end
        if isLater { entry.end = end + (try descriptor(at: end, of: entry, check: check, before: limit)) }
    }

    /// How long what stands behind the data is: checksum and both sizes, of four or eight bytes, with a signature or without.
    private func descriptor(
        at place: Int, of entry: ZipDirectory.Entry, check: UInt64, before limit: Int
    ) throws(PackageError) -> Int {
        let found = try bytes(at: place, count: min(24, limit - place))
        for signature in [[0x50, 0x4B, 7, 8], []] as [[UInt8]] {
            for width in [4, 8] {
                let expected =
                    signature + ZipSource.number(check, 4) + ZipSource.number(UInt64(entry.packedSize), width)
                    + ZipSource.number(UInt64(entry.size), width)
                if found.starts(with: expected) { return expected.count }
            }
        }
        throw .refusedEntry(name: entry.displayName, .headersDisagree)
    }

    private static func number(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }
}
