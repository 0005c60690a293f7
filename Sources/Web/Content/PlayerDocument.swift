internal import CourseHost
internal import CourseModel

/// The page on the content origin that holds the API object, and the frame of the content.
enum PlayerDocument {
    /// Its state stands in it as data; the script that reads it is our own file.
    static func html(
        _ launch: SharedDesk.ContentLaunch, page: String, vault: String, grant: AttemptPasses.Grant, isAsync: Bool
    ) -> String {
        let language = grant.language
        let words = PlayerSentences.all.map { ($0.key, JSONText.Value.text($0.value.text(language))) }
        let state = JSONText.object([
            ("page", .text(page)), ("vault", .text(vault)), ("shell", .text(grant.shell)),
            ("title", .text(launch.title)),
            ("async", .raw(isAsync ? "true" : "false")),
            ("href", .text(launch.href)), ("lang", .text(language.rawValue)),
            ("words", .raw(JSONText.object(words.sorted { $0.0 < $1.0 }))), ("table", .raw(launch.table)),
            ("launch", .raw(launch.json)),
        ])
        var html = HTML(markup: "<!DOCTYPE html>\n")
        html.open("html", ("lang", language.rawValue))
        html.tag("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
        html.element("title", launch.title)
        html.tag("<link rel=\"stylesheet\" href=\"/player/player.css\">")
        html.tag("</head><body><p id=\"status\" role=\"status\"></p><main id=\"stage\"></main>")
        html.tag("<script type=\"application/json\" id=\"state\">")
        var text = html.description
        text += state.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
        return text + "</script><script type=\"module\" src=\"/player/player.mjs\"></script></body></html>\n"
    }

    /// A page of the content origin that says one thing.
    static func notice(_ title: Sentence, _ what: Sentence, _ language: Language) -> String {
        var html = HTML(markup: "<!DOCTYPE html>\n")
        html.open("html", ("lang", language.rawValue))
        html.tag("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
        html.element("title", title.text(language))
        html.tag("<link rel=\"stylesheet\" href=\"/player/player.css\"></head><body class=\"notice\"><main>")
        html.element("h1", title.text(language))
        html.element("p", what.text(language))
        html.tag("</main></body></html>\n")
        return html.description
    }
}
