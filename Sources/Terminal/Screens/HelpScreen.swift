import CourseModel
import Learning

extension Drawing {
    /// Every key or word, and the signs of the map.
    func helpScreen(_ view: SessionView) -> Screen {
        var body = paragraph(Words.helpIntro) + [.empty]
        let rows = isPlain ? typedRows : keyRows
        let column = (rows.map { $0.0.displayWidth }.max() ?? 0) + 2
        for (key, does) in rows {
            if isPlain {
                body += paragraph("\(key)\(colon)\(say(does)).")
            } else {
                body += hang(Line(key, .bold).padded(to: column), width: width) { paragraph(say(does), width: $0) }
            }
        }
        if !isPlain { body += [.empty] + paragraph(Words.signs, .bold) + legend }
        return Screen(
            header: header(view, say(Words.help)), body: body,
            footer: footer(sentences: [Words.enterAloneReturns], [.back, .map, .quit]))
    }

    private var keyRows: [(String, Sentence)] {
        [
            ("→  n  \(say(Words.spaceKey))", Words.helpNext), ("←  b", Words.helpBack), ("m", Words.helpMap),
            ("w", Words.helpWhy), ("↑ ↓  PgUp PgDn", Words.helpScroll), ("A B C…  1 2 3…", Words.helpAnswer),
            ("r", Words.helpRetry), ("h  ?  F1", Words.helpHelp), ("q  Ctrl-C", Words.helpQuit),
        ]
    }

    private var typedRows: [(String, Sentence)] {
        [
            ("suivant, next, n", Words.helpNext), ("retour, back, b", Words.helpBack),
            ("carte, map, m", Words.helpMap), ("pourquoi, why, w", Words.helpWhy),
            ("recommencer, retry, r", Words.helpRetry), ("aide, help, h, ?", Words.helpHelp),
            ("quitter, quit, q", Words.helpQuit),
        ]
    }
}
