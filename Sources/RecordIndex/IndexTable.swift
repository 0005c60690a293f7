/// A table of the index: its columns, and a checksum in the last one. No table holds a name, login or answer.
struct IndexTable: Sendable {
    let name: String
    /// Name and type of each column.
    let columns: [(name: String, type: String)]
    /// How many columns, the first ones, name a row.
    let keyColumns: Int

    /// The number of the layout; a file of another one is made anew.
    static let layout: Int64 = 1

    /// One row an enrolment, with the fields of the completion record that are no names, and the state of its journal
    /// when it was read.
    static let enrolments = IndexTable(
        name: "enrolment",
        columns: [
            ("apprenant_id", "TEXT"), ("dossier", "TEXT"), ("cours_code", "TEXT"), ("cours_titre", "TEXT"),
            ("cours_version", "TEXT"), ("premier_acces", "INTEGER"), ("dernier_acces", "INTEGER"),
            ("complete_le", "INTEGER"), ("duree_realisee_s", "INTEGER"), ("unites_total", "INTEGER"),
            ("unites_satisfaites", "INTEGER"), ("completion", "TEXT"), ("reussite", "TEXT"),
            ("score_scaled", "REAL"), ("score_brut", "REAL"), ("score_max", "REAL"), ("mastery_score", "REAL"),
            ("tentatives", "INTEGER"), ("provenance", "TEXT"), ("activite", "TEXT"), ("n", "INTEGER"), ("h", "TEXT"),
            ("octets", "INTEGER"), ("modifie_ns", "INTEGER"),
        ], keyColumns: 2)

    /// One row an enrolment and activity that was attempted.
    static let activities = IndexTable(
        name: "activity",
        columns: [
            ("apprenant_id", "TEXT"), ("dossier", "TEXT"), ("rang", "INTEGER"), ("cours_code", "TEXT"),
            ("activite", "TEXT"), ("titre", "TEXT"), ("etat", "TEXT"), ("tentatives", "INTEGER"),
            ("dernier_acces", "INTEGER"),
        ], keyColumns: 3)

    /// One row an enrolment and question that was answered.
    static let questions = IndexTable(
        name: "question",
        columns: [
            ("apprenant_id", "TEXT"), ("dossier", "TEXT"), ("rang", "INTEGER"), ("cours_code", "TEXT"),
            ("activite", "TEXT"), ("question", "TEXT"), ("reponses", "INTEGER"), ("justes", "INTEGER"),
            ("fausses", "INTEGER"),
        ], keyColumns: 3)

    /// Who made the file.
    static let maker = IndexTable(name: "maker", columns: [("program", "TEXT")], keyColumns: 1)

    static let all = [enrolments, activities, questions, maker]

    var order: String { columns.prefix(keyColumns).map(\.name).joined(separator: ", ") }

    var creation: String {
        let cells = columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
        return "CREATE TABLE \(name) (\(cells), somme INTEGER, PRIMARY KEY (\(order))) WITHOUT ROWID"
    }

    /// Reports ask for one course.
    var courseIndex: String? {
        guard columns.contains(where: { $0.name == "cours_code" }) else { return nil }
        return "CREATE INDEX \(name)_cours ON \(name) (cours_code)"
    }

    var insertion: String {
        "INSERT OR REPLACE INTO \(name) VALUES (\(columns.map { _ in "?, " }.joined())?)"
    }
}
