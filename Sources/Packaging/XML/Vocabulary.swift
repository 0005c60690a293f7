/// Whose words an element or attribute uses, by its namespace; prefixes say nothing.
enum Vocabulary: Hashable, Sendable {
    case contentPackaging, adlcp12, adlcp2004, sequencing, adlSequencing, adlNavigation, metadata
    case cmi5, commonCartridge, learningDesign, parcours, schemaInstance, xml, other

    /// Matches loosely: tools misspell versions, letter case and last slashes.
    init(_ namespace: String) {
        let name = namespace.lowercased()
        self =
            if name.contains("adlcp_rootv1p2") { .adlcp12 } else if name.contains("adlcp") {
                .adlcp2004
            } else if name
                .contains("adlseq")
            { .adlSequencing } else if name.contains("adlnav") { .adlNavigation } else { Vocabulary.foreign(name) }
    }

    private static func foreign(_ name: String) -> Vocabulary {
        let table: [(part: String, vocabulary: Vocabulary)] = [
            ("imsss", .sequencing), ("imsld", .learningDesign),
            ("/lom", .metadata), ("imsccv", .commonCartridge), ("cmi5", .cmi5), ("imsmd", .metadata),
            ("imscp", .contentPackaging), ("urn:parcours:1", .parcours), ("xmlschema-instance", .schemaInstance),
            ("xml/1998/namespace", .xml),
        ]
        return table.first { name.contains($0.part) }?.vocabulary ?? .other
    }

    /// A prefix that nothing declares still shows what the author meant.
    init?(undeclaredPrefix: String?) {
        switch undeclaredPrefix?.lowercased() {
        case "adlcp": self = .adlcp12
        case "imsss": self = .sequencing
        case "adlseq": self = .adlSequencing
        case "adlnav": self = .adlNavigation
        case "imsmd", "lom": self = .metadata
        case "xsi": self = .schemaInstance
        default: return nil
        }
    }
}

extension Element {
    /// Whose word it is; `nil` where the document does not say.
    var vocabulary: Vocabulary? { wireName.vocabulary }

    /// The first child of a name, whatever its namespace.
    func child(_ name: String) -> Element? { children.first { $0.name == name } }

    /// All children of a name, whatever their namespace.
    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    /// The text without outer blanks; `nil` when nothing is left.
    var trimmedText: String? {
        let text = text.trimmed
        return text.isEmpty ? nil : text
    }

    /// The value of an attribute, without outer blanks; whatever its namespace, letter case as given.
    func attribute(_ name: String) -> String? {
        attributePlaces.first { document.attributeName($0).text == name }.map { document.trimmedValue(of: $0) }
    }

    /// The value of an attribute, letter case aside.
    func looseAttribute(_ name: String) -> String? {
        attribute(name)
            ?? attributePlaces.first { document.attributeName($0).text.lowercased() == name }
            .map { document.trimmedValue(of: $0) }
    }
}

extension StringProtocol {
    /// Without the blanks of XML, a byte order mark and no-break spaces at both ends.
    var trimmed: String {
        if let first = unicodeScalars.first, let last = unicodeScalars.last, first.isInk, last.isInk {
            return String(self)
        }
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0xFEFF
        }
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[start...end]))
    }

    /// Runs of blanks and line ends become one space; none at the ends.
    var collapsed: String {
        if isCollapsed { return String(self) }
        return split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }

    /// ASCII without a run of blanks, nor one at an end.
    private var isCollapsed: Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            guard byte.isInk || (byte == 0x20 && last != 0x20) else { return false }
            last = byte
        }
        return last != 0x20
    }
}
