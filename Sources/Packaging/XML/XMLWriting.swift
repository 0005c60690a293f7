/// An XML element to be written: a name with its prefix, attributes in order, then text or elements.
struct XMLWriting {
    var name: String
    var attributes: [(String, String)] = []
    var text: String?
    var children: [XMLWriting] = []

    /// An element from its parts; an attribute without a value is left out.
    init(_ name: String, _ attributes: [(String, String?)] = [], text: String? = nil, _ children: [XMLWriting] = []) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
        self.text = text
        self.children = children
    }

    /// Says nothing.
    var isEmpty: Bool { attributes.isEmpty && text == nil && children.isEmpty }

    /// A document in UTF-8, two blanks a level; an element with text stays on its line.
    var document: String {
        var lines = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        write(into: &lines, indent: "")
        return lines
    }

    private func write(into lines: inout String, indent: String) {
        lines += indent + "<" + name
        for (name, value) in attributes { lines += " " + name + "=\"" + value.escaped + "\"" }
        if let text, !text.isEmpty {
            lines += ">" + text.escaped + "</" + name + ">\n"
        } else if children.isEmpty {
            lines += "/>\n"
        } else {
            lines += ">\n"
            for child in children { child.write(into: &lines, indent: indent + "  ") }
            lines += indent + "</" + name + ">\n"
        }
    }
}

extension String {
    /// As text or a value in double quotes; blanks that a reader would change are written as references.
    fileprivate var escaped: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text += "&#\(scalar.value);"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
