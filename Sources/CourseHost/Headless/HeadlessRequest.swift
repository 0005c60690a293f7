internal import CourseModel
internal import FoundationEssentials
internal import JournalStore

/// One request of the headless protocol, a JSON object a line.
struct HeadlessRequest: Decodable {
    var op: String
    var course: String?
    var manifest: String?
    var package: String?
    var learner: String?
    var name: String?
    var calls: [[String]]?
    var request: String?
    var onunload: [[String]]?
    var completion: Bool?
    var success: Bool?
    var measure: Double?
    var progress: Double?
    var suspended: Bool?
    var objective: String?
    var item: String?
    var responses: [String: [String]]?
    var activity: String?
    var now: String?
    var strict: Bool?

    /// Reads a line. An object that names a member twice is refused, as readers of JSON differ about it.
    init(line: [UInt8]) throws(HeadlessTrouble) {
        guard let object = JSONObject(line) else { throw HeadlessTrouble("the request is no JSON object") }
        guard object.namesAreUnique else { throw HeadlessTrouble("the request names a member twice") }
        do {
            self = try JSONDecoder().decode(HeadlessRequest.self, from: Data(line))
        } catch let error as DecodingError {
            throw HeadlessTrouble("the request does not have the fields of the protocol: \(error.place)")
        } catch {
            throw HeadlessTrouble("the request does not have the fields of the protocol")
        }
    }
}

extension DecodingError {
    /// The member that is missing, or has another type.
    fileprivate var place: String {
        switch self {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.map(\.stringValue).joined(separator: ".") + " has another type"
        @unknown default: "one of them has another type"
        }
    }
}

/// Why a request cannot be answered; nothing has changed.
struct HeadlessTrouble: Error {
    var text: String

    init(_ text: String) { self.text = text }
}
