internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning
internal import NIOCore

/// Every request to a content origin. Nothing here knows a session: a path carries a pass for one enrolment, or nothing.
struct ContentResponder: Sendable {
    let shell: Shell
    /// The first 32 digits of the version that the host names.
    let host: String

    func respond(to request: Request) async -> Response {
        var response: Response
        do {
            response = try await answer(request)
        } catch {
            let language = Visitor(request, shell.options).language
            response = ContentRefusal(error).response(language)
        }
        ContentHeaders.set(in: &response)
        return response
    }

    private func answer(_ request: Request) async throws -> Response {
        // A worker would outlive its page and stand between it and the server.
        if let name = HTTPField.Name("Service-Worker"), request.headers[name] != nil { throw ContentRefusal.worker }
        let segments = try Address(request.uri).segments
        let reads = request.method == .get || request.method == .head
        switch (segments.first, segments.count) {
        case ("player", 2): return try playerFile(segments[1], request)
        case ("l", 2) where reads: return try await swap(segments[1])
        case ("a", 3) where segments[2] == "player" && reads: return try await player(segments[1])
        case ("a", 3) where segments[2] == "commit" && request.method == .post:
            return try await commit(segments[1], request)
        case ("a", 4...) where segments[2] == "pkg" && reads:
            return try await file(segments[3...].joined(separator: "/"), segments[1], request)
        default: throw ContentRefusal.missing
        }
    }

    /// `GET /l/CODE`: a launch code for a token.
    private func swap(_ code: String) async throws -> Response {
        let token = try await shell.gate.token(for: code)
        return Response(status: .seeOther, headers: [.location: "/a/\(token)/player", .contentLength: "0"])
    }

    /// `GET /a/TOKEN/player`
    private func player(_ token: String) async throws -> Response {
        let (page, grant) = try await shell.gate.startPage(with: token)
        let desk = try await desk(of: grant)
        if let trouble = await desk.takeContent(to: page) { throw trouble }
        guard let launch = try await desk.contentLaunch(alias: grant.alias) else { throw ContentRefusal.gone }
        let vault = String(StaticFile.checksum("\(grant.learner.id) \(grant.course)".utf8), radix: 16)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "private, no-store",
                .contentSecurityPolicy: ContentHeaders.player(shell: grant.shell, hasWindow: grant.hasWindow),
            ],
            body: ResponseBody(
                byteBuffer: ByteBuffer(
                    string: PlayerDocument.html(
                        launch, page: page, vault: vault, grant: grant,
                        isAsync: shell.options.asyncCommits.contains(grant.course)))))
    }

    /// `POST /a/TOKEN/commit`: answered 200 only once all of it is on disk.
    private func commit(_ token: String, _ request: Request) async throws -> Response {
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
            throw ContentRefusal.mediaType
        }
        try checkOrigin(request)
        let body = try await request.bytes(upTo: PageCommit.limit)
        guard let commit = PageCommit(json: body) else { throw ContentRefusal.unreadable }
        let grant: AttemptPasses.Grant
        do {
            grant = try await shell.gate.admit(page: commit.page, bytes: body.count, with: token)
        } catch .tooFast(let wait) {
            // Told late, a page that asks again at once keeps the pace.
            try await Task.sleep(for: .milliseconds(min(wait, 1000)))
            throw ContentRefusal.tooFast
        }
        let desk = try await desk(of: grant)
        guard let kept = await answered(within: .seconds(5), { await desk.keep(commit) }) else {
            throw ContentRefusal.late
        }
        switch kept {
        case .refused(let lock): throw ContentRefusal.notOpen(lock)
        case .notSaved(let trouble): throw trouble
        case .kept(let reply):
            if reply.ended { await shell.gate.end(token) }
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: reply.json)))
        }
    }

    /// `GET /a/TOKEN/pkg/PATH`
    private func file(_ path: String, _ token: String, _ request: Request) async throws -> Response {
        let grant = try await shell.gate.grant(of: token)
        guard grant.version.hasPrefix(host),
            let edition = try await shell.campus.edition(of: grant.course, version: grant.version),
            let file = PackageFile(
                path, of: edition,
                policy: ContentHeaders.package(
                    shell: grant.shell, hasWindow: grant.hasWindow, sources: shell.options.sources[grant.course] ?? []))
        else { throw ContentRefusal.missing }
        return file.response(to: request)
    }

    /// `GET /player/NAME`: our own scripts.
    private func playerFile(_ name: String, _ request: Request) throws -> Response {
        guard let file = shell.playerFiles[name] else { throw ContentRefusal.missing }
        return file.answer(request, cache: "no-cache")
    }

    private func desk(of grant: AttemptPasses.Grant) async throws -> SharedDesk {
        guard grant.version.hasPrefix(host),
            let desk = try await shell.campus.desk(of: grant.learner, in: grant.course), desk.version == grant.version
        else { throw ContentRefusal.gone }
        return desk
    }

    /// Only the page itself commits: no other site, and no other course's content.
    private func checkOrigin(_ request: Request) throws {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name], site != "same-origin" {
            throw ContentRefusal.crossSite
        }
        let authority = request.head.authority ?? ""
        if let origin = request.headers[.origin], origin != "http://\(authority)", origin != "https://\(authority)" {
            throw ContentRefusal.crossSite
        }
    }
}
