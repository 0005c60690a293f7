/// Text that is HTML already: made from text that was escaped, and from markup that is ours.
struct HTML: Sendable, CustomStringConvertible {
    private(set) var description = ""

    init() {}

    /// Markup of ours, as it stands.
    init(markup: StaticString) { description = "\(markup)" }

    /// Markup of ours.
    mutating func tag(_ markup: StaticString) { description += "\(markup)" }

    /// Text of anybody.
    mutating func text(_ text: String) { HTML.escape(text, into: &description) }

    /// What was made elsewhere.
    mutating func append(_ other: HTML) { description += other.description }

    /// A start tag with attributes; a value of `nil` leaves its attribute out.
    mutating func open(_ name: StaticString, _ attributes: (StaticString, String?)...) { start(name, attributes) }

    /// The end tag.
    mutating func close(_ name: StaticString) { description += "</\(name)>" }

    /// An element around some text.
    mutating func element(_ name: StaticString, _ text: String, _ attributes: (StaticString, String?)...) {
        start(name, attributes)
        HTML.escape(text, into: &description)
        description += "</\(name)>"
    }

    private mutating func start(_ name: StaticString, _ attributes: [(StaticString, String?)]) {
        description += "<\(name)"
        for (attribute, value) in attributes {
            guard let value else { continue }
            description += " \(attribute)=\""
            HTML.escape(value, into: &description)
            description += "\""
        }
        description += ">"
    }

    private static func escape(_ text: String, into out: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "&": out += "&amp;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            default: if !isForbidden(scalar) { out.unicodeScalars.append(scalar) }
            }
        }
    }

    /// Controls and turners of the reading order: never raw.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: true
        default: false
        }
    }
}
