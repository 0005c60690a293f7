internal import CourseHost
internal import HTTPTypes
internal import Hummingbird
internal import Packaging
internal import Synchronization

/// Pictures of courses, kept in memory as long as they are few. A class, because all requests share it.
final class CourseFiles: Sendable {
    private struct Kept {
        var files: [String: StaticFile] = [:]
        var bytes = 0
    }

    /// No more bytes than this are kept.
    private static let most = 64 << 20
    private let kept = Mutex(Kept())

    /// A file by version and path, read when it is asked for the first time.
    func file(_ key: String, read: () throws -> StaticFile) rethrows -> StaticFile {
        if let known = kept.withLock({ $0.files[key] }) { return known }
        let file = try read()
        kept.withLock { kept in
            if kept.bytes + file.size > CourseFiles.most { kept = Kept() }
            kept.files[key] = file
            kept.bytes += file.size
        }
        return file
    }
}

extension Call {
    /// `GET /courses/ID/files/VERSION/PATH`: a picture of a lesson.
    func courseFile() async throws -> Response {
        guard let version = named["version"], let path = named["path"], let type = MediaType(path: path),
            let edition = try await campus.edition(of: courseID, version: version),
            edition.files.place(of: path) != nil
        else { throw PageError.notFound }
        let file = try shell.files.file("\(version)/\(path)") {
            StaticFile(try edition.files.read(path), type: type.rawValue)
        }
        var response = file.answer(request, cache: "private, max-age=31536000, immutable")
        response.headers[.contentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        return response
    }
}

/// Pictures that a lesson of ours may show; nothing that runs.
enum MediaType: String {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"
    case svg = "image/svg+xml"

    /// By the ending of the name; `nil` for what a lesson does not show.
    init?(path: String) {
        switch path.lowercased().split(separator: ".").last {
        case "png": self = .png
        case "jpg", "jpeg": self = .jpeg
        case "gif": self = .gif
        case "webp": self = .webp
        case "svg": self = .svg
        default: return nil
        }
    }
}
