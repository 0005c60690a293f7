internal import CourseHost
internal import CourseModel
internal import Hummingbird
internal import Learning

extension Call {
    /// `GET /search?q=`: titles and the text of lessons, a page a result.
    func search() async throws -> Response {
        let asked = String((query["q"] ?? "").prefix(200))
        var values: [String: Any] = ["q": asked, "at": ["search": true]]
        let words = SearchWords(asked)
        guard !words.isEmpty else { return page("search", say(Words.all["searchTitle"]), values) }
        let learner = try await learner()
        var found: [[String: Any]] = []
        for edition in try await campus.offered() {
            let pages = shell.index.pages(of: edition)
            let hits = pages.compactMap { page in words.find(in: page).map { (page, $0) } }
            guard !hits.isEmpty else { continue }
            let outline = try await outline(of: edition, learner)
            for (page, excerpt) in hits.prefix(50 - min(50, found.count)) {
                var row: [String: Any] = [
                    "title": page.title, "course": edition.courseware.course.title, "excerpt": excerpt.description,
                    "language": edition.courseware.course.language ?? language.rawValue,
                ]
                let entry = outline[page.activity]
                row["path"] = Call.path(of: edition.id) + (entry.map { "#\($0.anchor)" } ?? "")
                row["state"] = entry.map { say($0.words) }
                found.append(row)
            }
        }
        values["found"] = found
        values["summary"] = say(Words.found(found.count))
        return page("search", "\(asked) – \(say(Words.all["searchTitle"]))", values)
    }

    private func outline(of edition: CourseEdition, _ learner: Learner?) async throws -> [ActivityID: OutlineEntry] {
        let standing: Standing
        if let learner, let desk = try await campus.desk(of: learner, in: edition.id) {
            standing = try await desk.standing()
        } else {
            standing = await campus.untouched(edition)
        }
        return Dictionary(standing.view.outline.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Words {
    fileprivate static func found(_ count: Int) -> Sentence {
        switch count {
        case 0: Sentence(fr: "Aucune page trouvée. Essayez avec moins de mots.", en: "No page found. Try fewer words.")
        case 1: Sentence(fr: "1 page trouvée.", en: "1 page found.")
        case 50...: Sentence(fr: "Les 50 premières pages trouvées.", en: "The first 50 pages found.")
        default: Sentence(fr: "\(count) pages trouvées.", en: "\(count) pages found.")
        }
    }
}
