import CourseModel

/// What one reading of a manifest knows: the findings so far, and where names lead.
struct ManifestReader {
    var findings: Findings
    /// The files beside the manifest; `nil` for a lone manifest.
    let files: PackageFiles?
    var edition: Edition = .scorm12
    var family = PackageKind.Family.scorm
    var resources: [Resource] = []
    /// The launch address of each resource, resolved.
    var addresses: [Address?] = []
    /// The element each resource comes from.
    var elements: [Element] = []
    /// For each manifest, outermost first: where its resources are in `resources`, by the bytes of the identifier.
    var scopes: [[[UInt8]: Int]] = []
    /// Manifests inside the manifest, with the place of their resources in `scopes`, by the bytes of the identifier.
    var submanifests: [[UInt8]: Submanifest] = [:]
    /// Where the first resource of an identifier is, in whatever manifest.
    var anyScope: [[UInt8]: Int] = [:]
    /// The only resource that can be launched, if there is exactly one.
    var onlyLaunchable: Int?
    /// `imsss:sequencing` elements by the bytes of their ID.
    var collection: [[UInt8]: Element] = [:]
    /// How many elements each of them holds.
    var collectionSizes: [[UInt8]: Int] = [:]
    /// How many elements of the collection may still be read again where they are cited beside others.
    var sequencingBudget = 200_000
    /// Definitions that are nothing but a reference, by the bytes of the IDRef.
    var citedDefinitions: [[UInt8]: SequencingDefinition] = [:]
    /// Paths that some resource lists.
    var listed: Set<[UInt8]> = []
    var itemCount = 0

    /// A manifest inside the manifest: the items of its default organization, and where its resources are in `scopes`.
    struct Submanifest {
        var items: [Element]
        var scope: Int
    }

    init(file: String, files: PackageFiles?) {
        findings = Findings(file: file)
        self.files = files
    }

    /// An activity may not be one too many.
    static let itemLimit = 10_000

    mutating func report(_ fault: Fault, at element: Element) { findings.report(fault, at: element) }

    // MARK: Values

    /// An `xs:boolean`, letter case aside.
    mutating func bool(_ name: String, of element: Element, default fallback: Bool) -> Bool {
        guard let text = element.attribute(name) else { return fallback }
        switch text {
        case "true", "1": return true
        case "false", "0": return false
        default:
            let isTrue = ["true", "yes"].contains(text.lowercased())
            let isFalse = ["false", "no"].contains(text.lowercased())
            let value = isTrue || (!isFalse && fallback)
            report(.strangeValue(text, of: name, instead: "\(value)"), at: element)
            return value
        }
    }

    /// A word of a list; letter case is forgiven.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, of element: Element, default fallback: Word
    ) -> Word where Word.RawValue == String {
        guard let text = element.attribute(name) else { return fallback }
        return word(text, of: name, at: element) ?? fallback
    }

    /// A word of a list; `nil` with a finding when it is none.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, of name: String, at element: Element
    ) -> Word? where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        let word = Word.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
        report(.strangeValue(text, of: name, instead: word?.rawValue ?? "—"), at: element)
        return word
    }

    /// A number in a range; `nil` with a finding when it is none, `nil` alone when there is nothing.
    mutating func number(
        _ text: String?, of name: String, in range: ClosedRange<Double>, at element: Element
    ) -> Double? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        if let value = Double(text), range.contains(value) { return value }
        let point = Double(String(text.map { $0 == "," ? "." : $0 }))
        let value = point.flatMap { range.contains($0) ? $0 : nil }
        report(.strangeValue(text, of: name, instead: value.map { "\($0)" } ?? "—"), at: element)
        return value
    }

    /// A count; `nil` with a finding when it is none.
    mutating func count(_ name: String, of element: Element) -> Int? {
        guard let text = element.attribute(name), !text.isEmpty else { return nil }
        if let value = Int(text), value >= 0 { return value }
        report(.strangeValue(text, of: name, instead: "—"), at: element)
        return nil
    }

    /// The name of an objective: blanks written `%20` count as blanks; they go at both ends, and a run of them is one.
    func objectiveID(_ text: String) -> ObjectiveID {
        ObjectiveID(text.replacing("%20", with: " ").collapsed)
    }
}
