import CourseModel
import Learning

extension Drawing {
    /// Why a step is locked, what opens it, and which key leads there.
    ///
    /// `title` names the step; without it, what was asked for is not possible now.
    func whyScreen(_ view: SessionView, title: String?, lock: Lock) -> Screen {
        var body: [Line] = []
        if let title { body += paragraph(title, .bold) + [.empty] }
        let sign = isPlain ? Line.empty : Line("⊘ ", .warning)
        body += hang(sign, width: min(width, 82)) { paragraph(say(lock.sentence), width: $0) } + [.empty]
        let steps = lock.wayOut.prefix(9)
        if steps.isEmpty {
            body += paragraph(Words.noWayOut, .dim)
        } else {
            body += paragraph(Words.wayOut)
            for (place, id) in steps.enumerated() {
                body += hang(Line([Span("  \(place + 1)  ", .bold)]), width: width) {
                    paragraph(view.title(of: id), width: $0)
                }
            }
        }
        let keys =
            steps.isEmpty ? [] : [KeyHint(steps.count == 1 ? "1" : "1–\(steps.count)", Words.open)]
        return Screen(
            header: header(view, say(title == nil ? Words.notNow : Words.why)), body: body,
            footer: footer(
                special: keys,
                sentences: (steps.isEmpty ? [] : [Words.numberOpens(steps.count)]) + [Words.enterAloneReturns],
                [.back, .map, .help, .quit]))
    }
}

extension SessionView {
    /// What the map calls an activity; its name where the map hides it.
    func title(of id: ActivityID) -> String {
        guard let entry = outline.first(where: { $0.id == id }), !entry.title.isEmpty else { return id.text }
        return entry.title
    }
}
