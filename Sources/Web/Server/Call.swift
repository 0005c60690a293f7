internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning

/// One request, as a handler sees it.
struct Call: Sendable {
    let shell: Shell
    let request: Request
    /// What the names of the route's pattern stand for.
    let named: [String: String]
    let query: Fields
    /// The login that stands in the path (`/as/LOGIN/…`); `nil` for the one local learner.
    let login: String?
    let language: Language
    let theme: Theme
    /// Who asks.
    var caller: Caller

    /// What stands before every address of this visitor: empty, or `/as/LOGIN`.
    var base: String { login.map { "/as/\(Fields.encoded($0))" } ?? "" }

    var campus: Campus { shell.campus }

    /// A sentence in the visitor's language.
    func say(_ sentence: Sentence) -> String { sentence.text(language) }

    /// Who learns; `nil` before anything was written for them.
    func learner() async throws -> Learner? {
        guard shell.accounts != nil else { return try await campus.learner(login: login) }
        guard let person = caller.person else { return nil }
        return try await campus.learner(person.learner)
    }

    /// The same, made when there is none: for requests that write.
    func learnerToWrite() async throws -> Learner {
        guard shell.accounts != nil else {
            guard login.map(Campus.isUsable(login:)) ?? true else { throw PageError.badAddress }
            return try await campus.learner(login: login, orNewNamed: nil)
        }
        return try await learner().orThrow(PageError.notPermitted)
    }

    /// The fields of a posted form. Throws a `PageError`.
    func form() async throws -> Fields {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw PageError.wrongMediaType
        }
        let fields = try await Fields(request.bytes(upTo: 64 * 1024)).orThrow(PageError.unreadableForm)
        if let token = caller.formToken, !FormToken.isSame(fields[FormToken.field] ?? "", token) {
            throw PageError.crossSite
        }
        return fields
    }
}

extension Request {
    /// The bytes of the body, at most so many, at a pace that has an end. Throws a `PageError`.
    func bytes(upTo most: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > most { throw PageError.tooLarge }
        var bytes: [UInt8] = []
        let pace = BodyPace()
        for try await piece in body {
            bytes += piece.readableBytesView
            if bytes.count > most { throw PageError.tooLarge }
            if pace.isTooSlow(bytes.count) { throw PageError.tooSlow }
        }
        return bytes
    }
}

/// Light or dark, where a visitor has said so.
enum Theme: String, Sendable, CaseIterable { case auto, light, dark }

extension Optional {
    /// What is there, or the error of its absence.
    func orThrow(_ error: @autoclosure () -> some Error) throws -> Wrapped {
        guard let self else { throw error() }
        return self
    }
}
