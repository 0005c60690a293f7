internal import CourseHost
internal import CourseModel
internal import HTTPTypes

/// Why a request gets no page of its own: a status, what happened, and the next step.
struct PageError: Error {
    var status: HTTPResponse.Status
    var title: Sentence
    var what: Sentence
    /// Where to go from here; the catalogue when nothing is said.
    var next: (label: Sentence, path: String)?

    init(_ status: HTTPResponse.Status, _ title: Sentence, _ what: Sentence, next: (Sentence, String)? = nil) {
        (self.status, self.title, self.what) = (status, title, what)
        self.next = next.map { ($0.0, $0.1) }
    }

    /// The error that a trouble of the data folder means.
    init(_ trouble: CampusTrouble) {
        let status: HTTPResponse.Status =
            switch trouble.kind {
            case .full: .insufficientStorage
            case .busy, .readOnly: .serviceUnavailable
            case .unusable: .internalServerError
            case .erased: .gone
            }
        self.init(status, trouble.kind == .erased ? Faults.erased : Faults.notNow, trouble.sentence)
    }
}

extension HTTPResponse.Status {
    /// RFC 4918: no room is left to keep what was sent.
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}
