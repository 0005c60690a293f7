/// Which standard a package follows.
struct PackageKind: Hashable, Sendable {
    enum Family: Hashable, Sendable {
        case scorm, contentPackaging, commonCartridge, question, learningDesign, cmi5, tinCan, foreign
    }

    var family: Family
    /// As people call it.
    var standard: String
    /// As people call it; SCORM's comes from `Edition`.
    var edition: String?

    private init(_ family: Family, _ standard: String, edition: String? = nil) {
        self.family = family
        self.standard = standard
        self.edition = edition
    }

    /// The kind of a document by its root and what it holds; `nil` for an unknown root.
    init?(root: Element, traits: ManifestTraits) {
        switch root.name.lowercased() {
        case "manifest": self = PackageKind.manifestKind(root, traits)
        case "coursestructure": self.init(.cmi5, "cmi5", edition: "1.0")
        case "tincan": self.init(.tinCan, "Tin Can (xAPI)", edition: "1.0")
        case "questestinterop": self.init(.foreign, "IMS QTI", edition: "1.2")
        case "assessmenttest", "assessmentitem", "qti-assessment-test", "qti-assessment-item":
            self.init(.foreign, "IMS QTI", edition: root.name.contains("-") ? "3.0" : "2.x")
        case "learning-design": self.init(.foreign, "IMS Learning Design")
        case "moodle_backup", "quiz": self.init(.foreign, "Moodle")
        case "container", "package": self.init(.foreign, "EPUB")
        case "lom": self.init(.foreign, "IEEE LOM")
        default: return nil
        }
    }

    private static func manifestKind(_ root: Element, _ traits: ManifestTraits) -> PackageKind {
        let schema = traits.schema?.lowercased() ?? ""
        if traits.vocabularies.contains(.commonCartridge) || schema.contains("common cartridge") {
            return PackageKind(.commonCartridge, "IMS Common Cartridge", edition: traits.version)
        }
        if traits.vocabularies.contains(.learningDesign) {
            return PackageKind(.learningDesign, "IMS Learning Design", edition: "1.0")
        }
        if schema.contains("scorm") || traits.hasSCORMWords { return PackageKind(.scorm, "SCORM") }
        if schema.contains("qti") || traits.isAllQuestions {
            return PackageKind(.question, "IMS QTI", edition: traits.version)
        }
        if let vendor = traits.vendor {
            return PackageKind(.contentPackaging, "IMS Content Packaging (\(vendor))", edition: traits.version)
        }
        if traits.rootNamespace.contains("rootv1p1p2") { return PackageKind(.scorm, "SCORM") }
        return PackageKind(.contentPackaging, "IMS Content Packaging", edition: traits.version)
    }

    /// A package without a manifest that the engine knows, by the names of its files.
    init?(files: PackageFiles) {
        let names = Set(files.paths.map { $0.lowercased() })
        func has(_ name: String) -> Bool { names.contains(name) }
        func hasEnding(_ ending: String) -> Bool { names.contains { $0.hasSuffix(ending) } }
        if has("h5p.json") {
            self.init(.foreign, "H5P")
        } else if has("meta-inf/container.xml") {
            self.init(.foreign, "EPUB")
        } else if has("moodle_backup.xml") {
            self.init(.foreign, "Moodle")
        } else if hasEnding(".crs"), hasEnding(".au") {
            self.init(.foreign, "AICC HACP")
        } else if has("content.xml"), has("mimetype") {
            self.init(.foreign, "OpenDocument")
        } else if has("[content_types].xml") {
            self.init(.foreign, "Office Open XML")
        } else {
            return nil
        }
    }
}

/// What shows the standard and edition of a manifest, gathered in one walk.
struct ManifestTraits {
    /// The first `schema` and `schemaversion` at any level, in document order.
    var schema: String?
    var version: String?
    var vocabularies: Set<Vocabulary> = []
    var rootNamespace = ""
    var items = 0
    var organizations = 0
    var resources = 0
    /// Whose tool exported it, where its own words say so.
    private(set) var vendor: String?
    private var questions = 0
    private var spelling: Set<String> = []

    /// Nothing known.
    init() {}

    init(_ root: Element) {
        let document = root.document
        rootNamespace = root.namespace?.lowercased() ?? ""
        vocabularies = Set(document.names.filter { $0.namespace != nil }.compactMap(\.vocabulary))
        spelling = Set(document.names.map(\.text).filter { $0.lowercased() == "scormtype" })
        let namespaces = document.names.compactMap { $0.namespace?.lowercased() }
        vendor = ManifestTraits.vendors.first { part, _ in namespaces.contains { $0.contains(part) } }?.name
        let kinds = document.names.map { Kind(rawValue: $0.text) }
        for (place, node) in document.nodes.enumerated() where !node.isText {
            guard let kind = kinds[Int(node.name)] else { continue }
            note(kind, Element(document: document, place: place))
        }
    }

    private static let vendors: [(part: String, name: String)] = [
        ("desire2learn", "D2L Brightspace"), ("blackboard.com", "Blackboard"), ("webct", "WebCT"),
        ("angellearning", "ANGEL"), ("agilix", "Agilix"), ("instructure.com", "Canvas"), ("sakaiproject", "Sakai"),
        ("moodle.org", "Moodle"), ("olat.org", "OpenOlat"), ("ilias.de", "ILIAS"),
    ]

    private enum Kind: String { case schema, schemaversion, item, organization, resource }

    private mutating func note(_ kind: Kind, _ element: Element) {
        switch kind {
        case .schema: if schema == nil { schema = element.trimmedText }
        case .schemaversion: if version == nil { version = element.trimmedText }
        case .item: items += 1
        case .organization: organizations += 1
        case .resource:
            resources += 1
            if element.attribute("type")?.lowercased().hasPrefix("imsqti_") == true { questions += 1 }
        }
    }

    /// `scormtype` is of 1.2, `scormType` of 2004.
    func spells(_ attribute: String) -> Bool { spelling.contains(attribute) }

    var hasSCORMWords: Bool {
        !vocabularies.isDisjoint(with: [.adlcp12, .adlcp2004, .adlSequencing, .adlNavigation])
            || spells("scormtype") || spells("scormType")
    }

    var isAllQuestions: Bool { questions > 0 && questions == resources }
}
