import Assessment
import CourseModel
import Packaging
import Testing

@Suite("Reading a quiz")
struct QuizReaderTests {
    private func read(_ text: String) -> (quiz: Quiz?, findings: [Finding]) {
        readQuiz(Array(text.utf8), file: "quizzes/q.md")
    }

    @Test("the quiz of module 1 is read without a finding")
    func moduleOne() throws {
        let (quiz, findings) = read(moduleOneQuiz)
        #expect(findings.places == [])
        let read = try #require(quiz)
        #expect(read.title == "Quiz du module 1")
        #expect(read.mastery == Measure(0.8))
        #expect(read.attempts == 3)
        #expect(read.items.map(\.id) == ["m1-q1", "m1-q3", "m1-q5", "m1-q6"])
        #expect(read.items.map(\.objective) == ["O1.3", "O1.4", "O1.4", "O1.3"])
        #expect(read.maxScore == 6)
        #expect(tree(read.items[0].prompt).hasPrefix("p Une communauté"))
        #expect(tree(read.items[1].prompt).hasSuffix("\np Plusieurs réponses."))
    }

    @Test(
        "every answer of module 1 earns its points and meets its feedback",
        arguments: [
            ("m1-q1", ["A"], 0.0, "p Le texte exige un montant *supérieur* au seuil ; l'égalité ne suffit pas."),
            ("m1-q1", ["B"], 1, "p Exact : L. 2111-3 combiné à D. 2111-3. Elle peut adopter un schéma volontaire."),
            ("m1-q1", ["C"], 0, "p La population n'est pas un critère ; c'est une confusion fréquente."),
            ("m1-q1", ["D"], 0, "p C'est l'inverse : l'État a été ajouté en 2023 à une liste déjà large."),
            ("m1-q3", ["A", "D"], 1, "p Oui, 2e alinéa.\np Oui, 3e alinéa."),
            (
                "m1-q3", ["A", "B", "C", "D", "F"], 1.5,
                "p Oui, 2e alinéa.\np Oui, 2e alinéa.\np Oui, 2e alinéa.\np Oui, 3e alinéa.\n"
                    + "p Aucun avis de ce type n'est prévu par L. 2111-3."
            ),
            (
                "m1-q3", ["E"], 0, "p Le texte ne fixe aucune durée ; à vous de la choisir et de la justifier."
            ),
            ("m1-q5", ["article L. 2111-3"], 1, ""), ("m1-q5", ["l2111-3"], 1, ""), ("m1-q5", ["L.2111-3"], 1, ""),
            (
                "m1-q5", ["d2111-3"], 0,
                "p C'est l'article réglementaire qui fixe le *montant* ; l'obligation est à L. 2111-3."
            ),
            ("m1-q5", ["L. 2111-1"], 0, "p L. 2111-1 traite de la définition du besoin."),
            ("m1-q5", ["L2112-2"], 0, "p L. 2112-2 traite des conditions d'exécution."),
            (
                "m1-q5", ["R. 2152-7"], 0,
                "p Cherchez dans la section « Schéma de promotion des achats responsables »."
            ),
            ("m1-q6", ["47,3"], 2, calculation), ("m1-q6", ["47.35"], 2, calculation),
            ("m1-q6", ["48,5"], 0, "p Vous avez oublié d'exclure les marchés du livre V.\n" + calculation),
            ("m1-q6", ["59,3"], 0, "p Les subventions ne sont pas des marchés.\n" + calculation),
            ("m1-q6", ["60,5"], 0, "p Les subventions ne sont pas des marchés.\n" + calculation),
            ("m1-q6", ["85,3"], 0, payroll), ("m1-q6", ["86,5"], 0, payroll), ("m1-q6", ["97,3"], 0, payroll),
            ("m1-q6", ["98,5"], 0, payroll),
            (
                "m1-q6", ["12"], 0,
                "p Additionnez les trois postes de marchés puis retirez le livre V.\n" + calculation
            ),
        ] as [(String, [String], Double, String)])
    func moduleOneAnswers(id: String, answer: [String], score: Double, feedback: String) throws {
        let quiz = try #require(read(moduleOneQuiz).quiz)
        let item = try #require(quiz.items.first { $0.id == id })
        let outcome = try item.outcome(of: Response(answer))
        #expect(outcome.score == score)
        #expect(tree(outcome.feedback) == feedback)
    }

    static let calculation = "p Calcul : 21,4 + 9,8 + 17,3 = 48,5 ; 48,5 − 1,2 = 47,3."
    static let payroll =
        "p La masse salariale ne compte pas (et les subventions non plus).\n" + calculation

