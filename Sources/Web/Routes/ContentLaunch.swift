internal import CourseHost
internal import HTTPTypes
internal import Hummingbird
internal import Learning

extension Call {
    /// `POST /courses/ID/play/content`: makes the foreign content ready, and leads to the player on its own origin with a
    /// code that works once.
    func launchContent() async throws -> Response {
        let form = try await form()
        let learner = try await learnerToWrite()
        guard let desk = try await campus.desk(of: learner, in: courseID) else { throw PageError.noSuchCourse }
        let answer = await desk.prepareContent()
        if case .notSaved(let trouble) = answer.outcome { throw PageError(trouble) }
        guard case .web = answer.standing.view.current else { throw PageError.nothingToRun }
        let grant = AttemptPasses.Grant(
            learner: learner, course: courseID, version: desk.version, shell: shellOrigin, language: language,
            hasWindow: form["window"] != nil, alias: login)
        let code = await shell.gate.code(for: grant)
        let address = "\(contentOrigin(ofVersion: desk.version))/l/\(code)"
        guard form["as"] == "text" else {
            return Response(status: .seeOther, headers: [.location: address, .contentLength: "0"])
        }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: address)))
    }

    /// Where this visitor found the shell.
    var shellOrigin: String {
        shell.options.url.map { Hosts.origin(ofAddress: $0) } ?? "http://\(request.head.authority ?? "")"
    }

    /// Where the content of a version is served.
    func contentOrigin(ofVersion version: String) -> String {
        let name = String(version.prefix(32))
        if let pattern = shell.options.contentURL {
            let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
            return Hosts.origin(ofAddress: parts.count == 2 ? parts[0] + name + parts[1] : pattern)
        }
        let authority = request.head.authority ?? ""
        let port = authority.dropFirst(Hosts.withoutPort(authority).count)
        return "http://\(name).content.localhost\(port)"
    }
}
