internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Bytes that never change under their address: sent whole, in part, compressed, or not at all when the browser has them.
struct StaticFile: Sendable {
    let type: String
    let tag: String
    private let body: ByteBuffer
    private let compressed: ByteBuffer?

    /// Compresses what is text.
    init(_ bytes: [UInt8], type: String) {
        self.type = type
        tag = String(StaticFile.checksum(bytes), radix: 16)
        body = ByteBuffer(bytes: bytes)
        let isText = ["text/", "image/svg"].contains { type.hasPrefix($0) }
        compressed = isText ? Gzip.compressed(bytes).map { ByteBuffer(bytes: $0) } : nil
    }

    var size: Int { body.readableBytes + (compressed?.readableBytes ?? 0) }

    /// The answer to a GET (RFC 9110, sections 13 and 14): 200, 206, 304 or 416.
    func answer(_ request: Request, cache: String) -> Response {
        var headers: HTTPFields = [.eTag: "\"\(tag)\"", .cacheControl: cache, .acceptRanges: "bytes"]
        if compressed != nil { headers[.vary] = "Accept-Encoding" }
        if let known = request.headers[.ifNoneMatch], known == "*" || known.contains("\"\(tag)\"") {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = type
        let range = isCurrent(request.headers[.ifRange]) ? request.headers[.range] : nil
        switch ByteRange(range, size: body.readableBytes) {
        case .whole: break
        case .part(let range):
            guard let piece = body.getSlice(at: body.readerIndex + range.lowerBound, length: range.count) else { break }
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.readableBytes)"
            return Response(status: .partialContent, headers: headers, body: ResponseBody(byteBuffer: piece))
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(body.readableBytes)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
        if let compressed, request.headers[.acceptEncoding]?.contains("gzip") == true {
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    private func isCurrent(_ condition: String?) -> Bool { condition.map { $0 == "\"\(tag)\"" } ?? true }

    /// FNV-1a: tells two versions of our own files apart, and no more.
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
