internal import CourseModel
internal import FoundationEssentials

/// The schemas of manifests and course structures, as `Scorm/manifest-rules.json` writes them down; `Scorm/README.md`
/// explains the form.
public struct ManifestRules: Sendable {
    /// The right namespaces of each vocabulary, by its customary prefix.
    let namespaces: [String: Set<String>]
    /// Every element, in the order of their keys.
    let elements: [ElementRule]
    private let places: [String: Int]

    /// Why the rules cannot be used.
    public struct Trouble: Error, Hashable, Sendable {
        public var file: String
        public var what: String
    }

    /// Reads the rules in the folder of the standards, `Scorm`.
    public init(folder: String) throws(Trouble) {
        let file = folder + "/manifest-rules.json"
        do {
            let data = try Data(contentsOf: URL(filePath: file))
            self.init(try JSONDecoder().decode(RuleFile.self, from: data))
        } catch {
            throw Trouble(file: file, what: "\(error)")
        }
    }

    private init(_ file: RuleFile) {
        namespaces = file.namespaces.mapValues(Set.init)
        let keys = file.elements.keys.sorted()
        let places = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        elements = keys.compactMap { key in
            file.elements[key].map { ElementRule(key: key, $0, places: places) }
        }
        self.places = places
    }

    /// The place of an element's rule, by prefix and local name: `imscp:item`.
    func place(of key: String) -> Int? { places[key] }
}

/// The file, key by key.
struct RuleFile: Decodable {
    struct Element: Decodable {
        var editions: [String]?
        var children: [String]?
        var extensions: [String]?
        var choice: [String]?
        var attributes: [String: ValueRule]?
        var text: ValueRule?
        var open: Bool?
        var whole: Bool?
        var strict: [ElementRule.Strictness]?
    }
    var namespaces: [String: [String]]
    var elements: [String: Element]
}

/// What a value of an attribute or the text of an element may be. A class, because a walk hands it about for every value.
final class ValueRule: Decodable, Sendable {
    enum Kind: String, Decodable, Sendable {
        case text, ID, IRI, boolean, word, decimal, count, duration, timespan, address
    }
    /// Words that came with later editions.
    struct Later: Decodable, Sendable {
        let words: [String]
        var editions: [String]
    }
    let type: Kind
    let words: [String]?
    let later: Later?
    /// The words by the name of the element around.
    let within: [String: [String]]?
    /// From and to, both included.
    let range: [Double]?
    /// What holds where the value is not understood; nothing where there is none.
    let `default`: String?
    /// Characters that the schema allows, or that every platform must at least take.
    let max: Int?
    let spm: Int?
    /// The code of the finding where the value is missing.
    let required: String?
    /// The element whose identifier it must be.
    let refers: String?
    /// Names that a query may not use.
    let reserved: [String]?
    /// The code of the finding on a strange value or a reference that leads nowhere.
    let code: String?
    /// The editions that know it; all where there are none.
    let editions: [String]?
    let editionCode: String?
}

/// What one element may hold. A class, as `ValueRule` is.
final class ElementRule: Sendable {
    /// A child, and how often it may come.
    final class Child: Sendable {
        let prefix: String
        let name: String
        let isRequired: Bool
        let isMany: Bool
        /// Children come in ascending order.
        let order: Int
        /// The place of its own rule.
        let rule: Int?

        /// `item*`, `imsss:sequencing?`, `objectives? as cmi5:references`.
        init(_ written: String, prefix own: String, order: Int, places: [String: Int]) {
            let words = written.split(separator: " ")
            var name = words.first.map(String.init) ?? ""
            let sign = name.last.flatMap { "?*+".contains($0) ? name.popLast() : nil }
            let parts = name.split(separator: ":").map(String.init)
            prefix = parts.count > 1 ? parts[0] : own
            self.name = parts.last ?? ""
            isRequired = sign == nil || sign == "+"
            isMany = sign == "*" || sign == "+"
            self.order = order
            rule = places[words.count == 3 ? String(words[2]) : prefix + ":" + self.name]
        }
    }

    final class Attribute: Sendable {
        /// `nil` for the attributes of the element's own vocabulary, which carry no prefix.
        let prefix: String?
        let name: String
        let value: ValueRule

        init(_ written: String, _ value: ValueRule) {
            let parts = written.split(separator: ":").map(String.init)
            prefix = parts.count > 1 ? parts[0] : nil
            name = parts.last ?? ""
            self.value = value
        }
    }

    enum Strictness: String, Decodable, Sendable { case missing, order }

    let prefix: String
    let name: String
    let editions: [String]?
    /// `nil` where what is inside is not looked at.
    let children: [Child]?
    /// At least one child of these must come.
    let choice: Set<String>
    let attributes: [Attribute]?
    let text: ValueRule?
    /// Elements that the rules do not know are welcome.
    let isOpen: Bool
    /// A part that is not understood makes the whole meaningless.
    let isWhole: Bool
    /// The faults of structure that are errors.
    let strict: Set<Strictness>

    init(key: String, _ written: RuleFile.Element, places: [String: Int]) {
        let parts = key.split(separator: ":").map(String.init)
        let prefix = parts.first ?? ""
        self.prefix = prefix
        name = parts.last ?? ""
        editions = written.editions
        let own = (written.children ?? []).enumerated().map {
            Child($1, prefix: prefix, order: $0, places: places)
        }
        let others = ((written.choice ?? []).map { $0 + "*" } + (written.extensions ?? [])).map {
            Child($0, prefix: prefix, order: own.count, places: places)
        }
        children = written.children == nil ? nil : own + others
        choice = Set(written.choice ?? [])
        attributes = written.attributes?.sorted { $0.key < $1.key }.map { Attribute($0, $1) }
        text = written.text
        isOpen = written.open ?? false
        isWhole = written.whole ?? false
        strict = Set(written.strict ?? [])
    }
}
