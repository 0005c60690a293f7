internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Packaging

extension Call {
    /// `POST /api/import`: a zip as the body, its name in `X-Filename`; answers `{"course","findings"}`.
    func importByProgram() async throws -> Response {
        let upload = try await upload { _ in true }
        guard let published = await shell.imports.publish(upload.name) else { throw PageError.notFound }
        switch published {
        case .course(let course, let findings):
            let body = JSONText.object([
                ("course", .text(course)), ("findings", .raw("[\(findings.map(json).joined(separator: ","))]")),
            ])
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
        case .refused(let findings): throw PageError.noPackage(findings)
        }
    }

    /// `GET /import`: a form for a package.
    func importPage() -> Response {
        // A form with a file says the token in its address; see `checkFormToken`.
        let token = caller.formToken.map { "?\(FormToken.field)=\(Fields.encoded($0))" } ?? ""
        return page("import", say(Words.all["importTitle"]), ["limits": say(PackageLimit.list), "token": token])
    }

    /// `POST /import`: what the package holds, before anything of it is published.
    func examineImport() async throws -> Response {
        let type = request.headers[.contentType] ?? ""
        guard type.hasPrefix("multipart/form-data"), let start = type.firstRange(of: "boundary=")?.upperBound else {
            throw PageError.wrongMediaType
        }
        let boundary = type[start...].prefix { $0 != ";" }.filter { $0 != "\"" }
        let upload = try await upload { try $0.unwrap(boundary: boundary) }
        let look = await shell.imports.look(at: upload)
        return page(
            "import-report", look.title ?? say(Words.all["importRefused"]),
            status: look.isUsable ? .ok : .unprocessableContent, values(of: look, upload: upload.name))
    }

    /// `POST /import/publish`: the course is offered from now on.
    func publishImport() async throws -> Response {
        guard let published = await shell.imports.publish(try await form()["upload"] ?? "") else {
            throw PageError.uploadGone
        }
        switch published {
        case .course(let course, _): return seeOther("/courses/\(Fields.encoded(course))")
        case .refused(let findings): throw PageError.noPackage(findings)
        }
    }

    /// Takes the body as a file; nothing is left of one that does not come whole.
    private func upload(_ unwrap: (Upload) throws -> Bool) async throws -> Upload {
        let upload = try await shell.imports.receive()
        do {
            var size = 0
            let pace = BodyPace()
            for try await piece in request.body {
                size += piece.readableBytes
                guard size <= PackageLimit.archiveBytes.value + 64 * 1024 else { throw PageError.tooLarge }
                if pace.isTooSlow(size) { throw PageError.tooSlow }
                try upload.append(piece.readableBytesView)
            }
            guard try unwrap(upload) else { throw PageError.unreadableForm }
        } catch {
            upload.discard()
            throw error
        }
        upload.finish()
        return upload
    }

    private func values(of look: PackageLook, upload: String) -> [String: Any] {
        var facts: [[String: String]] = []
        func fact(_ label: String, _ value: String) { facts.append(["label": say(Words.all[label]), "value": value]) }
        if let edition = look.edition {
            fact("importEdition", "SCORM \(edition.rawValue)")
            fact("importActivities", "\(look.activities)")
            fact("importFiles", "\(look.files)")
            fact("importSize", say(Words.size(look.bytes)))
            fact(
                "importHosts", look.hosts.isEmpty ? say(Words.all["importNoHosts"]) : look.hosts.joined(separator: ", ")
            )
        }
        let findings = look.findings.map { finding -> [String: Any] in
            let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
            return [
                "place": place, "code": finding.code, "severity": say(Words.severity(finding.severity)),
                "message": say(finding.message), "cure": say(finding.cure),
            ]
        }
        return [
            "isUsable": look.isUsable, "upload": upload, "facts": facts, "findings": findings,
            "hasFindings": !findings.isEmpty,
        ]
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
