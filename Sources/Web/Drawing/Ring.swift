internal import CourseModel

/// A score as a ring with its figure in the middle, and a mark where one passes.
struct Ring {
    private(set) var html = HTML()

    /// `part` from 0 to 1.
    init(_ part: Double, mastery: Double?, _ language: Language) {
        let around = 314.159
        let shown = max(0, min(1, part))
        html.open(
            "svg", ("viewBox", "0 0 120 120"), ("role", "img"), ("aria-label", Words.percent(shown).text(language)))
        html.tag("<circle class=\"track\" cx=\"60\" cy=\"60\" r=\"50\" fill=\"none\" stroke-width=\"11\"/>")
        html.open(
            "circle", ("class", "arc"), ("cx", "60"), ("cy", "60"), ("r", "50"), ("fill", "none"),
            ("stroke-width", "11"), ("stroke-dasharray", "\(Int(shown * around)) 999"),
            ("transform", "rotate(-90 60 60)"))
        html.tag("</circle>")
        if let mastery {
            html.open(
                "path", ("class", "mark"), ("d", "M60 1v16"), ("stroke-width", "2.5"),
                ("transform", "rotate(\(Int(mastery * 360)) 60 60)"))
            html.tag("</path>")
        }
        html.element("text", Words.percent(shown).text(language), ("x", "60"), ("y", "69"))
        html.tag("</svg>")
    }
}

/// How far one is among pages or questions: one bar each.
struct Dots {
    private(set) var html = HTML()

    init(done: (Int) -> Bool, here: Int?, of count: Int) {
        for place in 0..<min(count, 60) {
            html.open("li", ("class", place == here ? "here" : done(place) ? "done" : nil))
            html.tag("</li>")
        }
    }
}
