internal import Assessment
internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning
internal import Packaging

/// An enrolment as a handler finds it.
struct Enrolled: Sendable {
    var edition: CourseEdition
    var standing: Standing
    /// `/courses/ID`
    var path: String
}

extension Call {
    var courseID: String { named["course"] ?? "" }
    var coursePath: String { Call.path(of: courseID) }

    /// The address of a course.
    static func path(of courseID: String) -> String { "/courses/\(Fields.encoded(courseID))" }

    /// The course and how the visitor stands in it; for whoever has begun nothing, the course as it is offered.
    func enrolled() async throws -> Enrolled {
        if let learner = try await learner(), let desk = try await campus.desk(of: learner, in: courseID),
            let edition = try await campus.edition(of: courseID, version: desk.version)
        {
            return Enrolled(edition: edition, standing: try await desk.standing(), path: coursePath)
        }
        guard let edition = try await campus.offered(courseID) else { throw PageError.noSuchCourse }
        return Enrolled(edition: edition, standing: await campus.untouched(edition), path: coursePath)
    }

    /// `GET /courses/ID/play`
    func player() async throws -> Response {
        let enrolled = try await enrolled()
        return playerPage(enrolled)
    }

    /// `POST /courses/ID/play`: what the learner asks for.
    func play() async throws -> Response {
        let form = try await form()
        guard let wish = Wish(form) else { throw PageError.unreadableForm }
        guard let desk = try await campus.desk(of: learnerToWrite(), in: courseID) else { throw PageError.noSuchCourse }
        let answer: CourseHost.Answer
        switch wish.request {
        case nil: answer = await desk.open()
        case let request?: answer = await desk.perform(request, seen: wish.seen)
        }
        switch answer.outcome {
        case .done: return seeOther("\(coursePath)/play\(wish.addressOfResult)")
        case .notSaved(let trouble): throw PageError(trouble)
        case .refused(let lock):
            guard let edition = try await campus.edition(of: courseID, version: desk.version) else {
                throw PageError.noSuchCourse
            }
            return refused(lock, Enrolled(edition: edition, standing: answer.standing, path: coursePath), wish)
        }
    }

    /// `GET /courses/ID/files/VERSION/PATH`: a picture of a lesson.
    func courseFile() async throws -> Response {
        guard let version = named["version"], let path = named["path"],
            let edition = try await campus.edition(of: courseID, version: version),
            let type = MediaType(path: path)
        else { throw PageError.notFound }
        guard edition.files.place(of: path) != nil else { throw PageError.notFound }
        let bytes = try edition.files.read(path)
        return Response(
            status: .ok,
            headers: [
                .contentType: type.rawValue,
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                .cacheControl: "private, max-age=31536000, immutable",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Pictures and sounds that a lesson of ours may show; nothing that runs.
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
