internal import CourseHost
internal import CourseModel
internal import Learning
internal import Synchronization

/// A page of a lesson, as a search looks at it.
struct SearchPage: Sendable {
    var activity: ActivityID
    /// Of the lesson and of the page.
    var title: String
    var text: [Unicode.Scalar]
    /// The same, accents and capitals taken away, scalar by scalar.
    var folded: [Unicode.Scalar]
}

/// The text of lessons by version, made when it is first searched. A class, because all requests share it.
final class SearchIndex: Sendable {
    private let known = Mutex<[String: [SearchPage]]>([:])

    /// Every page of every lesson of a course. Questions are left out: a search must not tell their answers.
    func pages(of edition: CourseEdition) -> [SearchPage] {
        if let pages = known.withLock({ $0[edition.version] }) { return pages }
        var pages: [SearchPage] = []
        for activity in edition.courseware.course.organization.activities {
            guard case .lesson(let path) = activity.content, let lesson = edition.courseware.lessons[path] else {
                continue
            }
            for screen in lesson.screens {
                let (title, rest) = screen.blocks.headed(orElse: lesson.title)
                let text = Array((title + " — " + rest.plainText).unicodeScalars)
                pages.append(
                    SearchPage(
                        activity: activity.id, title: title == lesson.title ? title : "\(lesson.title) – \(title)",
                        text: text, folded: text.map(\.folded)))
            }
        }
        known.withLock { known in
            if known.count >= 100 { known = [:] }
            known[edition.version] = pages
        }
        return pages
    }
}

/// What somebody looks for: every word must be there.
struct SearchWords: Sendable {
    private let words: [[Unicode.Scalar]]

    /// The first ten words of two letters or more.
    init(_ text: String) {
        words = text.split(whereSeparator: \.isWhitespace).filter { $0.count >= 2 }.prefix(10)
            .map { $0.unicodeScalars.map(\.folded) }
    }

    var isEmpty: Bool { words.isEmpty }

    /// Where the words stand in a page, with them marked; `nil` when one is not there.
    func find(in page: SearchPage) -> HTML? {
        var places: [Range<Int>] = []
        for word in words {
            guard let place = SearchWords.place(of: word, in: page.folded) else { return nil }
            places.append(place)
        }
        let first = places.map(\.lowerBound).min() ?? 0
        let start = page.text[..<max(0, first - 80)].lastIndex(of: " ").map { $0 + 1 } ?? 0
        let end = min(page.text.count, first + 180)
        var html = HTML()
        if start > 0 { html.text("… ") }
        var from = start
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound })
        where place.lowerBound >= from && place.upperBound <= end {
            html.text(String(String.UnicodeScalarView(page.text[from..<place.lowerBound])))
            html.element("mark", String(String.UnicodeScalarView(page.text[place])))
            from = place.upperBound
        }
        html.text(String(String.UnicodeScalarView(page.text[from..<end])))
        if end < page.text.count { html.text(" …") }
        return html
    }

    private static func place(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Range<Int>? {
        guard let head = word.first, text.count >= word.count else { return nil }
        for start in 0...(text.count - word.count) where text[start] == head {
            if text[start..<start + word.count].elementsEqual(word) { return start..<start + word.count }
        }
        return nil
    }
}

extension Unicode.Scalar {
    private static let bare: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = ["’": "'"]
        for (letter, accented) in [
            ("a", "àâäáãå"), ("c", "ç"), ("e", "éèêë"), ("i", "îïíì"), ("n", "ñ"), ("o", "ôöóòõ"), ("u", "ùûüú"),
            ("y", "ÿý"),
        ] as [(Unicode.Scalar, String)] {
            for scalar in accented.unicodeScalars { table[scalar] = letter }
        }
        return table
    }()

    /// Without capitals and the accents of French and its neighbours.
    var folded: Unicode.Scalar {
        let low = properties.lowercaseMapping.unicodeScalars.first ?? self
        return Unicode.Scalar.bare[low] ?? low
    }
}

extension [Block] {
    /// The text alone.
    var plainText: String {
        map { block in
            switch block {
            case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
            case .list(_, let items): items.map(\.plainText).joined(separator: " ")
            case .quote(let inside): inside.plainText
            case .callout(_, let title, let inside): [title ?? "", inside.plainText].joined(separator: " ")
            case .table(let table):
                ([table.header] + table.rows).map { $0.map(\.plainText).joined(separator: " ") }.joined(separator: " ")
            case .code(_, let text): text
            case .image(_, let alternative, _): alternative
            }
        }.joined(separator: " ")
    }
}