    @Test("the correct response of every question earns all points")
    func correctResponses() throws {
        for item in try #require(read(moduleOneQuiz).quiz).items {
            #expect(try item.outcome(of: item.interaction.correctResponse).isCorrect)
        }
    }

    @Test(
        "an error in a question leaves it out, and says where",
        arguments: [
            ("## q {#a}\n- ( ) a\n- ( ) b", "QUI012@2"), ("## q {#a}\n- (x) a\n- (x) b", "QUI013@2"),
            ("## q {#a}\n- (x) a\n- [x] b", "QUI014@3"), ("## q {#a}\n- (y) a\n- (x) b", "QUI015@2"),
            ("## q {#a}\n-( ) a\n- (x) b", "QUI015@2"), ("## q {#a}\n- ( )a\n- (x) b", "QUI015@2"),
            ("## q {#a}\n- ( )\n- (x) b", "QUI016@2"), ("## q {#a}\n- ( ) a\n\n  b\n- (x) b", "QUI016@2"),
            ("## q {#a}\n- ( ) a\n> non\n- (x) b", "QUI017@3"), ("## q {#a}\n- ( ) a\n\n> non\n- (x) b", "QUI017@4"),
            ("## q {#a}\n- ( ) a\n- (x) b\n> non", "QUI017@4"), ("## q {#a}\n- ( ) a\nb\n- (x) b", "QUI018@3"),
            ("## q {#a}\n- ( ) a\n  > b\n  c\n- (x) b", "QUI018@4"), ("## q {#a}\n- (x) a\n- ( ) b\n= c", "QUI021@4"),
            ("## q {#a}\n= c\n= d", "QUI021@3"), ("## q {#a}\n= c\n- (x) d", "QUI021@3"),
            ("## q {#a}\n= c |", "QUI022@2"), ("## q {#a}\n= 47 ± M€", "QUI020@2"), ("## q {#a}\n= 4 ± -1", "QUI020@2"),
            ("## q {#a}\n= ± 1", "QUI020@2"), ("## q {#a}\n= 4 ± 0,1 M€", "QUI020@2"),
            ("## q {#a}\n= 4\n> 5 M€ : non", "QUI023@3"), ("## q {#a}\n= 4\n> 5 | x : non", "QUI023@3"),
            ("## q {#a}\n= 4\n\nfin", "QUI018@4"), ("## q\n= 4", "QUI006@1"), ("## q {#é}\n= 4", "QUI006@1"),
            ("## q {#a points=0}\n= 4", "QUI008@1"), ("## q {#a points=-1}\n= 4", "QUI008@1"),
            ("## q {#a points=inf}\n= 4", "QUI008@1"), ("## {#a}\n= 4", "QUI010@1"), ("## q {#a}\ntexte", "QUI011@1"),
            ("## q {#a}\n1. un\n2. deux", "QUI019@1"), ("## q {#a}\n| a | b |\n|---|---|\n| c | d |", "QUI019@1"),
            ("## q {#a}\nLe {{mot|nom}}.", "QUI019@1"), ("## q {#a}\n=", "QUI019@1"),
            ("## q {#a}\n- (0) rien\n- (1) un peu\n- (NSP)", "QUI019@1"),
        ])
    func refusedQuestions(text: String, place: String) throws {
        let (quiz, findings) = read("# T\n\n" + text + "\n\n## bon {#z}\n= 1\n")
        let finding = try #require(findings.first)
        let parts = place.split(separator: "@")
        #expect(finding.code == parts[0])
        #expect(finding.line == Int(parts[1]).map { $0 + 2 })
        #expect(finding.severity == .error)
        #expect(findings.count == 1)
        #expect(quiz?.items.map(\.id) == ["z"])
    }

    @Test(
        "what is odd is noted and kept",
        arguments: [
            ("## q {#a couleur=bleu}\n= 4", ["QUI009@3"]), ("## q {#a}\n- (x) seul", ["QUI025@4"]),
            ("## q {#a}\n= 4\n> 4,0 : juste", ["QUI024@5"]), ("## q {#a}\n= L1\n> l. 1 : juste", ["QUI024@5"]),
            ("## q {#a}\n= L1\n> a : b\n> A : c", ["QUI024@6"]), ("## q {#a}\n= 1\n> * : b\n> * : c", ["QUI024@6"]),
            ("## q {#a}\n= 4\n> 5 :", ["QUI027@5"]), ("## q {#a}\n- ( ) a\n  >\n- (x) b", ["QUI027@5"]),
            ("## q {#a}\n= 4\n> <b>", ["LES009@5"]),
        ] as [(String, [String])])
    func warnings(text: String, places: [String]) {
        let (quiz, findings) = read("# T\n\n" + text)
        #expect(findings.places == places)
        #expect(quiz?.items.count == 1)
    }

    @Test(
        "the front matter of a quiz",
        arguments: [
            ("mastery: 80 %", 0.8, nil, []), ("mastery: 80\u{A0}%", 0.8, nil, []), ("mastery: 0.8", 0.8, nil, []),
            ("mastery: \"0,75\"", 0.75, nil, []), ("mastery: 100%", 1, nil, []), ("attempts: 3", nil, 3, []),
            ("mastery: 80", nil, nil, ["QUI002@3"]), ("mastery: 0", nil, nil, ["QUI002@3"]),
            ("mastery: 120 %", nil, nil, ["QUI002@3"]), ("mastery: nan", nil, nil, ["QUI002@3"]),
            ("attempts: 0", nil, nil, ["QUI003@3"]), ("attempts: 2,5", nil, nil, ["QUI003@3"]),
            ("attempts: 99999999999999999999", nil, nil, ["QUI003@3"]), ("pools: 2", nil, nil, ["QUI004@3"]),
            ("variables: {a: 1}", nil, nil, ["QUI004@3"]), ("auteur: x", nil, nil, ["LES004@3"]),
            ("mastery: [1]", nil, nil, ["LES005@3"]),
        ] as [(String, Double?, Int?, [String])])
    func frontMatter(line: String, mastery: Double?, attempts: Int?, places: [String]) {
        let (quiz, findings) = read("---\ntitle: T\n\(line)\n---\n## q {#a}\n= 4\n")
        #expect(findings.places == places)
        #expect(quiz?.mastery?.value == mastery)
        #expect(quiz?.attempts == attempts)
    }

    @Test("an identifier is used once")
    func repeated() {
        let (quiz, findings) = read("# T\n\n## q {#a}\n= 4\n\n## r {#a}\n= 5\n")
        #expect(findings.places == ["QUI007@6"])
        #expect(quiz?.items.count == 1)
    }

    @Test(
        "a file without a question is no quiz",
        arguments: [
            ("", ["LES007@1", "QUI001@-"]), ("# T\n\ntexte", ["QUI005@1", "LES007@1", "QUI001@-"]),
            ("```\n## q {#a}\n= 4\n```", ["QUI005@1", "LES007@1", "QUI001@-"]),
        ] as [(String, [String])])
    func noQuestion(text: String, places: [String]) {
        let (quiz, findings) = read(text)
        #expect(findings.places == places)
        #expect(quiz == nil)
    }

    @Test("marks of Markdown in an option or an answer stay text")
    func literalMarks() throws {
        let text =
            "# T\n\n## q {#a}\n- ( ) > 50 M€\n- (x) 1. Loi **ESS**\n- ( ) # [a](b.md)\n\n## r {#b}\n= a_b_c | *d* | e\\|f\n"
        let (quiz, findings) = read(text)
        #expect(findings.places == [])
        guard case .choice(let choice)? = quiz?.items[0].interaction,
            case .textEntry(let entry)? = quiz?.items[1].interaction
        else {
            Issue.record("not read")
            return
        }
        #expect(
            choice.options.map { tree([.paragraph($0.text)]) } == [
                "p > 50 M€", "p 1. Loi **ESS**", "p # [a](quizzes/b.md)",
            ])
        #expect(entry.accepted == ["a_b_c", "*d*", "e|f"])
    }

    @Test(
        "numbers of the key, as French and English write them",
        arguments: [
            ("47,3 ± 0,05", 47.3, 0.05), ("47.3 +/- 0.05", 47.3, 0.05), ("47,3+-1", 47.3, 1),
            ("1 500 000", 1_500_000, 0),
            ("−2 ± 0", -2, 0), ("12\u{A0}000 ± 1\u{202F}000", 12_000, 1000),
        ])
    func numbers(text: String, value: Double, tolerance: Double) {
        let (quiz, findings) = read("# T\n\n## q {#a}\n= \(text)\n")
        #expect(findings.places == [])
        #expect(quiz?.items.first?.interaction == .numericEntry(NumericEntry(value: value, tolerance: tolerance)))
    }

    @Test("a sentence with a colon is no typical error; a leading colon makes any feedback general")
    func generalFeedback() {
        let text = """
            # T

            ## q {#a}
            = L1

            > Relisez le deuxième alinéa de cet article de loi : il répond.

            > : Attention : il y a deux lois.
            """
        let (quiz, findings) = read(text)
        #expect(findings.places == [])
        #expect(quiz?.items.first?.interaction == .textEntry(TextEntry(accepted: ["L1"])))
        #expect(
            tree(quiz?.items.first?.generalFeedback ?? [])
                == "p Relisez le deuxième alinéa de cet article de loi : il répond.\np Attention : il y a deux lois.")
    }

    @Test("every finding speaks French and English and has a cure")
    func sentences() {
        let (_, findings) = read("## {#é}\n- ( ) a\n\n## q {#a}\n1. a\n\n## r\n= 1 ± x")
        #expect(findings.count >= 4)
        for finding in findings {
            for sentence in [finding.message, finding.cure] {
                #expect(!sentence.french.isEmpty && !sentence.english.isEmpty && sentence.french != sentence.english)
            }
        }
    }
}
