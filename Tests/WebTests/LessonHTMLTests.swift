import CourseModel
import Testing

@testable import Web

struct LessonHTMLTests {
    private func html(_ blocks: [Block], _ language: Language = .french) -> String {
        var drawing = LessonHTML(files: "/f", language: language)
        return drawing.blocks(blocks).description
    }

    @Test("A word of the glossary opens its meaning by a button, the same for each time it stands there")
    func glossary() {
        let blocks: [Block] = [
            .paragraph([
                .term([.text("ESAT")], meaning: "Un <établissement>"), .text(", "), .term([.text("EA")], meaning: "B"),
            ]),
            .list(start: nil, items: [[.quote([.paragraph([.term([.text("EA")], meaning: "B")])])]]),
        ]
        var drawing = LessonHTML(files: "/f", language: .french)
        drawing.glossary = Glossary(of: blocks)
        let text = drawing.blocks(blocks).description
        #expect(text.contains(#"popovertarget="term-0">ESAT</button>, <button"#))
        #expect(text.split(separator: #"popovertarget="term-1""#).count == 3)
        let meanings = drawing.meanings().description
        #expect(meanings.contains("<strong>ESAT</strong>\u{A0}: Un &lt;établissement&gt;"))
        #expect(meanings.split(separator: "popover=").count == 3)
    }

    @Test("A quotation is one, in paragraphs")
    func quotation() {
        let drawn = html([.quote([.paragraph([.text("Ce schéma est rendu public.")])])])
        #expect(drawn == "<blockquote><p>Ce schéma est rendu public.</p>\n</blockquote>\n")
    }

    @Test("Where no meaning can open it stands behind its word")
    func glossaryInline() {
        #expect(html([.paragraph([.term([.text("EA")], meaning: "B < C")])]) == "<p>EA (B &lt; C)</p>\n")
    }

    @Test(
        "Text of anybody stays text",
        arguments: ["<script>alert(1)</script>", "\"onload='x'", "a & b", "\u{202E}x", "\u{1}"])
    func escapes(text: String) {
        for block in [
            Block.paragraph([.text(text)]), .code(language: text, text), .callout(kind: .exemple, title: text, []),
            .image(path: text, alternative: text, title: text), .heading(level: 1, [.code(text)]),
            .paragraph([.term([.text(text)], meaning: text)]),
            .table(Table(alignments: [.leading], header: [[.text(text)]], rows: [[[.text(text)]]])),
        ] {
            let drawn = html([block])
            #expect(!drawn.contains("<script") && !drawn.contains("\"onload") && !drawn.contains("\u{202E}"))
            #expect(!drawn.contains("\u{1}") && !drawn.contains(" & "))
        }
    }

    @Test(
        "A link leads to a page or a letter, never to a script",
        arguments: ["javascript:alert(1)", "data:text/html,x", "//x", "x"])
    func links(destination: String) {
        #expect(html([.paragraph([.link(destination: destination, [.text("ici")])])]) == "<p>ici</p>\n")
    }

    @Test("Headings never skip a level, whatever the author wrote")
    func headings() {
        let drawn = html([1, 4, 4, 2, 6].map { .heading(level: $0, [.text("t")]) })
        #expect(drawn.matches(of: /<h(\d)>/).map { $0.1 } == ["2", "3", "4", "2", "3"])
    }

    @Test("A call-out says its kind in words")
    func callouts() {
        let drawn = html([.callout(kind: .attention, title: "Un piège", [.paragraph([.text("x")])])])
        #expect(drawn.contains("role=\"note\"") && drawn.contains("aria-label=\"Attention – Un piège\""))
        #expect(html([.callout(kind: .activite, title: nil, [])], .english).contains("Activity"))
    }

    @Test("A table names its columns, and scrolls alone")
    func tables() {
        let drawn = html([
            .table(
                Table(
                    alignments: [.leading, .trailing], header: [[], [.text("M€")]],
                    rows: [[[.text("a")], [.text("1")]]]))
        ])
        #expect(drawn.contains("<td></td><th scope=\"col\" class=\"trailing\">M€</th>"))
        #expect(drawn.contains("role=\"region\"") && drawn.contains("tabindex=\"0\""))
    }
}
