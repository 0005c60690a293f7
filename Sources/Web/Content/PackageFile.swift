internal import CourseHost
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Packaging

/// A file of a package as it leaves: whole, in part, or not at all where the browser has it.
struct PackageFile {
    private static let piece = 256 * 1024

    let edition: CourseEdition
    let path: String
    let size: Int
    let headers: HTTPFields

    /// `nil` where the package has no such file.
    init?(_ path: String, of edition: CourseEdition, policy: String) {
        guard let place = edition.files.place(of: path) else { return nil }
        (self.edition, self.path, size) = (edition, path, edition.files.entries[place].size)
        let type = PackageMediaType(path: path)
        let tag = edition.files.hash(of: path) ?? edition.version
        var headers: HTTPFields = [
            .contentType: type.name, .eTag: "\"\(tag.prefix(32))\"", .acceptRanges: "bytes",
            .cacheControl: "private, max-age=31536000, immutable", .contentSecurityPolicy: policy,
        ]
        if !type.isShown { headers[.contentDisposition] = "attachment" }
        self.headers = headers
    }

    /// The answer to a GET; a part only of what the browser has half of, under the same tag.
    func response(to request: Request) -> Response {
        if request.headers[.ifNoneMatch].map({ $0 == headers[.eTag] || $0 == "*" }) == true {
            return Response(status: .notModified, headers: headers)
        }
        let wanted = request.headers[.ifRange].map { $0 == headers[.eTag] } ?? true
        switch wanted ? ByteRange(request.headers[.range], size: size) : .whole {
        case .whole: return Response(status: .ok, headers: headers, body: body(0..<size))
        case .unsatisfiable:
            var headers = headers
            headers[.contentRange] = "bytes */\(size)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        case .part(let range):
            var headers = headers
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            return Response(status: .partialContent, headers: headers, body: body(range))
        }
    }

    private func body(_ range: Range<Int>) -> ResponseBody {
        let (files, path) = (edition.files, path)
        return ResponseBody(contentLength: range.count) { writer in
            var start = range.lowerBound
            while start < range.upperBound {
                let bytes = try files.read(path, from: start, count: min(PackageFile.piece, range.upperBound - start))
                guard !bytes.isEmpty else { throw PackageFile.Shorter() }
                try await writer.write(ByteBuffer(bytes: bytes))
                start += bytes.count
            }
            try await writer.finish(nil)
        }
    }

    /// The file on disk has become shorter; the connection ends before its promised length.
    struct Shorter: Error {}
}
