import CourseModel
import Records
import Testing

@Suite("Completion records as files")
struct RecordsTests {
    private func record(lastName: String = "Noël", score: Double? = 0.875) -> CompletionRecord {
        CompletionRecord(
            recordID: "r-1", learnerID: "l1", lastName: lastName, firstName: "Inès", organizationName: "Ville \"X\"",
            courseCode: "SPASER", courseTitle: "Mission SPASER", courseVersion: "ceb8",
            firstAccess: Instant(milliseconds: 0), lastAccess: Instant(milliseconds: 1000), completedAt: nil,
            durationSeconds: 61, unitsTotal: 18, unitsDone: 1, completion: "incomplete", success: "unknown",
            scoreScaled: score, scoreRaw: 7, scoreMax: 8, masteryScore: nil, attempts: 1, provenance: "moteur")
    }

    @Test("CSV: the names of the contract, a semicolon, a decimal comma, ISO moments, empty for unknown")
    func csv() {
        let names =
            "record_id;apprenant_id;nom;prenom;organisme_nom;cours_code;cours_titre;cours_version;premier_acces;"
            + "dernier_acces;complete_le;duree_realisee_s;unites_total;unites_satisfaites;completion;reussite;"
            + "score_scaled;score_brut;score_max;mastery_score;tentatives;provenance"
        let row =
            #""r-1";"l1";"Noël";"Inès";"Ville ""X""";"SPASER";"Mission SPASER";"ceb8";"1970-01-01T00:00:00.000Z";"#
            + #""1970-01-01T00:00:01.000Z";;61;18;1;"incomplete";"unknown";0,875;7,0;8,0;;1;"moteur""#
        let expected = "\(names)\r\n\(row)\r\n"
        #expect([record()].csv == expected)
    }

    @Test(
        "no cell begins like a formula",
        arguments: ["=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"])
    func formulas(name: String) {
        let shown = String(String.UnicodeScalarView(name.unicodeScalars.map { $0.isCommand ? " " : $0 }))
        #expect([record(lastName: name)].csv.contains(";\"'\(shown)\";"))
    }

    @Test("a quotation mark with a combining accent closes no cell, and no escape goes out")
    func marks() {
        let text = [record(lastName: "q\"\u{301};=1\u{1B}[31m\u{202E}")].csv
        #expect(text.contains(";\"q\"\"\u{301};=1 [31m \";"))
    }

    @Test("JSON: the same fields, null for unknown, nothing raw that could break a line")
    func json() {
        let text = [record(lastName: "a\"b\\c\u{2028}\u{1B}", score: nil)].json(cursor: "c")
        #expect(text.hasPrefix("{\"cursor\":\"c\",\"records\":[{\"record_id\":\"r-1\""))
        #expect(text.contains("\"nom\":\"a\\\"b\\\\c\\u2028\\u001b\""))
        #expect(text.contains("\"score_scaled\":null"))
        #expect(text.hasSuffix("]}\n"))
    }
}
