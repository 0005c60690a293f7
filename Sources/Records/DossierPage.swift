internal import CourseModel

extension Dossier {
    /// The dossier as one HTML page in French and English that needs nothing else: no script, no font, no network.
    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Vos données de formation</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: bold; padding: .5rem 0; }
        th, td { border: 1px solid; padding: .25rem .5rem; text-align: left; vertical-align: top; }
        </style>
        </head>
        <body>
        <main>
        <h1>Vos données de formation <span lang="en">/ Your training data</span></h1>
        <p>Cette page se lit sans connexion. Les mêmes données, pour un programme\u{A0}: <code>etats.csv</code>, \
        <code>etats.json</code>\u{A0}; les journaux tels qu’ils sont tenus\u{A0}: <code>donnees/</code>. Les heures sont en UTC.</p>
        <p lang="en">This page needs no connection. The same data for a program: <code>etats.csv</code>, \
        <code>etats.json</code>; the journals as they are kept: <code>donnees/</code>. Times are in UTC.</p>
        \(table("Qui vous êtes", "Who you are", head: [], rows: profileRows))
        \(courses.map(section).joined())</main>
        </body>
        </html>

        """
    }

    private var profileRows: [[String]] {
        [[heading("Identifiant", "Identifier"), escaped(id)]]
            + profile.map { [heading($0.name.french, $0.name.english), escaped($0.value)] }
    }

    private func section(_ course: Course) -> String {
        let record = course.record
        let facts = record.fields.filter { !["nom", "prenom", "organisme_nom", "apprenant_id"].contains($0.name) }.map {
            ["<code>\($0.name)</code>", escaped($0.value.plain)]
        }
        let activities = course.activities.map {
            [escaped($0.title), escaped($0.status), "\($0.attempts)", $0.lastSeen?.description ?? ""]
        }
        let answers = course.answers.map {
            [$0.date.description, escaped($0.question), escaped($0.response), $0.score.map { "\($0)" } ?? ""]
        }
        return "<h2>\(escaped(record.courseTitle))</h2>\n"
            + table("État", "Record", head: [], rows: facts)
            + table(
                "Étapes", "Steps",
                head: [("Étape", "Step"), ("État", "State"), ("Tentatives", "Attempts"), ("Vu le", "Last seen")],
                rows: activities)
            + table(
                "Réponses", "Answers",
                head: [("Date", "Date"), ("Question", "Question"), ("Réponse", "Answer"), ("Points", "Points")],
                rows: answers)
    }

    /// A table; without `head`, the first cell of each row is its header. None where there is no row.
    private func table(
        _ french: String, _ english: String, head: [(String, String)], rows: [[String]]
    ) -> String {
        guard !rows.isEmpty else { return "" }
        let top = head.map { "<th scope=\"col\">\(heading($0.0, $0.1))</th>" }.joined()
        let body = rows.map { cells in
            let cells = cells.enumerated().map { place, cell in
                place == 0 && head.isEmpty ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
            }
            return "<tr>\(cells.joined())</tr>\n"
        }
        return "<div class=\"wide\" tabindex=\"0\"><table>\n<caption>\(heading(french, english))</caption>\n"
            + (top.isEmpty ? "" : "<thead><tr>\(top)</tr></thead>\n")
            + "<tbody>\n\(body.joined())</tbody>\n</table></div>\n"
    }

    private func heading(_ french: String, _ english: String) -> String {
        french == english ? french : "\(french) <span lang=\"en\">/ \(english)</span>"
    }

    /// Text that is no markup, and steers nothing.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.isCommand: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension CompletionRecord.Field {
    fileprivate var plain: String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .whole(let number): "\(number)"
        case .decimal(let number): "\(number)"
        }
    }
}
