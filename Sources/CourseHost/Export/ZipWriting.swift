internal import CZip
internal import Glibc

/// Writes a new zip through libzip: complete or absent, its owner's alone, the same bytes for the same content.
struct ZipWriting: ~Copyable {
    /// What stands in the way, in the library's or the system's words.
    struct Trouble: Error, Hashable {
        var path: String
        var what: String
    }

    private let path: String
    private let temporary: String
    /// `nil` once it is closed.
    private var archive: OpaquePointer?

    init(_ path: String) throws(Trouble) {
        let temporary = "\(path).new-\(getpid())"
        let descriptor = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Trouble(path: path, what: String(cString: strerror(errno))) }
        Glibc.close(descriptor)
        var code: CInt = 0
        guard let archive = zip_open(temporary, CInt(ZIP_TRUNCATE), &code) else {
            unlink(temporary)
            throw Trouble(path: path, what: "zip \(code)")
        }
        (self.path, self.temporary, self.archive) = (path, temporary, archive)
    }

    /// Adds bytes under a name.
    func add(_ name: String, _ text: String) throws(Trouble) {
        let bytes = Array(text.utf8)
        guard let copy = malloc(max(1, bytes.count)) else { throw trouble() }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            throw trouble()
        }
        try add(name, source)
    }

    /// Adds a file under a name; it is read when the archive is closed.
    func add(_ name: String, file: String) throws(Trouble) {
        guard let source = zip_source_file(archive, file, 0, -1) else { throw trouble() }
        try add(name, source)
    }

    private func add(_ name: String, _ source: OpaquePointer) throws(Trouble) {
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw trouble()
        }
        // 1980-01-01: a time of writing would make two exports of the same data differ.
        guard zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0 else { throw trouble() }
    }

    /// Writes everything and puts it where it belongs, unless there is something already.
    mutating func close() throws(Trouble) {
        guard zip_close(archive) == 0 else { throw trouble() }
        archive = nil
        let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
        let isDone = descriptor >= 0 && fsync(descriptor) == 0 && link(temporary, path) == 0
        let number = errno
        if descriptor >= 0 { Glibc.close(descriptor) }
        guard isDone else { throw Trouble(path: path, what: String(cString: strerror(number))) }
    }

    /// What was not closed is thrown away.
    deinit {
        if let archive { zip_discard(archive) }
        unlink(temporary)
    }

    private func trouble() -> Trouble { Trouble(path: path, what: String(cString: zip_strerror(archive))) }
}
