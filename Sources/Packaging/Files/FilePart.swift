import CourseModel
import Glibc

extension PackageFiles {
    /// Bytes of one file from an offset on, at most so many; fewer where the file ends. No more is held than is asked for.
    public func read(_ path: String, from offset: Int, count: Int) throws(PackageError) -> [UInt8] {
        guard let place = place(of: path) else { throw .noSuchFile(path) }
        guard offset >= 0, count > 0 else { return [] }
        if let kept = location(of: path) { return try read(path, at: kept, from: offset, count: count) }
        var (passed, bytes) = (0, [UInt8]())
        try forEachChunk(of: [entries[place]]) { _, chunk in
            bytes += chunk.dropFirst(max(0, offset - passed)).prefix(count - bytes.count)
            passed += chunk.count
            return bytes.count < count
        }
        return bytes
    }

    /// The bytes of a lesson or a quiz; of one that is too long, only as much as shows that.
    public func readNative(_ path: String) throws(PackageError) -> [UInt8] {
        try read(path, from: 0, count: SourceText.largest + 1)
    }

    /// The same in a course store, where the place in the file can be gone to.
    private func read(
        _ path: String, at location: String, from offset: Int, count: Int
    ) throws(PackageError) -> [UInt8] {
        let file = open(location, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw FileSystem.failure(path) }
        defer { close(file) }
        let wanted = min(count, max(0, (place(of: path).map { entries[$0].size } ?? 0) - offset))
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let got = pread(file, buffer.baseAddress?.advanced(by: filled), wanted - filled, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                guard got > 0 else { return }
                filled += got
            }
        }
        if failed { throw FileSystem.failure(path) }
        return bytes
    }
}
