internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Packaging

extension Call {
    /// `POST /api/import`: a zip as the body, its name in `X-Filename`; answers `{"course","findings"}`.
    func importByProgram() async throws -> Response {
        let name = HTTPField.Name("X-Filename").flatMap { request.headers[$0] } ?? "package.zip"
        let upload = try await shell.imports.receive()
        do {
            for try await piece in request.body { try upload.append(piece.readableBytesView) }
        } catch {
            upload.discard()
            throw error
        }
        upload.finish()
        let course: String
        let findings: [Finding]
        do {
            (course, findings) = try await shell.imports.publish(upload)
        } catch let error as PackageError {
            let finding = error.finding(in: name)
            throw PageError.noPackage(finding.message, finding.cure)
        } catch let error as LoadedCourse.Unusable {
            let finding = error.findings.first { $0.severity == .error }
            throw finding.map { PageError.noPackage($0.message, $0.cure) } ?? PageError.unreadableForm
        }
        let body = JSONText.object([
            ("course", .text(course)), ("findings", .raw("[\(findings.map(json).joined(separator: ","))]")),
        ])
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }

    /// A finding as `check --json` writes it.
    private func json(_ finding: Finding) -> String {
        JSONText.object([
            ("file", .text(finding.file)), ("line", finding.line.map { .number($0) } ?? .raw("null")),
            ("column", finding.column.map { .number($0) } ?? .raw("null")), ("code", .text(finding.code)),
            ("severity", .text(finding.severity.rawValue)), ("message", .text(say(finding.message))),
            ("cure", .text(say(finding.cure))),
        ])
    }
}
