internal import CourseHost
internal import CourseModel
internal import HTTPTypes
internal import Hummingbird
internal import Learning
internal import NIOCore

/// Why a request to a content origin gets nothing, for a person and for the page's script.
struct ContentRefusal: Error {
    var status: HTTPResponse.Status
    /// For scripts: `elsewhere`, `terminated`, `over`, `erased`, `unknown` …
    var code: String
    var title = PlayerSentences.goneTitle
    var what = PlayerSentences.gone
    /// Seconds.
    var retryAfter: Int?

    static let missing = ContentRefusal(
        status: .notFound, code: "missing", title: PlayerSentences.missingTitle, what: PlayerSentences.missing)
    static let gone = ContentRefusal(status: .gone, code: "over")
    static let worker = ContentRefusal(status: .forbidden, code: "worker")
    static let mediaType = ContentRefusal(status: .unsupportedMediaType, code: "media-type")
    static let unreadable = ContentRefusal(status: .badRequest, code: "unreadable")
    static let crossSite = ContentRefusal(status: .forbidden, code: "cross-site")
    static let tooFast = ContentRefusal(status: .tooManyRequests, code: "too-fast", retryAfter: 1)
    static let late = ContentRefusal(status: .serviceUnavailable, code: "late", retryAfter: 2)

    /// The content that commits is not the one that is open.
    static func notOpen(_ lock: Lock) -> ContentRefusal {
        ContentRefusal(status: .conflict, code: lock.reason, what: lock.sentence)
    }

    private init(
        status: HTTPResponse.Status, code: String, title: Sentence = PlayerSentences.goneTitle,
        what: Sentence = PlayerSentences.gone, retryAfter: Int? = nil
    ) {
        (self.status, self.code, self.title, self.what, self.retryAfter) = (status, code, title, what, retryAfter)
    }

    /// What an error means here.
    init(_ error: any Error) {
        switch error {
        case let refusal as ContentRefusal: self = refusal
        case let refusal as AttemptPasses.Refusal: self.init(refusal)
        case let trouble as CampusTrouble:
            let page = PageError(trouble)
            let isOver = trouble.kind == .erased
            self.init(
                status: page.status, code: isOver ? "erased" : "not-saved", title: page.title, what: page.what,
                retryAfter: isOver ? nil : 2)
        case let page as PageError: self.init(status: page.status, code: "refused", title: page.title, what: page.what)
        default: self.init(status: .internalServerError, code: "defect")
        }
    }

    private init(_ refusal: AttemptPasses.Refusal) {
        switch refusal {
        case .elsewhere: self.init(status: .conflict, code: "elsewhere", what: PlayerSentences.elsewhere)
        case .over: self = .gone
        case .unknown: self.init(status: .notFound, code: "unknown")
        case .tooFast: self = .tooFast
        case .tooMuch: self.init(status: .tooManyRequests, code: "too-much", retryAfter: 3600)
        }
    }

    /// A page that says so; its code in a header for scripts.
    func response(_ language: Language) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        if let name = HTTPField.Name("X-Refusal") { headers[name] = code }
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: PlayerDocument.notice(title, what, language))))
    }
}
