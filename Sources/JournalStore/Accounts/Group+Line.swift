internal import CourseModel

extension Group {
    /// One line of `groups.jsonl`, without its newline.
    var json: String { "{\"id\":\(jsonString(id.text)),\"name\":\(jsonString(name))}" }

    init?(json: JSONObject) {
        guard let id = json["id"]?.string.flatMap({ GroupID($0) }), let name = json["name"]?.string else { return nil }
        self.init(id, name: name)
    }
}
