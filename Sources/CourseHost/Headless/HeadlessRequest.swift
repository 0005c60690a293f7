internal import CourseModel
internal import FoundationEssentials

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

    init(line: some Sequence<UInt8>) throws(HeadlessTrouble) {
        do {
            self = try JSONDecoder().decode(HeadlessRequest.self, from: Data(line))
        } catch {
            throw HeadlessTrouble("the request is no JSON object with the fields of the protocol: \(error)")
        }
    }
}

/// Why a request cannot be answered; nothing has changed.
struct HeadlessTrouble: Error {
    var text: String

    init(_ text: String) { self.text = text }
}
