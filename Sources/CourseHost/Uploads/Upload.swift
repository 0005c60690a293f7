internal import Glibc
internal import CourseModel

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

    /// All of it has come.
    public func finish() { close(file) }

    /// It did not come whole.
    public func discard() {
        close(file)
        unlink(path)
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
                    fr: "Le fichier n’a pas pu être gardé : \(String(cString: strerror(errno))). Rien n’a changé.",
                    en: "The file could not be kept: \(String(cString: strerror(errno))). Nothing has changed."))
    }
}
