internal import CourseModel
internal import Glibc

/// A file that a browser sends piece by piece. It waits beside the courses until somebody decides about it.
public struct Upload: Sendable {
    /// What names it among the uploads: hexadecimal digits.
    public let name: String
    let path: String
    private let file: CInt

    /// A new, empty one. Throws a `CampusTrouble`.
    init(in folder: String) throws {
        var chance = SystemRandomNumberGenerator()
        name = String(UInt64.random(in: 1 << 60 ... .max, using: &chance), radix: 16)
        path = "\(folder)/\(name)"
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw CampusTrouble.ofLastCall }
        file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw CampusTrouble.ofLastCall }
    }

    /// Names are ours, so that no other file can be meant.
    static func isName(_ text: String) -> Bool {
        text.utf8.count == 16 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Puts bytes behind the others. Throws a `CampusTrouble`.
    public func append(_ bytes: some Collection<UInt8>) throws {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw CampusTrouble.ofLastCall }
            rest = rest.dropFirst(count)
        }
    }

    /// Of a form, keeps the one file in it: the last part, which has a file name. `false` when that is not there.
    public func unwrap(boundary: String) throws -> Bool {
        let mark = Array("\r\n--\(boundary)".utf8)
        let size = Int(lseek(file, 0, SEEK_END))
        let (head, tailStart) = (try read(from: 0, count: 16 * 1024), max(0, size - 4096))
        let tail = try read(from: tailStart, count: 4096)
        guard let start = MultipartHead(head, mark: mark)?.fileStart, let end = tail.lastRange(of: mark) else {
            return false
        }
        guard start <= tailStart + end else { return false }
        try move(start..<tailStart + end)
        return true
    }

    private func read(from offset: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = pread(file, &bytes, count, off_t(offset))
        guard got >= 0 else { throw CampusTrouble.ofLastCall }
        return Array(bytes[..<got])
    }

    /// Makes the file what this part of it is.
    private func move(_ part: Range<Int>) throws {
        var (from, to) = (part.lowerBound, 0)
        while from < part.upperBound {
            let piece = try read(from: from, count: min(1 << 20, part.upperBound - from))
            guard !piece.isEmpty, pwrite(file, piece, piece.count, off_t(to)) == piece.count else {
                throw CampusTrouble.ofLastCall
            }
            (from, to) = (from + piece.count, to + piece.count)
        }
        guard ftruncate(file, off_t(part.count)) == 0 else { throw CampusTrouble.ofLastCall }
    }

    /// All of it has come.
    public func finish() { close(file) }

    /// It did not come whole.
    public func discard() {
        close(file)
        unlink(path)
    }
}

/// Where the file begins in `multipart/form-data` (RFC 7578).
struct MultipartHead {
    let fileStart: Int

    /// `nil` where none of the parts in these first bytes has a file name.
    init?(_ bytes: [UInt8], mark: [UInt8]) {
        let text = Array("\r\n".utf8) + bytes
        var here = text.startIndex
        while let part = text[here...].firstRange(of: mark),
            let end = text[part...].firstRange(of: Array("\r\n\r\n".utf8))
        {
            let head = String(decoding: text[part..<end], as: UTF8.self).lowercased()
            if head.contains("filename=") {
                fileStart = end + 4 - 2
                return
            }
            here = end + 4
        }
        return nil
    }
}

extension Collection<UInt8> where Index == Int {
    /// Where some bytes stand first.
    func firstRange(of mark: [UInt8]) -> Int? {
        guard count >= mark.count else { return nil }
        return (startIndex...endIndex - mark.count).first { self[$0..<$0 + mark.count].elementsEqual(mark) }
    }

    /// Where they stand last.
    func lastRange(of mark: [UInt8]) -> Int? {
        guard count >= mark.count else { return nil }
        return (startIndex...endIndex - mark.count).last { self[$0..<$0 + mark.count].elementsEqual(mark) }
    }
}

extension CampusTrouble {
    /// Why the last call of the system failed, for an upload.
    fileprivate static var ofLastCall: CampusTrouble {
        let isFull = errno == ENOSPC || errno == EDQUOT
        return CampusTrouble(
            isFull ? .full : .unusable,
            isFull
                ? Sentence(
                    fr: "Il n’y a plus de place pour ce fichier. Rien n’a changé.",
                    en: "There is no room left for this file. Nothing has changed.")
                : Sentence(
                    fr: "Le fichier n’a pas pu être gardé\u{A0}: \(String(cString: strerror(errno))). Rien n’a changé.",
                    en: "The file could not be kept: \(String(cString: strerror(errno))). Nothing has changed."))
    }
}
