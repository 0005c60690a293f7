import Glibc

/// A journal's file from outside, cheaply: enough to know whether it changed since somebody read it.
public struct JournalLook: Hashable, Sendable {
    public let bytes: Int
    /// Nanoseconds since 1970.
    public let modified: Int64
    /// The hash that the last line carries; `nil` where the end is no line.
    public let lastHash: String?
}

extension Enrolment {
    /// Looks at the journal's file without a lock; `nil` when there is none.
    public func look() throws(JournalError) -> JournalLook? {
        guard let file = try OpenFile.ifPresent(journalPath, O_RDONLY | O_NONBLOCK) else { return nil }
        var status = stat()
        guard fstat(file.descriptor, &status) == 0 else { throw .lastCall("fstat", on: journalPath) }
        let (seconds, overflows) = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        let size = Int(status.st_size)
        return JournalLook(
            bytes: size, modified: overflows ? 0 : seconds &+ Int64(status.st_mtim.tv_nsec),
            lastHash: try Enrolment.lastHash(of: file, size: size))
    }

    private static func lastHash(of file: borrowing OpenFile, size: Int) throws(JournalError) -> String? {
        let (start, end) = (Array(",\"h\":\"".utf8), Array("\"}\n".utf8))
        let length = start.count + 16 + end.count
        guard size >= length else { return nil }
        var bytes: [UInt8] = []
        try file.read(from: size - length) { piece in
            bytes += Array(copying: piece)
            return bytes.count < length
        }
        guard bytes.count >= length, bytes.starts(with: start),
            bytes[(length - end.count)..<length].elementsEqual(end)
        else { return nil }
        return String(decoding: bytes[start.count..<(start.count + 16)], as: UTF8.self)
    }
}
