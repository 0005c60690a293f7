internal import CourseModel
internal import Hummingbird

extension Call {
    /// `GET /accessibility`: the statement, made from the table of criteria.
    func accessibility() -> Response {
        let table = shell.pages.criteria
        let all = table.themes.flatMap(\.criteria)
        let automatic = all.count { !["author", "eye", "none"].contains($0.how) }
        let themes = table.themes.map { theme in
            [
                "name": "\(theme.number). \(say(theme.name.sentence))",
                "criteria": theme.criteria.enumerated().map { place, criterion in
                    [
                        "number": "\(theme.number).\(place + 1)", "text": say(criterion.text.sentence),
                        "level": criterion.level, "status": say(table.how[criterion.how]?.status.sentence),
                        "proof": say(table.how[criterion.how]?.proof.sentence),
                    ]
                },
            ] as [String: Any]
        }
        return page(
            "accessibility", say(Words.all["statementTitle"]),
            [
                "themes": themes, "at": ["accessibility": true],
                "summary": say(
                    Words.criteria(
                        all.count, automatic: automatic, byHand: all.count { $0.how == "eye" },
                        none: all.count { $0.how == "none" }, author: all.count { $0.how == "author" })),
            ])
    }
}

extension Words {
    fileprivate static func criteria(_ all: Int, automatic: Int, byHand: Int, none: Int, author: Int) -> Sentence {
        Sentence(
            fr:
                "Sur \(all) critères, \(automatic) sont vérifiés par des essais automatiques, \(byHand) ont été examinés à "
                + "la main, \(author) dépendent de l’auteur du cours et \(none) sont sans objet.",
            en: "Of \(all) criteria, \(automatic) are checked by automatic tests, \(byHand) were inspected by hand, "
                + "\(author) are up to the author of the course, and \(none) do not apply.")
    }
}
