internal import CourseModel
internal import Learning

/// The map of the path: a line of stations, one a part of the course, with the steps of each as stops along a branch.
/// Every station and stop is a link to its place in the list below.
struct PathFigure {
    private(set) var html = HTML()

    init(_ outline: [OutlineEntry], _ language: Language) {
        let entries = outline.filter { $0.depth > 0 }
        let top = entries.map(\.depth).min() ?? 1
        var parts: [(station: OutlineEntry, stops: [OutlineEntry])] = []
        for entry in entries {
            if entry.depth == top || parts.isEmpty {
                parts.append((entry, []))
            } else if entry.isLeaf {
                parts[parts.count - 1].stops.append(entry)
            }
        }
        for (number, part) in parts.enumerated() { draw(part.station, part.stops, number + 1, language) }
    }

    private mutating func draw(_ station: OutlineEntry, _ stops: [OutlineEntry], _ number: Int, _ language: Language) {
        let look = stops.contains(where: \.isCurrent) ? Look.here : station.look
        html.open("li", ("class", look.rawValue))
        link(to: station, look, "station", language) { html in
            if look == .done || look == .locked || look == .failed {
                html.append(look.icon)
            } else {
                html.text("\(number)")
            }
        }
        html.tag("<div class=\"line-body\">")
        html.element("p", station.title, ("class", "line-title"))
        if !stops.isEmpty {
            html.tag("<ul class=\"stops\">")
            for stop in stops {
                html.open("li", ("class", stop.look.rawValue))
                link(to: stop, stop.look, "stop", language) { html in html.append(stop.look.icon) }
                html.element("span", stop.title, ("class", "stop-name"), ("aria-hidden", "true"))
                html.tag("</li>")
            }
            html.tag("</ul>")
        }
        html.tag("</div></li>\n")
    }

    private mutating func link(
        to entry: OutlineEntry, _ look: Look, _ shape: String, _ language: Language, draw: (inout HTML) -> Void
    ) {
        let words = "\(entry.title) – \(entry.words.text(language))"
        html.open(
            "a", ("class", shape == "stop" ? "stop \(look.rawValue)" : "station"), ("href", "#\(entry.anchor)"),
            ("aria-label", words), ("title", words), ("aria-current", entry.isCurrent ? "step" : nil))
        draw(&html)
        html.tag("</a>")
    }

    /// What the pictures of the figure mean.
    static func key(_ language: Language) -> HTML {
        var html = HTML()
        for look in Look.allCases {
            html.tag("<li>")
            html.open("span", ("class", "stop \(look.rawValue)"))
            html.append(look.icon)
            html.tag("</span>")
            html.text(look.meaning.text(language))
            html.tag("</li>")
        }
        return html
    }
}
