import CourseModel
import Glibc

extension PackageFiles {
    /// Bytes of one file from an offset on, at most so many; fewer where the file ends. Of a file in a course store, no more is
    /// read than is asked for.
    public func read(_ path: String, from offset: Int, count: Int) throws(PackageError) -> [UInt8] {
        guard place(of: path) != nil else { throw .noSuchFile(path) }
        guard let kept = location(of: path) else {
            return Array(try read(path).dropFirst(max(0, offset)).prefix(max(0, count)))
        }
        guard offset >= 0, count > 0 else { return [] }
        let file = open(kept, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw FileSystem.failure(path) }
        defer { close(file) }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(file, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
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
