import CourseModel
import Packaging
import Testing

@Suite("Reading a lesson")
struct LessonReaderTests {
    static let whole = """
        ---
        title: "Pourquoi un SPASER ?"
        objectives: [O1.1, O1.2 Situer les textes]
        duration: PT6M
        sources:
          - PORTAIL-106
          - F§1
        ---

        # Pourquoi un SPASER ?

        Un levier de *politique* **publique**,
        ~~hier~~ aujourd'hui : [texte](https://www.example.fr/a?b=1).\\
        Suite avec `code`.

        ::: exemple Nantes
        - un
        - deux

          suite
        :::

        ---

        ::: Activité
        > cité
        :::

        | An | Texte |
        |---:|:---:|
        | 2014 | loi ESS |
        | 2015 |

        ```swift extra
        ---
        ::: attention
        ```

        ![Frise](../media/frise%201.png "2014–2026")

        3. trois
        4. quatre
        """

    @Test("front matter, screens, call-outs and blocks come out as written")
    func golden() throws {
        let (lesson, findings) = readLesson(Array(Self.whole.utf8), file: "lessons/l1.md")
        #expect(findings.places == [])
        let read = try #require(lesson)
        #expect(read.title == "Pourquoi un SPASER ?")
        #expect(read.objectives.map(\.code) == ["O1.1", "O1.2"])
        #expect(read.objectives.map(\.text) == ["", "Situer les textes"])
        #expect(read.durationSeconds == 360)
        #expect(read.sources == ["PORTAIL-106", "F§1"])
        #expect(
            read.screens.map { tree($0.blocks) } == [
                """
                p Un levier de *politique* **publique**, ~~hier~~ aujourd'hui : \
                [texte](https://www.example.fr/a?b=1).⏎Suite avec `code`.
                exemple «Nantes»
                  list -
                    item
                      p un
                    item
                      p deux
                      p suite
                """,
                """
                activite «»
                  quote
                    p cité
                table trailing,center
                  An ¦ Texte
                  2014 ¦ loi ESS
                  2015 ¦ \n\
                code swift "---\\n::: attention\\n"
                image media/frise 1.png «Frise» «2014–2026»
                list 3
                  item
                    p trois
                  item
                    p quatre
                """,
            ])
    }

    @Test(
        "what cannot be kept is named with its line",
        arguments: [
            ("# T\n\n<b>gras</b>\n", ["LES009@3", "LES009@3"], "p <b>gras</b>"),
            ("# T\n\n<script>\nalert(1)\n</script>\n", ["LES009@3"], "p <script>\nalert(1)\n</script>"),
            ("# T\n\n[ES*US*](#glossaire \"Solidaire\") [x](#glossary 'Y')", [], "p [ES*US*: Solidaire] [x: Y]"),
            ("# T\n\na\n\n![](m.png)", ["LES010@5"], "p a\nimage lessons/m.png «» «»"),
            ("# T\n\n![x](../../m.png)", ["LES011@3"], "p x"),
            ("# T\n\n![x](https://example.fr/m.png)", ["LES011@3"], "p x"),
            ("# T\n\n![x](%2e%2e/%2e%2e/m.png)", ["LES011@3"], "p x"),
            ("# T\n\n![x](/etc/passwd)", ["LES011@3"], "p x"),
            ("# T\n\n![x](a%5Cb.png)", ["LES011@3"], "p x"),
            ("# T\n\n[x](javascript:alert(1))", ["LES012@3"], "p x"),
            ("# T\n\n[x](data:text/html,a)", ["LES012@3"], "p x"),
            ("# T\n\n[x](//example.fr)", ["LES012@3"], "p x"),
            ("# T\n\n[x](l2.md#a) [y](MAILTO:a@b.fr)", [], "p [x](lessons/l2.md#a) [y](MAILTO:a@b.fr)"),
            ("# T\n\n::: truc\na\n:::", ["LES015@3"], "p a"),
            ("# T\n\n::: exemple\na", ["LES016@4"], "exemple «»\n  p a"),
            ("# T\n\na\n:::\nb", ["LES017@4"], "p a\np b"),
            ("# T\n\na\n\n***\n\nb", ["LES019@5"], "p a\np b"),
            ("a", ["LES007@1"], "p a"),
            ("\u{FEFF}---\r\ntitle: T\r\n---\r\na\r\nb\r\n", [], "p a b"),
            ("---\ntitle: T\nduration: 6 min\n---\na", ["LES006@3"], "p a"),
            ("---\ntitle: T\nauteur: x\n---\na", ["LES004@3"], "p a"),
            ("---\ntitle: [a]\n---\n# T\n\na", ["LES005@2"], "p a"),
            ("---\ntitle: a : b\n---\n# T\n\na", ["LES003@2"], "p a"),
            ("---\ntitle: a\ntitle: b\n---\n# T\n\na", ["LES003@2"], "p a"),
            ("---\ntitle: T\n\na", ["LES003@1", "LES007@1"], "p title: T\np a"),
            ("# T\n\n::: exemple\n::: attention\na\n:::\n", ["LES016@4"], "exemple «»\nattention «»\n  p a"),
        ] as [(String, [String], String)])
    func findings(text: String, places: [String], expected: String) throws {
        let (lesson, findings) = readLesson(Array(text.utf8), file: "lessons/l1.md")
        #expect(findings.places == places)
        #expect(try tree(#require(lesson).screens.flatMap(\.blocks)) == expected)
    }

    @Test(
        "a break parts screens, in code it does not",
        arguments: [
            ("# T\n\na\n---\nb", ["LES018@4"], 2), ("# T\n\na\n\n---\n\n---\n\nb", ["LES021@5"], 2),
            ("# T\n\n~~~\n---\n~~~\n", [], 1), ("# T\n\n> ---\n", ["LES019@3"], 1), ("# T\n\na\n\n-----\n\nb", [], 2),
        ] as [(String, [String], Int)])
    func screens(text: String, places: [String], count: Int) throws {
        let (lesson, findings) = readLesson(Array(text.utf8), file: "l1.md")
        #expect(findings.places == places)
        #expect(lesson?.screens.count == count)
    }

    @Test(
        "a file that cannot be read is refused, not half read",
        arguments: [
            ([UInt8]("a\nb\u{E9}".utf8.dropLast()), ["LES001@2"]), ([], ["LES008@-"]),
            (Array("\n \n".utf8), ["LES008@-"]),
            (Array(repeating: 0x61, count: 256 * 1024 + 1), ["LES002@-"]),
        ] as [([UInt8], [String])])
    func unreadable(bytes: [UInt8], places: [String]) {
        let (lesson, findings) = readLesson(bytes, file: "lessons/l1.md")
        #expect(lesson == nil)
        #expect(findings.places == places)
        #expect(findings.allSatisfy { $0.severity == .error })
    }

    @Test(
        "durations of ISO 8601",
        arguments: [
            ("PT6M", 360), ("PT1H30M", 5400), ("P1DT1S", 86_401), ("PT", nil), ("P", nil), ("6M", nil), ("PT6", nil),
            ("PT5MT3S", nil), ("PT1M1H", nil), ("P400D", nil), ("PT99999999H", nil), ("P1Y", nil), ("PT-1M", nil),
        ] as [(String, Int64?)])
    func durations(text: String, seconds: Int64?) {
        let (lesson, _) = readLesson(Array("---\ntitle: T\nduration: \(text)\n---\na".utf8), file: "l.md")
        #expect(lesson?.durationSeconds == seconds)
    }
}
